import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The organs of the district.
enum OrgansPage {
    static func answer(_ asked: Asked) async throws -> Response {
        let rows = try await asked.office.organs(for: asked.viewer)
        let frame = asked.frame
        let words = asked.words
        var kinds: [String] = []
        for row in rows where !kinds.contains(row.body.kind) { kinds.append(row.body.kind) }
        let list = kinds
        return asked.page(words(AdminPhrase.organs), isWide: true) {
            h1(.class("title")) { words(AdminPhrase.organs) }
            frame.adminTabs(.organs)
            p(.class("lead")) {
                words(
                    AdminPhrase.organsLead,
                    [
                        "organs": "\(rows.count)",
                        "officers": "\(rows.reduce(0) { $0 + $1.officers })",
                    ])
            }
            for kind in list {
                h2 { title(of: kind, words) }
                table(rows.filter { $0.body.kind == kind }, title(of: kind, words), frame)
            }
        }
    }

    private static func table(_ rows: [OrganRow], _ title: String, _ frame: Frame) -> HTML {
        let words = frame.words
        return frame.scrolled(title) {
            HTML.element(
                "table", [.class("data"), .aria("label", title)],
                pieces {
                    thead {
                        tr {
                            th(.scope("col")) { words(AdminPhrase.organ) }
                            th(.scope("col"), .class("num")) { words(AdminPhrase.officerCount) }
                            th(.scope("col"), .class("num")) { words(AdminPhrase.openWork) }
                        }
                    }
                    tbody { for row in rows { self.row(row, frame) } }
                })
        }
    }

    private static func row(_ row: OrganRow, _ frame: Frame) -> HTML {
        let words = frame.words
        let isMore = row.work >= OrganRow.most
        return tr {
            th(.scope("row")) {
                frame.titled(row.body.title)
                span(.class("hint mono")) { row.body.id.text }
            }
            td(.class("num"), .data("label", words(AdminPhrase.officerCount))) {
                a(.href(frame.href(.adminOfficers, [("organ", row.body.id.text)]))) {
                    "\(row.officers)"
                }
            }
            td(.class("num"), .data("label", words(AdminPhrase.openWork))) {
                isMore ? "\(OrganRow.most - 1)+" : "\(row.work)"
            }
        }
    }

    /// What a kind of organ is called; the district's own word where no catalogue knows it.
    private static func title(of kind: String, _ words: Words) -> String {
        OrganKindPhrase(rawValue: kind).map { words($0) } ?? kind
    }
}

/// The kinds of organs that a district's file names.
enum OrganKindPhrase: String, Phrase {
    static let area = "organ-kinds"

    case government
    case department
    case subdistrict
    case town
    case committee
}
