package import Engine
package import Law
import Packs

extension Guest {
    /// Whose half-filled forms are meant: the account's, or those of the visit alone.
    package var owner: String { visit.account ?? visit.id }
}

/// Applications half filled in, until they are filed or given up.
extension Office {
    /// How many applications one person may have begun at a time.
    static let mostApplications = 30

    /// Begins an application: a draft of a step that opens a case file and that a party takes.
    package nonisolated func beginApplication(
        _ procedure: Procedure.ID, _ step: Step.ID, for guest: Guest
    ) async throws -> Draft {
        guard let pack = try await packs().first(where: { $0.procedure.id == procedure }) else {
            throw Refusal(
                .unknownProcedure, field: "procedure", "没有“\(procedure.text.prefix(64))”这一程序")
        }
        guard pack.procedure.applications.contains(where: { $0.id == step }) else {
            throw Refusal(.unknownStep, field: "step", "本程序没有由当事人提出的这一环节")
        }
        guard guest.viewer.officer == nil else {
            throw Refusal(.notAllowed, field: "step", "工作人员账号不能以当事人身份提出申请，请退出后再办理")
        }
        guard try await applications(of: guest).count < Self.mostApplications else {
            throw Refusal(.badField, field: "step", "未提交的申请过多，请先提交或者删除")
        }
        var draft = Draft(
            id: String(Secret.long().text.prefix(26)), owner: guest.owner, procedure: procedure,
            subject: nil, step: step)
        let organs = try await organs(for: pack.procedure)
        draft.organ = organs.count == 1 ? organs.first?.text : nil
        draft.saved = now.seconds
        let begun = draft
        try await journal.write { try $0.keep(begun) }
        return draft
    }

    /// The organs at which a case file of a procedure can be opened: the one at which all of late were, where there is but one;
    /// else those that have most of the posts that handle it.
    package nonisolated func organs(for procedure: Procedure) async throws -> [Organ.ID] {
        guard let district = try await district() else { return [] }
        var query = CaseQuery()
        query.order = .newestName
        query.after = CaseFile.ID("\(procedure.matter)-9999")
        query.limit = Self.sample
        let asked = query
        let late = try await journal.read { try $0.cases(asked) }
            .filter { $0.subject.text.hasPrefix("\(procedure.matter)-") }
        let organs = Set(late.map(\.organ))
        if late.count >= Self.leastSample, organs.count == 1 { return Array(organs) }
        let posts = Set(
            procedure.roles.filter { $0.kind == .officer && $0.of == .handling }.map(\.id))
        var held: [Organ.ID: Set<Role.ID>] = [:]
        for officer in district.officers {
            held[officer.organ, default: []].formUnion(officer.roles.intersection(posts))
        }
        let most = held.values.map(\.count).max() ?? 0
        guard most > 0 else { return district.organs.map(\.id) }
        return district.organs.map(\.id).filter {
            held[$0]?.count == most || organs.contains($0)
        }
    }

    /// How many case files are looked at to learn where a matter is handled, and how many it takes to be sure.
    private static let sample = 200
    private static let leastSample = 8

    /// An application that its owner has begun; nil if there is none, or it is somebody else's.
    package nonisolated func application(_ id: String, of guest: Guest) async throws -> Draft? {
        let draft = try await journal.glance { try $0.kept(Draft.self, id) }
        return draft.flatMap { $0.owner == guest.owner && $0.subject == nil ? $0 : nil }
    }

    /// The applications that somebody has begun, the one last worked on first.
    package nonisolated func applications(of guest: Guest) async throws -> [Draft] {
        let drafts = try await journal.read { try $0.kept(all: Draft.self, of: guest.owner) }
        return drafts.filter { $0.subject == nil }.sorted { $0.saved > $1.saved }
    }

    /// Keeps what was filled in.
    package nonisolated func keep(application draft: Draft, of guest: Guest) async throws {
        guard draft.owner == guest.owner else { throw Self.mustSignIn }
        var draft = draft
        draft.saved = now.seconds
        let kept = draft
        try await journal.write { try $0.keep(kept) }
    }

    package nonisolated func drop(application draft: Draft, of guest: Guest) async throws {
        guard draft.owner == guest.owner else { throw Self.mustSignIn }
        try await journal.write { try $0.drop(Draft.self, draft.id) }
    }

    /// What somebody has filled in of a step of a running case file; empty if nothing.
    package nonisolated func stepDraft(
        _ subject: CaseFile.ID, _ step: Step, of guest: Guest
    ) async throws -> Draft {
        let id = "\(subject)/\(step.id)/\(guest.owner)"
        if let draft = try await journal.glance({ try $0.kept(Draft.self, id) }) { return draft }
        let record = try await record(of: subject, for: guest.viewer)
        return Draft(
            id: id, owner: guest.owner, procedure: record.file.procedure, subject: subject,
            step: step.id)
    }

    /// Files an application once, however often it is sent; a visitor's visit keeps the receipt.
    package nonisolated func file(
        application draft: Draft, of guest: Guest
    ) async throws -> CaseFile.ID {
        let performed = try await perform(
            draft, partyName: draft.partyName,
            once: Once("draft/\(draft.id)", request: draft.id), by: guest.viewer)
        guard case .done(let receipt, let secret) = performed else { throw Self.mustSignIn }
        try await journal.write { try $0.drop(Draft.self, draft.id) }
        try await remember(receipt, secret, in: guest.visit)
        return receipt.file.id
    }

    /// Keeps a secret just issued in the visit, so that its holder sees the case file at once.
    nonisolated func remember(
        _ receipt: Receipt, _ secret: String?, in visit: Visit
    ) async throws {
        guard let secret, let person = receipt.events.last?.act?.people.first?.id else { return }
        let subject = receipt.file.id.text
        _ = try await change(visit) { visit in
            visit.receipts[subject] = person.text
            visit.justFiled[subject] = secret
        }
    }

    /// The case file that an application has become; nil if it was not filed, or not by this person.
    package nonisolated func filed(
        application id: String, of guest: Guest
    ) async throws -> CaseFile.ID? {
        let done = try await journal.glance { try $0.once("draft/\(id)") }
        guard let subject = done?.subject else { return nil }
        return try await recordIfSeen(subject, by: guest.viewer)?.file.id
    }
}

extension Procedure {
    /// The steps by which a party opens a case file.
    package var applications: [Step] {
        steps.filter { step in
            step.place == .opening && step.by.contains { roles[$0]?.kind == .party }
        }
    }
}

extension Draft {
    /// Whether it belongs to a visit, whose name is a hash, and to no account.
    var isOfVisit: Bool { owner.utf8.count == 64 }
}
