import Engine
import Law
import Packs

/// Where an act belongs: the pack, the step, and the case file or the organ at which one opens.
struct ActPlace: Sendable {
    let pack: AdmittedPack
    let step: Step
    let file: CaseFile?
    let organ: Organ.ID

    var procedure: Procedure { pack.procedure }

    func target(expecting version: Int?) -> Request.Target {
        file.map { .running($0.id, expecting: version) }
            ?? .opening(pack.procedure.id, organ: organ)
    }
}

extension Office {
    static let mustSignIn = Refusal(.signInNeeded, "请先登录")

    /// Finds the place of a draft; for a viewer only what they may see.
    nonisolated func place(of draft: Draft, for viewer: Viewer?) async throws -> ActPlace {
        if let subject = draft.subject {
            let record = try await record(of: CaseFile.ID(subject), for: viewer)
            guard let step = record.edition.procedure.steps[Step.ID(draft.step)] else {
                throw Refusal(.unknownStep, field: "step", "本程序没有“\(draft.step.prefix(64))”这一环节")
            }
            return ActPlace(
                pack: record.edition, step: step, file: record.file, organ: record.file.organ)
        }
        guard let pack = try await packs().first(where: { $0.procedure.id.text == draft.procedure })
        else {
            throw Refusal(
                .unknownProcedure, field: "procedure", "没有“\(draft.procedure.prefix(64))”这一程序")
        }
        guard let step = pack.procedure.steps[Step.ID(draft.step)] else {
            throw Refusal(.unknownStep, field: "step", "本程序没有“\(draft.step.prefix(64))”这一环节")
        }
        guard let organ = draft.organ, try await district()?.organ(Organ.ID(organ)) != nil else {
            throw Refusal(.missingField, field: "organ", "应当选定办理机关")
        }
        return ActPlace(pack: pack, step: step, file: nil, organ: Organ.ID(organ))
    }

    /// In which role a viewer takes a step, and as whom.
    nonisolated func actor(
        _ draft: Draft, _ place: ActPlace, named name: String?, _ viewer: Viewer
    ) throws -> (Role, Participant) {
        let wanted = draft.role.map { Role.ID($0) }
        let roles = place.step.by.compactMap { place.procedure.roles[$0] }
            .filter { wanted == nil || $0.id == wanted }
        for role in roles where role.kind != .party {
            guard let officer = viewer.officer, officer.roles.contains(role.id) else { continue }
            return (role, officer.participant)
        }
        for role in roles where role.kind == .party {
            if let party = party(in: role, place, named: name, viewer) { return (role, party) }
        }
        let titles = place.step.by.compactMap { place.procedure.roles[$0]?.title.chinese }
        throw Refusal(
            viewer.isSignedIn ? .notAllowed : .signInNeeded, field: place.step.id.text,
            "此环节由\(titles.joined(separator: "或者"))办理", basis: place.step.basis)
    }

    /// The party whom a viewer is; whoever opens a file says who they are, and later only they are it.
    private nonisolated func party(
        in role: Role, _ place: ActPlace, named name: String?, _ viewer: Viewer
    ) -> Participant? {
        guard let file = place.file else {
            // An officer's post is no party: whoever acts for an organ does not complain to it.
            guard viewer.officer == nil else { return nil }
            let person = viewer.person ?? Person.ID("p-" + Secret.long().text.prefix(16))
            return Participant(
                id: person, name: viewer.person == nil ? name ?? "" : viewer.name, roles: [role.id])
        }
        guard let person = viewer.party(in: file.id) else { return nil }
        let isKnown = file.partyRoles(of: person, under: place.procedure).contains(role.id)
        let isNew =
            viewer.receipts[file.id] != nil && !file.hasParty(person, under: place.procedure)
        guard isKnown || isNew else { return nil }
        let known = file.deeds.flatMap(\.people).first { $0.id == person }?.name
        let own = viewer.person == person ? viewer.name : name
        return Participant(id: person, name: known ?? own ?? person.text, roles: [role.id])
    }

    /// The act that a draft says, with its values read.
    nonisolated func act(
        _ draft: Draft, _ place: ActPlace, role: Role.ID, people: [Participant],
        approver: Participant?
    ) throws -> Act {
        if people.contains(where: \.name.isEmpty) {
            throw Refusal(.missingField, field: "party-name", "应当填写姓名或者名称")
        }
        let held = draft.held.map(\.document)
        let documents = draft.documents.map { DocumentKind.ID($0) } + held.map(\.kind)
        return Act(
            place.step.id, as: role, by: people, approver: approver,
            outcome: draft.outcome.map { Outcome.ID($0) },
            fields: try place.procedure.values(parsing: draft.fields.filter { !$0.value.isEmpty }),
            documents: Set(documents).sorted(), held: held,
            addressees: draft.addressees.map { Person.ID($0) })
    }
}
