import HTML
import Law
import Office
import Sheets

// What one needs in order to begin.

extension Guide {
    /// Where it begins, or why it cannot be begun here.
    var start: HTML {
        pieces {
            if let plain = procedure.plain { p(.class("lead")) { frame.titled(plain) } }
            if procedure.id == Office.reviewing {
                p(.class("lead")) { self(.review) }
                p { frame.link(self(.reviewStart), .myCases, .class("button")) }
            } else if !procedure.inForce.contains(frame.now.day) {
                div(.class("warning")) { p { self(.notInForce) } }
            } else if !procedure.applications.isEmpty {
                p(.class("lead")) { self(.startHint) }
                p { frame.link(self(.start), .apply(procedure.id), .class("button")) }
            } else {
                p(.class("lead")) { self(.startOther) }
            }
            if let rule = procedure.confidentiality {
                div(.class("inset")) {
                    p {
                        strong { self(.confidential) }
                        " "
                        frame.titled(rule.say)
                    }
                    cited(rule.basis)
                }
            }
        }
    }

    /// The steps by which a party begins, or where none may, those by which an organ does.
    private var openings: [Step] {
        procedure.applications.isEmpty
            ? procedure.steps.filter { $0.place == .opening } : procedure.applications
    }

    var beginners: HTML {
        section {
            h2(.id("who")) { self(procedure.applications.isEmpty ? .whoBegins : .whoMay) }
            ul {
                for step in openings {
                    li {
                        frame.actors(step.by, of: procedure)
                        " — "
                        frame.titled(step.title)
                        cited(step.basis)
                    }
                }
            }
            asked(openings)
        }
    }

    /// For which reasons a beginning is refused: sentences that are told then, no conditions.
    var hindrances: HTML? {
        let opening = openings.filter { !$0.requirements.isEmpty }
        guard !opening.isEmpty || !acceptances.isEmpty else { return nil }
        return section {
            h2(.id("conditions")) { self(.hindrances) }
            p { self(.hindrancesLead) }
            for step in opening {
                h3 { frame.titled(step.title) }
                requirements(step.requirements)
            }
            for step in acceptances {
                h3 {
                    self(.accepted)
                    frame.titled(step.title)
                }
                requirements(step.requirements)
            }
        }
    }

    /// The questions of the opening forms, each form once.
    private func asked(_ opening: [Step]) -> HTML {
        var seen: Set<Form.ID> = []
        let forms = opening.compactMap(\.form).filter { seen.insert($0).inserted }
            .compactMap { procedure.forms[$0] }
        return pieces {
            for form in forms {
                details {
                    summary { self(.fieldsAsked, ["count": "\(form.entries.count)"]) }
                    ul {
                        for entry in form.entries {
                            if let field = procedure.fields[entry.field] {
                                li {
                                    frame.titled(field.title)
                                    if entry.required {
                                        " "
                                        span(.class("badge")) { self(.fieldRequired) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    var documents: HTML {
        let first = procedure.applications.filter { !$0.documents.isEmpty }
        let later = procedure.steps.filter { step in
            step.place != .opening && !step.documents.isEmpty
                && step.by.contains { procedure.roles[$0]?.kind == .party }
        }
        return section {
            h2(.id("documents")) { self(.documents) }
            if first.isEmpty && later.isEmpty {
                p { self(.documentsNone) }
            } else {
                frame.scrolling(self(.documents)) {
                    table(.class("data")) {
                        caption(.class("visually-hidden")) { self(.documents) }
                        thead {
                            tr {
                                th(.scope("col")) { self(.document) }
                                th(.scope("col")) { self(.when) }
                                th(.scope("col")) { self(.required) }
                            }
                        }
                        tbody {
                            for step in first { rows(step, note: self(.opening)) }
                            for step in later { rows(step, note: self(.documentsLater)) }
                        }
                    }
                }
            }
        }
    }

    private func rows(_ step: Step, note: String) -> [HTML] {
        step.documents.compactMap { procedure.documents[$0] }.map { document in
            tr {
                th(.scope("row")) { frame.titled(document.title) }
                td(.data("label", self(.when))) { frame.titled(step.title) }
                td(.data("label", self(.required))) { note }
            }
        }
    }
}
