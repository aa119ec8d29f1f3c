import HTML
import HTTPTypes
import Hummingbird
import Indicators
import Law
import Office
import Packs
import Sheets

extension FiguresView {
    /// The matter whose pack has the form of a table.
    func matter(ofTable table: FilledTable) -> Procedure.Matter.ID? {
        forms.first { $0.form.id == table.form.id }?.matter
    }
}

/// The prescribed tables, as pages and as files.
enum TablesPage {
    static func list(_ asked: Asked) async throws -> Response {
        let year = asked.frame.reportYear
        let view = try await FiguresView(asked, year: year, organ: nil)
        let words = asked.words
        let heading = words(FiguresPhrase.tablesHeading)
        return asked.page(heading) {
            h1(.class("title")) { heading }
            p(.class("lead")) { words(PublicPhrase.tablesLead) }
            if view.forms.isEmpty { p(.class("empty")) { words(PublicPhrase.noTables) } }
            ul(.class("task-list")) {
                for (matter, form) in view.forms {
                    for shown in Set([year, asked.now.day.year]).sorted() {
                        li {
                            a(.href(asked.frame.href(.table(matter, year: shown)))) {
                                asked.frame.titled(form.title)
                                words(PublicPhrase.inYear, ["year": "\(shown)"])
                            }
                        }
                    }
                }
            }
        }
    }

    private static func table(
        _ asked: Asked
    ) async throws -> (view: FiguresView, matter: Procedure.Matter.ID, table: FilledTable) {
        let year = try asked.year(asked.part("year"))
        let matter = Procedure.Matter.ID(asked.part("matter"))
        let view = try await FiguresView(asked, year: year, organ: nil)
        guard
            let table = view.report.tables.first(where: { view.matter(ofTable: $0) == matter })
        else { throw HTTPError(.notFound) }
        return (view, matter, table)
    }

    static func page(_ asked: Asked) async throws -> Response {
        let (view, matter, table) = try await table(asked)
        let frame = asked.frame
        let words = asked.words
        return asked.page(
            words.title(table.form.title), isWide: true,
            trail: [(words(FiguresPhrase.tablesHeading), .tables)]
        ) {
            h1(.class("title")) { frame.titled(table.form.title) }
            p(.class("lead")) {
                frame.titled(view.report.title)
                " · "
                words(PublicPhrase.inYear, ["year": "\(view.year)"])
            }
            ul(.class("basis")) { li { frame.chinese(table.form.basis) } }
            div(.class("toolbar")) {
                a(
                    .href(frame.href(.tableFile(matter, year: view.year))),
                    .class("button secondary")
                ) {
                    words(FiguresPhrase.download, ["format": "CSV"])
                }
            }
            StatisticalTableView(frame: frame, table: table).html
            TableChecks(frame: frame, table: table).html
        }
    }

    static func file(_ asked: Asked) async throws -> Response {
        let (view, matter, table) = try await table(asked)
        let header =
            [CSV.Cell.text(asked.words(ReportPhrase.item))]
            + table.form.columns.map { CSV.Cell.text($0.title) }
            + [.text(asked.words(ReportPhrase.total))]
        let rows = table.rows.map { row -> [CSV.Cell] in
            let numbers = row.numbers?.map { CSV.Cell.number("\($0)") }
            return [.text(row.title)] + (numbers ?? header.dropFirst().map { _ in .text("") })
        }
        let text = "\u{FEFF}" + CSV(rows: [header] + rows).text
        return Asked.attachment(
            Array(text.utf8), "text/csv; charset=utf-8", named: "\(matter)-\(view.year).csv")
    }
}

/// A prescribed table in its printed layout.
struct StatisticalTableView {
    let frame: Frame
    let table: FilledTable

    var html: HTML {
        let title = frame.words.title(table.form.title)
        return div(
            .class("table-scroll"), .tabindex(0), .role("region"), .aria("label", title)
        ) {
            HTML.element(
                "table", [.class("data"), .aria("label", title)],
                pieces {
                    thead { headers }
                    tbody { for row in table.rows { line(row) } }
                })
        }
    }

    /// Columns with a common heading stand under it, the others reach up beside it.
    @Content private var headers: HTML {
        let columns = table.form.columns
        let hasGroups = columns.contains { $0.group != nil }
        let tall = Attribute("rowspan", ifSet: hasGroups ? "2" : nil)
        tr {
            th(.scope("col"), tall) { frame.words(ReportPhrase.item) }
            for (index, column) in columns.enumerated() {
                if column.group == nil {
                    th(.scope("col"), .class("num"), tall) { frame.chinese(column.title) }
                } else if index == 0 || columns[index - 1].group != column.group {
                    th(
                        .scope("colgroup"),
                        .colspan(columns[index...].prefix { $0.group == column.group }.count)
                    ) { frame.chinese(column.group ?? "") }
                }
            }
            th(.scope("col"), .class("num"), tall) { frame.words(ReportPhrase.total) }
        }
        if hasGroups {
            tr {
                for column in columns where column.group != nil {
                    th(.scope("col"), .class("num")) { frame.chinese(column.title) }
                }
            }
        }
    }

    private func line(_ row: FilledTable.Row) -> HTML {
        tr {
            if let numbers = row.numbers {
                th(.scope("row")) { frame.chinese(row.title) }
                for number in numbers { td(.class("num")) { "\(number)" } }
            } else {
                th(.scope("rowgroup"), .colspan(table.form.columns.count + 2)) {
                    strong { frame.chinese(row.title) }
                }
            }
        }
    }
}

/// Whether a table adds up, by the rules of its form.
struct TableChecks {
    let frame: Frame
    let table: FilledTable

    private var holds: Bool { table.checks.allSatisfy(\.holds) && table.totalsHold }

    var tag: HTML {
        span(.class(holds ? "tag ok" : "tag overdue")) {
            frame.words(holds ? PublicPhrase.addsUp : .doesNotAddUp)
        }
    }

    var html: HTML {
        pieces {
            h2 { frame.words(PublicPhrase.checks) }
            ul(.class("task-list")) {
                for check in table.checks { line(check.text, check.holds) }
                line(frame.words(ReportPhrase.totalsAdd), table.totalsHold)
            }
        }
    }

    private func line(_ text: String, _ holds: Bool) -> HTML {
        li {
            span { text }
            span(.class(holds ? "tag ok" : "tag overdue")) {
                frame.words(holds ? ReportPhrase.holds : .fails)
            }
        }
    }
}
