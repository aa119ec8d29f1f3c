package import Engine
package import Law
import Packs

/// What a viewer wants in a consultation; who they are is not theirs to say.
package enum ConsultationWish: Sendable, Equatable {
    case agree
    case object
    case add(Person.ID)
    case remove(Person.ID)
    case pass(to: Person.ID)
    case delegate(to: Person.ID)
    case sendBack(to: Stage.ID)
    case withdraw
    case urge

    func move(by person: Person.ID) -> ConsultationMove {
        switch self {
        case .agree: .answer(.agree, by: person)
        case .object: .answer(.object, by: person)
        case .add(let other): .add(other)
        case .remove(let other): .remove(other)
        case .pass(let other): .pass(from: person, to: other)
        case .delegate(let other): .delegate(from: person, to: other)
        case .sendBack(let stage): .sendBack(by: person, to: stage)
        case .withdraw: .withdraw
        case .urge: .urge
        }
    }
}

extension Office {
    /// A move in a running consultation.
    package nonisolated func move(
        _ wish: ConsultationWish, in rule: ConsultationRule.ID, of subject: CaseFile.ID,
        expecting version: Int? = nil, once: Once? = nil, by viewer: Viewer
    ) async throws -> Receipt {
        let record = try await record(of: subject, for: viewer)
        let person = try participant(viewer, in: record)
        let move = wish.move(by: person.id)
        let receipt = try await submit(
            Request(
                .running(subject, expecting: version), .consult(rule, move, by: person), once: once)
        )
        saw(viewer, "consulted", subject, rule.text)
        return receipt
    }

    /// Makes a file somebody's work, or nobody's (领办、交办、移交、退回).
    package nonisolated func assign(
        _ subject: CaseFile.ID, to person: Person.ID?, expecting version: Int? = nil,
        once: Once? = nil, by viewer: Viewer
    ) async throws -> Receipt {
        let record = try await record(of: subject, for: viewer)
        guard let officer = viewer.officer, try await sight(of: record, for: viewer) == .whole
        else {
            throw Refusal(.notAllowed, field: "assignee", "您不能交办本案")
        }
        if let person { try await check(person, canTake: record, from: officer) }
        let receipt = try await submit(
            Request(
                .running(subject, expecting: version), .assign(to: person, by: officer.participant),
                once: once))
        saw(viewer, "assigned", subject, person?.text ?? "")
        return receipt
    }

    /// Somebody can be given a file if they hold a post in it, in a concerned organ.
    private nonisolated func check(
        _ person: Person.ID, canTake record: CaseRecord, from officer: District.Officer
    ) async throws {
        guard let other = try await district()?.officer(person) else {
            throw Refusal(.unknownPerson, field: "assignee", "名册中没有“\(person.text.prefix(64))”")
        }
        let procedure = record.edition.procedure
        let posts = procedure.roles.filter { $0.kind != .party && other.roles.contains($0.id) }
        let organs = record.file.index(under: procedure).organs
        let fits = posts.contains { $0.of == .any || organs.contains(other.organ) }
        guard fits, other.organ == officer.organ || organs.contains(other.organ) else {
            throw Refusal(.wrongRole, field: person.text, "\(other.name)没有办理本案的岗位")
        }
    }

    /// Puts something on the record that moves nothing: a reminder, an objection to a term, a document.
    package nonisolated func remark(
        _ kind: Remark.Kind, _ text: String, held: [HeldDocument] = [], in subject: CaseFile.ID,
        once: Once? = nil, by viewer: Viewer
    ) async throws -> Receipt {
        let record = try await record(of: subject, for: viewer)
        let person = try participant(viewer, in: record)
        let receipt = try await submit(
            Request(
                .running(subject, expecting: nil),
                .remark(Remark(kind, text, held: held, by: person)), once: once))
        saw(viewer, "remarked", subject, kind.rawValue)
        return receipt
    }

    /// As whom a viewer takes part in a file.
    private nonisolated func participant(
        _ viewer: Viewer, in record: CaseRecord
    ) throws -> Participant {
        if let officer = viewer.officer { return officer.participant }
        guard let person = viewer.party(in: record.file.id) else { throw Self.mustSignIn }
        let procedure = record.edition.procedure
        let known = record.file.deeds.flatMap(\.people).first { $0.id == person }?.name
        return Participant(
            id: person, name: known ?? (viewer.name.isEmpty ? person.text : viewer.name),
            roles: record.file.partyRoles(of: person, under: procedure))
    }

    /// Gives one who takes part a secret to the file, beside those that were told before: a repeated request may be answered twice.
    nonisolated func issueKey(
        to subject: CaseFile.ID, for person: Person.ID
    ) async throws -> String {
        let secret = Secret.typed()
        try await journal.write {
            try $0.keep(ReceiptKey(subject: subject, person: person, secretHash: secret.hash))
        }
        return secret.text
    }

    /// The same, asked by an officer who sees the whole file; the secrets told before no longer open it.
    package nonisolated func issueKey(
        to subject: CaseFile.ID, for person: Person.ID, by viewer: Viewer
    ) async throws -> String {
        let record = try await record(of: subject, for: viewer)
        guard try await sight(of: record, for: viewer) == .whole else {
            throw Refusal(.notAllowed, field: "case", "您不能为本案发放查询密码")
        }
        try await note(viewer, "key-issued", subject, person.text)
        try await journal.write { writer in
            for key in try writer.kept(all: ReceiptKey.self, of: subject.text)
            where key.person == person.text {
                try writer.drop(ReceiptKey.self, key.key)
            }
        }
        return try await issueKey(to: subject, for: person)
    }

    /// Lets the trail know of an act that the record itself tells.
    nonisolated func saw(
        _ viewer: Viewer, _ act: String, _ subject: CaseFile.ID, _ detail: String
    ) {
        looks.add(
            TrailEntry(
                at: now, account: viewer.trailName, act: act, subject: subject, detail: detail))
    }

    /// Writes to the trail what the record does not tell, before it is answered.
    nonisolated func note(
        _ viewer: Viewer, _ act: String, _ subject: CaseFile.ID?, _ detail: String
    ) async throws {
        let entry = TrailEntry(
            at: now, account: viewer.trailName, act: act, subject: subject, detail: detail)
        try await journal.write { try $0.add(entry) }
    }
}
