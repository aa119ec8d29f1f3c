import Engine
import HTML
import Law
import Office
import Packs
import Sheets

/// Case files as lists name them to anybody: never with a person, and with a link only for those who may open them.
struct CaseLines {
    let frame: Frame
    /// Every admitted edition, the oldest first.
    let procedures: [Procedure]
    let district: District?
    let open: Set<CaseFile.ID>

    init(_ asked: Asked, _ summaries: [CaseSummary]) async throws {
        frame = asked.frame
        procedures = try await asked.office.editions().map(\.procedure)
        district = try await asked.office.district()
        open = try await asked.office.openable(summaries, by: asked.viewer)
    }

    /// The name, with the number under which it is known.
    @Content func name(_ summary: CaseSummary) -> HTML {
        if open.contains(summary.subject) {
            frame.link(summary.subject.text, address(summary.subject))
        } else {
            span(.class("mono")) { summary.subject.text }
        }
        if let number = summary.number { span(.class("hint")) { frame.chinese(number) } }
    }

    private func address(_ subject: CaseFile.ID) -> Address {
        frame.viewer.officer == nil && frame.viewer.duties.isEmpty
            ? .myCase(subject) : .caseFile(subject)
    }

    func organ(_ id: Organ.ID) -> HTML {
        district?.organ(id).map { frame.titled($0.title) } ?? HTML(id.text)
    }

    @Content func stage(_ summary: CaseSummary) -> HTML {
        let procedure = procedure(summary.procedure)
        procedure?.stages[summary.stage].map { frame.titled($0.title) }
            ?? HTML(summary.stage.text)
        if let outcome = summary.outcome, let known = procedure?.outcomes[outcome] {
            span(.class("hint")) { frame.titled(known.title) }
        }
    }

    func procedure(_ id: Procedure.ID) -> Procedure? { procedures.last { $0.id == id } }

    func cell(_ label: String, @Content _ content: () -> HTML) -> HTML {
        td(.data("label", label)) { content() }
    }
}
