import Engine
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// Where an officer takes a step: in a case file, or to open one.
struct StepPlace {
    let asked: Asked
    let officer: District.Officer
    let procedure: Procedure
    let step: Step
    /// Nil where the step opens a case file.
    let opened: OpenedCase?
    /// The roles in which the officer may take it.
    let roles: [Role]
    /// The organs at which the officer may open a case file.
    let organs: [Organ.ID]
    let district: District?

    var file: CaseFile? { opened?.file }
    var address: Address {
        file.map { .caseStep($0.id, step.id) } ?? .openStep(procedure.id, step.id)
    }

    static func running(_ asked: Asked) async throws -> StepPlace {
        let officer = try asked.officer()
        let opened = try await OpenedCase.open(asked)
        return try make(asked, officer, opened, Step.ID(asked.part("step")))
    }

    static func make(
        _ asked: Asked, _ officer: District.Officer, _ opened: OpenedCase, _ id: Step.ID
    ) throws -> StepPlace {
        guard let step = opened.procedure.steps[id], step.place != .opening else {
            throw Refusal(.unknownStep, field: "step", "本程序没有“\(id.text.prefix(64))”这一环节")
        }
        let place = StepPlace(
            asked: asked, officer: officer, procedure: opened.procedure, step: step,
            opened: opened, roles: opened.ownRoles(among: step.by), organs: [],
            district: opened.district)
        guard !place.roles.isEmpty else { throw place.notTheirs }
        return place
    }

    static func opening(_ asked: Asked) async throws -> StepPlace {
        try await opening(
            asked, Procedure.ID(asked.part("procedure")), Step.ID(asked.part("step")))
    }

    static func opening(
        _ asked: Asked, _ id: Procedure.ID, _ name: Step.ID
    ) async throws -> StepPlace {
        let officer = try asked.officer()
        guard let pack = try await asked.office.packs().first(where: { $0.procedure.id == id }),
            let step = pack.procedure.steps[name], step.place == .opening
        else { throw HTTPError(.notFound) }
        let roles = ownRoles(officer, step, pack.procedure)
        let isBound = roles.contains { $0.of == .handling }
        let organs =
            isBound ? [officer.organ] : try await asked.office.organs(for: pack.procedure)
        let place = StepPlace(
            asked: asked, officer: officer, procedure: pack.procedure, step: step, opened: nil,
            roles: roles, organs: organs, district: try await asked.office.district())
        guard !roles.isEmpty else { throw place.notTheirs }
        return place
    }

    /// The roles of an opening step that an officer holds.
    static func ownRoles(
        _ officer: District.Officer, _ step: Step, _ procedure: Procedure
    ) -> [Role] {
        step.by.compactMap { procedure.roles[$0] }
            .filter { $0.kind != .party && officer.roles.contains($0.id) }
    }

    private var notTheirs: Refusal {
        let titles = step.by.compactMap { procedure.roles[$0]?.title.chinese }
        return Refusal(
            .notAllowed, field: step.id.text, "此环节由\(titles.joined(separator: "或者"))办理",
            basis: step.basis)
    }

    /// The form as it was left, or an empty one.
    func draft() async throws -> (draft: Draft, isKept: Bool) {
        try await asked.office.stepDraft(
            step.id, in: file?.id, under: procedure.id, for: asked.viewer)
    }

    /// The question that the step puts, if it puts one.
    var asks: ConsultationRule? { procedure.consultations.first { $0.askedBy == step.id } }

    var entries: [Form.Entry] { step.form.flatMap { procedure.forms[$0] }?.entries ?? [] }
}
