import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// The trail: who did and saw what, newest first.
enum TrailPage {
    private static let limit = 100

    static func answer(_ asked: Asked) async throws -> Response {
        var query = query(asked)
        query.limit = limit + 1
        let entries = try await asked.office.trail(query, for: asked.viewer)
        let shown = Array(entries.prefix(limit))
        let frame = asked.frame
        let words = asked.words
        let wanted = query
        return asked.page(words(AdminPhrase.trail), isWide: true) {
            h1(.class("title")) { words(AdminPhrase.trail) }
            frame.adminTabs(.trail)
            p(.class("lead")) { words(AdminPhrase.trailLead) }
            filters(wanted, frame)
            div(.class("toolbar")) {
                a(
                    .href(frame.href(.adminTrailFile, parts(wanted))),
                    .class("button secondary")
                ) { words(AdminPhrase.trailDownload) }
            }
            table(shown, frame)
            frame.nextPage(
                entries.count > limit
                    ? shown.last?.n.map {
                        frame.href(.adminTrail, parts(wanted) + [("before", "\($0)")])
                    } : nil)
        }
    }

    /// What the filters ask for; an empty one asks for nothing.
    static func query(_ asked: Asked) -> TrailQuery {
        var query = TrailQuery()
        query.account = asked.query("account")?.trimmed.lowercased()
        query.subject = (asked.query("case")?.trimmed).map { CaseFile.ID($0) }
        query.act = asked.query("act")
        query.before = asked.query("before").flatMap { Int($0) }
        return query
    }

    private static func parts(_ query: TrailQuery) -> [(String, String?)] {
        [("account", query.account), ("case", query.subject?.text), ("act", query.act)]
    }

    private static func filters(_ query: TrailQuery, _ frame: Frame) -> HTML {
        let words = frame.words
        return frame.filters(.adminTrail) {
            frame.textField(
                "account", label: words(AccountPhrase.accountName), value: query.account ?? "",
                type: "search")
            frame.textField(
                "case", label: words(AdminPhrase.caseName), value: query.subject?.text ?? "",
                type: "search")
            frame.menu(
                "act", label: words(AdminPhrase.act), value: query.act ?? "", isRequired: false,
                options: TrailPhrase.allCases.map { ($0.rawValue, words($0)) },
                none: words(AdminPhrase.all))
        }
    }

    private static func table(_ entries: [TrailEntry], _ frame: Frame) -> HTML {
        let words = frame.words
        guard !entries.isEmpty else { return p(.class("empty")) { words(AdminPhrase.none) } }
        return frame.scrolled(words(AdminPhrase.trail)) {
            HTML.element(
                "table", [.class("data"), .aria("label", words(AdminPhrase.trail))],
                pieces {
                    thead {
                        tr {
                            th(.scope("col"), .class("num")) { words(AdminPhrase.place) }
                            th(.scope("col")) { words(AdminPhrase.when) }
                            th(.scope("col")) { words(AccountPhrase.accountName) }
                            th(.scope("col")) { words(AdminPhrase.act) }
                            th(.scope("col")) { words(AdminPhrase.caseName) }
                            th(.scope("col")) { words(AdminPhrase.detail) }
                        }
                    }
                    tbody { for entry in entries { row(entry, frame) } }
                })
        }
    }

    private static func row(_ entry: TrailEntry, _ frame: Frame) -> HTML {
        let words = frame.words
        return tr {
            th(.scope("row"), .class("num")) { entry.n.map { "\($0)" } ?? "" }
            td(.data("label", words(AdminPhrase.when)), .class("nowrap")) { entry.at.wallTime }
            td(.data("label", words(AccountPhrase.accountName))) {
                a(.href(frame.href(.adminTrail, [("account", entry.account)]))) { entry.account }
            }
            td(.data("label", words(AdminPhrase.act))) {
                TrailPhrase(rawValue: entry.act).map { words($0) } ?? entry.act
            }
            td(.data("label", words(AdminPhrase.caseName)), .class("mono")) {
                if let subject = entry.subject {
                    a(.href(frame.href(.adminTrail, [("case", subject.text)]))) { subject.text }
                }
            }
            td(.data("label", words(AdminPhrase.detail)), .class("mono")) { entry.detail }
        }
    }
}
