import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Sheets

/// A year's report as a page: a text whose every number leads to its cases, with what was published beside it.
enum ReportPage {
    static func answer(_ asked: Asked, isInside: Bool) async throws -> Response {
        if isInside { _ = try await asked.office.oversight(of: asked.viewer) }
        let year = try asked.year(asked.part("year"))
        let view = try await FiguresView(asked, year: year, organ: nil)
        let words = asked.words
        let heading = words(FiguresPhrase.reportOf, ["year": "\(year)"])
        return asked.page(
            heading, isWide: true,
            trail: isInside ? [(words(SitePhrase.dashboard), .dashboard)] : []
        ) {
            div(.class("columns")) {
                contents(view)
                article {
                    h1(.class("title")) { heading }
                    p(.class("lead")) {
                        asked.frame.titled(view.report.title)
                        " · "
                        words(FiguresPhrase.reportLead)
                    }
                    downloads(view)
                    for group in view.report.groups where !group.rows.isEmpty {
                        ReportGroup(view: view, group: group).html
                    }
                    ReportTables(view: view).html
                    ReportComparison(view: view).html
                    ReportFindings(view: view).html
                }
            }
        }
    }

    private static func contents(_ view: FiguresView) -> HTML {
        let words = view.words
        let report = view.report
        return nav(.class("side-nav"), .aria("label", words(FiguresPhrase.contents))) {
            ul {
                for group in report.groups where !group.rows.isEmpty {
                    li { a(.href("#m-\(group.matter)")) { view.marked(group.matter) } }
                }
                if !report.tables.isEmpty {
                    li { a(.href("#tables")) { words(FiguresPhrase.tablesHeading) } }
                }
                if !report.compared.isEmpty {
                    li { a(.href("#comparison")) { words(ReportPhrase.comparison) } }
                }
                if !report.findings.isEmpty {
                    li { a(.href("#findings")) { words(ReportPhrase.findings) } }
                }
            }
        }
    }

    private static func downloads(_ view: FiguresView) -> HTML {
        let frame = view.frame
        return div(.class("toolbar")) {
            for format in ReportDownload.Format.allCases {
                a(
                    .href(frame.href(.reportDownload(view.year, format: format.rawValue))),
                    .class("button secondary")
                ) { frame.words(FiguresPhrase.download, ["format": format.name]) }
            }
        }
    }
}

/// A report as a file.
enum ReportDownload {
    enum Format: String, CaseIterable {
        case markdown = "md"
        case html
        case csv
        case json

        var name: String {
            switch self {
            case .markdown: "Markdown"
            case .html: "HTML"
            case .csv: "CSV"
            case .json: "JSON"
            }
        }

        var mediaType: String {
            switch self {
            case .markdown: "text/markdown; charset=utf-8"
            case .html: "text/html; charset=utf-8"
            case .csv: "text/csv; charset=utf-8"
            case .json: "application/json; charset=utf-8"
            }
        }
    }

    static func answer(_ asked: Asked) async throws -> Response {
        guard let format = Format(rawValue: asked.part("format")) else {
            throw HTTPError(.notFound)
        }
        let year = try asked.year(asked.part("year"))
        let report = try await asked.office.report(year: year, organ: nil)
        let words = asked.words
        let text =
            switch format {
            case .markdown: ReportMarkdown(report, in: words).text + "\n"
            case .html: ReportHTML(report, in: words).page
            // A spreadsheet takes the text for UTF-8 by the mark at its beginning.
            case .csv: "\u{FEFF}" + ReportCSV(report, in: words).text
            case .json: Asked.jsonText(ReportJSON(report, in: words))
            }
        return Asked.attachment(
            Array(text.utf8), format.mediaType, named: "report-\(year).\(format.rawValue)")
    }
}
