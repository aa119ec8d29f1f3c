import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// Questions that wait for the viewer's answer, each with the two answers at hand.
enum InboxPage {
    static let most = 50

    static func answer(_ asked: Asked) async throws -> Response {
        _ = try asked.officer()
        var query = WorkQuery()
        query.limit = most
        let rows = try await asked.office.desk(.questions, query, for: asked.viewer)
        let titles = PackTitles(try await asked.office.packs())
        let words = asked.words
        let title = words(QueuePhrase.inbox)
        return asked.page(title, isWide: true, trail: [(words(SitePhrase.desk), .desk)]) {
            h1(.class("title")) { title }
            p(.class("lead")) { words(QueuePhrase.inboxLead) }
            if rows.isEmpty {
                div(.class("empty")) { p { words(QueuePhrase.inboxEmpty) } }
            } else {
                ul(.class("card-grid")) { for row in rows { card(asked.frame, row, titles) } }
            }
        }
    }

    private static func card(_ frame: Frame, _ row: DeskRow, _ titles: PackTitles) -> HTML {
        let words = frame.words
        let procedure = titles[row.summary.procedure]
        let rule = ConsultationRule.ID(row.item.deadline)
        let address = Address.caseConsultation(row.summary.subject, rule)
        return li(.class("panel")) {
            h2 {
                a(.href(frame.href(address))) {
                    frame.titled(procedure?.consultations[rule]?.title, or: rule.text)
                }
            }
            p {
                frame.link(
                    row.summary.number ?? row.summary.subject.text,
                    .caseFile(row.summary.subject))
                if let party = row.summary.party {
                    " · "
                    frame.chinese(party)
                }
            }
            p(.class("hint")) { frame.titled(procedure?.title, or: row.summary.procedure.text) }
            p {
                frame.left(until: row.item.due)
                if let due = row.item.due { " \(due.brief)" }
            }
            frame.form(address) {
                frame.hidden("back", "inbox")
                div(.class("button-row")) {
                    button(.class("button"), .type("submit"), .name("move"), .value("agree")) {
                        words(CaseFilePhrase.agree)
                    }
                    button(
                        .class("button secondary"), .type("submit"), .name("move"),
                        .value("object")
                    ) { words(CaseFilePhrase.object) }
                }
            }
        }
    }
}
