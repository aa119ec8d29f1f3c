import HTML
import Law
import Sheets

// How the procedure goes, and who decides.

extension Guide {
    var course: HTML {
        section {
            h2(.id("steps")) { self(.steps) }
            StepsDiagram(procedure: procedure, frame: frame).figure
            details {
                summary { self(.diagramAsList) }
                opening
                for stage in procedure.stages where !stage.isFinal { steps(in: stage) }
            }
        }
    }

    private var opening: HTML {
        let steps = procedure.steps.filter { $0.place == .opening }
        return pieces {
            h3 { self(.opening) }
            list(steps)
        }
    }

    /// Steps that may be taken anywhere are told once, at the end of the first stage's list.
    private func steps(in stage: Stage) -> HTML {
        let isFirst = procedure.stages.first?.id == stage.id
        let steps = procedure.steps(in: stage.id).filter { isFirst || $0.place != .anywhere }
        return pieces {
            h3 { frame.titled(stage.title) }
            if let reason = stage.noDeadline { p(.class("hint")) { frame.titled(reason) } }
            list(steps)
        }
    }

    private func list(_ steps: [Step]) -> HTML {
        ul {
            for step in steps {
                li {
                    strong { frame.titled(step.title) }
                    " — "
                    frame.actors(step.by, of: procedure)
                    if let to = step.to.flatMap({ procedure.stages[$0] }) {
                        " → "
                        frame.titled(to.title)
                    }
                    cited(step.basis)
                }
            }
        }
    }

    /// Every step that decides: by whom, with whose approval, with which outcomes.
    var deciding: HTML {
        let steps = procedure.steps.filter { !$0.outcomes.isEmpty }
        return section {
            h2(.id("decides")) { self(.decides) }
            if steps.isEmpty {
                p { self(.decidesNone) }
            } else {
                frame.scrolling(self(.decides)) {
                    table(.class("data")) {
                        caption(.class("visually-hidden")) { self(.decides) }
                        thead {
                            tr {
                                th(.scope("col")) { self(.step) }
                                th(.scope("col")) { self(.holder) }
                                th(.scope("col")) { self(.outcome) }
                            }
                        }
                        tbody { for step in steps { row(step) } }
                    }
                }
            }
        }
    }

    private func row(_ step: Step) -> HTML {
        tr {
            th(.scope("row")) { frame.titled(step.title) }
            td(.data("label", self(.holder))) {
                frame.actors(step.by, of: procedure)
                if step.people.atLeast > 1 {
                    br()
                    self(.officersNeeded, ["count": "\(step.people.atLeast)"])
                }
                if let role = step.people.approvedBy.flatMap({ procedure.roles[$0] }) {
                    br()
                    self(.approvedBy)
                    frame.titled(role.title)
                }
            }
            td(.data("label", self(.outcome))) {
                frame.titleList(step.outcomes.compactMap { procedure.outcomes[$0]?.title })
            }
        }
    }
}
