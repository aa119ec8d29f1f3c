import Engine
import HTML
import Law
import Office
import Packs
import Sheets

/// Case files in a table.
struct CaseTable {
    let frame: Frame
    let titles: PackTitles
    let district: District?

    private var words: Words { frame.words }

    func html(_ found: [CaseSummary], label: String) -> HTML {
        table(.class("data"), .aria("label", label)) {
            thead {
                tr {
                    th(.scope("col")) { words(DeskPhrase.caseFile) }
                    th(.scope("col")) { words(DeskPhrase.stage) }
                    th(.scope("col")) { words(DeskPhrase.outcome) }
                    th(.scope("col")) { words(DeskPhrase.organ) }
                    th(.scope("col")) { words(DeskPhrase.assignee) }
                    th(.scope("col"), .class("num")) { words(DeskPhrase.opened) }
                }
            }
            tbody { for one in found { line(one) } }
        }
    }

    private func line(_ one: CaseSummary) -> HTML {
        let procedure = titles[one.procedure]
        return tr {
            th(.scope("row")) {
                a(.href(frame.href(.caseFile(one.subject)))) {
                    frame.marked(one.number ?? one.subject.text)
                }
                span(.class("hint")) {
                    if let party = one.party {
                        frame.chinese(party)
                        " · "
                    }
                    frame.titled(procedure?.title, or: one.procedure.text)
                }
            }
            td(.data("label", words(DeskPhrase.stage))) {
                frame.titled(procedure?.stages[one.stage]?.title, or: one.stage.text)
            }
            td(.data("label", words(DeskPhrase.outcome))) {
                one.outcome.map { frame.titled(procedure?.outcomes[$0]?.title, or: $0.text) }
            }
            td(.data("label", words(DeskPhrase.organ))) {
                frame.titled(district?.organ(one.organ)?.title, or: one.organ.text)
            }
            td(.data("label", words(DeskPhrase.assignee))) {
                one.assignee.map { frame.chinese(district?.officer($0)?.name ?? $0.text) }
            }
            td(.data("label", words(DeskPhrase.opened)), .class("num")) { frame.day(one.opened) }
        }
    }
}
