import HTML
import Law
import Office
import Sheets

extension DeskPage {
    /// The form by which the list is narrowed; it works by the address alone.
    var filters: HTML {
        HTML.element(
            "form",
            [.class("filters"), .method("get"), .action(frame.href(.desk)), .role("search")],
            pieces {
                frame.hidden("scope", filter.scope.rawValue)
                div(.class("field")) {
                    label(.for("q")) { frame.words(DeskPhrase.searchText) }
                    input(.type("search"), .id("q"), .name("q"), .value(filter.text))
                }
                procedures
                if let procedure = filter.procedure.flatMap({ titles[$0] }) { stages(procedure) }
                dues
                unassigned
                div(.class("button-row")) {
                    frame.submit(frame.words(DeskPhrase.filter))
                    if filter.isNarrowed {
                        frame.link(
                            frame.words(DeskPhrase.clear),
                            .deskList(DeskFilter(filter.scope).query), .class("button quiet"))
                    }
                }
            })
    }

    private func menu(
        _ name: String, _ phrase: DeskPhrase, _ value: String, _ options: [(String, String)]
    ) -> HTML {
        div(.class("field")) {
            label(.for(name)) { frame.words(phrase) }
            select(.id(name), .name(name)) {
                option(.value("")) { frame.words(DeskPhrase.any) }
                for (key, text) in options {
                    option(
                        .value(key), .selected(key == value),
                        Attribute("lang", ifSet: frame.foreign(text))
                    ) { text }
                }
            }
        }
    }

    private var procedures: HTML {
        let known = packs.map { ($0.procedure.id.text, frame.words.title($0.procedure.title)) }
        return menu("procedure", .procedure, filter.procedure?.text ?? "", known)
    }

    private func stages(_ procedure: Procedure) -> HTML {
        let stages = procedure.stages.filter { !$0.isFinal }
            .map { ($0.id.text, frame.words.title($0.title)) }
        return menu("stage", .stage, filter.stage?.text ?? "", stages)
    }

    private var dues: HTML {
        let words = frame.words
        var options = [
            ("overdue", words(DeskPhrase.dueOverdue)), ("soon", words(DeskPhrase.dueSoon)),
            ("week", words(DeskPhrase.dueWeek)), ("paused", words(DeskPhrase.duePaused)),
        ]
        if case .day(let day) = filter.due { options.append((day.description, words.date(day))) }
        return menu("due", .due, filter.due?.text ?? "", options)
    }

    private var unassigned: HTML {
        let words = frame.words
        return menu(
            "unassigned", .assignee, filter.isUnassigned ? "1" : "",
            [("1", words(DeskPhrase.nobody))])
    }
}
