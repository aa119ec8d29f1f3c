import Engine
import Law
import Packs

/// The acts of viewers: who may do what is decided here, and the rest by the engine.
extension Office {
    /// Has a step taken as a draft says it, by a viewer.
    ///
    /// A step that several must take, or somebody approve, waits until each of them has signed.
    /// Errors: `Refusal`.
    package nonisolated func perform(
        _ draft: Draft, partyName: String? = nil, expecting version: Int? = nil, once: Once? = nil,
        telling: Telling<JointAct>? = nil, by viewer: Viewer
    ) async throws -> Performed {
        let place = try await place(of: draft, for: viewer)
        let (role, actor) = try actor(draft, place, named: partyName, viewer)
        if role.kind != .party, place.step.people.atLeast > 1 || place.step.people.approvedBy != nil
        {
            let joint = try await proposed(draft, place, role, version, once, viewer)
            return .waiting(try await prepare(joint, telling, viewer))
        }
        let act = try act(draft, place, role: role.id, people: [actor], approver: nil)
        let receipt = try await submit(
            Request(place.target(expecting: version), .act(act), once: once))
        saw(viewer, "acted", receipt.file.id, act.step.text)
        guard role.kind == .party, viewer.account == nil, receipt.events.last?.version == 1 else {
            return .done(receipt, secret: nil)
        }
        let person = receipt.events.last?.act?.people.first?.id ?? actor.id
        return .done(receipt, secret: try await issueKey(to: receipt.file.id, for: person))
    }

    /// Signs an act that waits; it happens with the last signature.
    ///
    /// Where all had signed and something kept it from happening, a signer who signs again brings it about.
    package nonisolated func sign(
        _ id: String, telling: Telling<JointAct>? = nil, by viewer: Viewer
    ) async throws -> Performed {
        guard let officer = viewer.officer else { throw Self.mustSignIn }
        let joint = try await journal.write { writer -> JointAct in
            guard var joint = try writer.kept(JointAct.self, id) else {
                throw Refusal(.unknownCase, field: "joint", "没有这一待签事项，或者已经办理")
            }
            guard joint.waits(for: officer.id.text) else {
                throw Refusal(.notAllowed, field: officer.id.text, "不需要您签署，或者您已经签署")
            }
            guard !joint.missing.isEmpty else { return joint }
            joint.signed.append(officer.id.text)
            try writer.keep(joint)
            if !joint.missing.isEmpty { try writer.keep(told: joint, telling) }
            return joint
        }
        try await note(
            viewer, "signed", joint.draft.subject.map { CaseFile.ID($0) }, joint.draft.step)
        return joint.missing.isEmpty ? try await complete(joint) : .waiting(joint)
    }

    /// Takes back or declines an act that waits.
    package nonisolated func decline(_ id: String, by viewer: Viewer) async throws {
        let person = viewer.officer?.id.text
        let account = viewer.account
        try await journal.write { writer in
            guard let joint = try writer.kept(JointAct.self, id) else { return }
            let isTheirs =
                joint.owner == account
                || person.map { joint.actors.contains($0) || joint.approver == $0 } ?? false
            guard isTheirs else { throw Refusal(.notAllowed, field: "joint", "不是您的待签事项") }
            try writer.drop(JointAct.self, id)
        }
        try await note(viewer, "declined", nil, id)
    }

    /// The acts that wait for a viewer's signature, or that the viewer prepared.
    package nonisolated func jointActs(for viewer: Viewer) async throws -> [JointAct] {
        guard let officer = viewer.officer else { return [] }
        let all = try await journal.read { try $0.kept(all: JointAct.self) }
        return all.filter { $0.waits(for: officer.id.text) || $0.owner == viewer.account }
    }

    private nonisolated func complete(_ joint: JointAct) async throws -> Performed {
        let district = try await district()
        let people = joint.actors.compactMap { district?.officer(Person.ID($0))?.participant }
        guard people.count == joint.actors.count else {
            throw Refusal(.unknownPerson, field: "by", "签署人已经不在名册")
        }
        let approver = joint.approver.flatMap { district?.officer(Person.ID($0))?.participant }
        let place = try await place(of: joint.draft, for: nil)
        guard let role = joint.draft.role else {
            throw Refusal(.wrongRole, field: "as", "没有说明以何种角色办理")
        }
        let act = try act(
            joint.draft, place, role: Role.ID(role), people: people, approver: approver)
        let receipt: Receipt
        do {
            receipt = try await submit(
                Request(
                    place.target(expecting: joint.version), .act(act),
                    once: Once("joint/\(joint.id)", request: joint.id)))
        } catch let refusal as Refusal {
            // What can no longer happen waits for nobody.
            try await journal.write { try $0.drop(JointAct.self, joint.id) }
            throw refusal
        }
        try await journal.write { try $0.drop(JointAct.self, joint.id) }
        return .done(receipt, secret: nil)
    }

    /// An act for several to sign, which the engine would take if they had.
    private nonisolated func proposed(
        _ draft: Draft, _ place: ActPlace, _ role: Role, _ version: Int?, _ once: Once?,
        _ viewer: Viewer
    ) async throws -> JointAct {
        guard let officer = viewer.officer, let account = viewer.account else {
            throw Self.mustSignIn
        }
        let district = try await district()
        let actors = [officer.id.text] + draft.colleagues.filter { $0 != officer.id.text }
        let people = try actors.map { id in
            guard let one = district?.officer(Person.ID(id)) else {
                throw Refusal(.unknownPerson, field: "by", "名册中没有“\(id.prefix(64))”")
            }
            return one.participant
        }
        let approver = draft.approver.flatMap { district?.officer(Person.ID($0))?.participant }
        // What the engine would refuse once all have signed is refused before anybody is asked.
        try await rehearse(
            try act(draft, place, role: role.id, people: people, approver: approver), place, version
        )
        var filled = draft
        filled.role = role.id.text
        // When the form was last saved is no part of what is asked for.
        filled.saved = 0
        return JointAct(
            id: Secret.long().text, owner: account, draft: filled, version: version,
            once: once?.name, actors: actors, approver: draft.approver, signed: [officer.id.text],
            made: now.seconds)
    }

    /// Lays an act before those who must sign it; the same form sent again is the same act.
    private nonisolated func prepare(
        _ joint: JointAct, _ telling: Telling<JointAct>?, _ viewer: Viewer
    ) async throws -> JointAct {
        let kept = try await journal.write { writer in
            let before = try writer.kept(all: JointAct.self, of: joint.owner)
                .first { $0.asksForTheSame(as: joint) }
            if before == nil { try writer.keep(joint) }
            try writer.keep(told: before ?? joint, telling)
            return before ?? joint
        }
        if kept == joint {
            try await note(
                viewer, "prepared", joint.draft.subject.map { CaseFile.ID($0) }, joint.draft.step)
        }
        return kept
    }

    private nonisolated func rehearse(
        _ act: Act, _ place: ActPlace, _ version: Int?
    ) async throws {
        if let file = place.file, let version, file.version != version {
            throw Refusal(.versionConflict, field: "version", "案卷已有新的记录，请重新查看后再办理")
        }
        let moment = max(now, place.file?.last ?? now)
        _ = try decide(
            .act(act), on: place.file,
            in: Occasion(
                subject: place.file?.id ?? "rehearsal", organ: place.organ,
                edition: place.pack.edition, recorded: moment, effective: moment,
                calendar: calendar, nextNumber: 1,
                mark: try await district()?.competence.mark(
                    of: place.organ, under: place.pack.procedure)))
    }
}
