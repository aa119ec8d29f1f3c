import Engine
import Law
import Office

/// An act as a program sends it.
struct ActBody: Decodable {
    struct Held: Decodable {
        let kind: String
        let digest: String
    }

    let procedure: String?
    let organ: String?
    let step: String
    let role: String?
    let name: String?
    let fields: [String: String]?
    let outcome: String?
    let documents: [String]?
    let held: [Held]?
    let addressees: [String]?
    let colleagues: [String]?
    let approver: String?

    private static let members: [Schema.Member] = [
        .must("step", .name, "The step to take."),
        .may("role", .name, "The role to act in, where several would do."),
        .may("name", .words(most: 60), "The name of a party who files without an account."),
        .may(
            "fields", .map(.words(most: 20_000)),
            "What the form states, as texts: 2023-09-28, 3000 yuan, true, 5 working-days, a choice."
        ),
        .may("outcome", .name, "The legal result, where the step chooses one."),
        .may("documents", .list(.name, most: 50), "The kinds of document shown, not uploaded."),
        .may("held", .list(held, most: 50), "The documents handed in, uploaded before."),
        .may("addressees", .list(.person, most: 100), "Who is asked, where the step asks."),
        .may("colleagues", .list(.person, most: 20), "The other officers who act together."),
        .may("approver", .person, "Who approves, where somebody must."),
    ]

    static let held = Schema.object([.must("kind", .name), .must("digest", .digest)])
    static let schema = Schema.object(members)
    static let openingSchema = Schema.object(
        [
            .must("procedure", .name, "The procedure under which the case file opens."),
            .must("organ", .name, "The organ that handles it."),
        ] + members)

    /// The draft that it says, for a running case file or one to be opened.
    func draft(of subject: CaseFile.ID?, by call: Call) async throws -> Draft {
        var draft = Draft(
            id: "program", owner: call.viewer.trailName,
            procedure: Procedure.ID(procedure ?? ""), subject: subject, step: Step.ID(step))
        draft.organ = organ
        draft.role = role
        draft.fields = fields ?? [:]
        draft.outcome = outcome
        draft.documents = documents ?? []
        draft.addressees = addressees ?? []
        draft.colleagues = colleagues ?? []
        draft.approver = approver
        draft.held = try await call.documents(held ?? []).map(Draft.Held.init)
        return draft
    }
}

extension Call {
    /// The documents that were uploaded before, with what they were found to be.
    func documents(_ named: [ActBody.Held]) async throws -> [HeldDocument] {
        var documents: [HeldDocument] = []
        for (place, one) in named.enumerated() {
            guard let content = try await office.heldContent(one.digest),
                let type = DocumentMediaType(sniffing: content)
            else {
                throw Refusal(.missingDocument, field: "held.\(place)", "没有上传过这份材料")
            }
            documents.append(
                HeldDocument(
                    kind: DocumentKind.ID(one.kind), digest: one.digest, size: content.count,
                    mediaType: type.rawValue))
        }
        return documents
    }
}
