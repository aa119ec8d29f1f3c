import HTML
import Indicators
import Law
import Office
import Packs
import Sheets

/// The figures of one matter: a sentence, and a table with the provenance of each.
struct ReportGroup {
    let view: FiguresView
    let group: AnnualReport.Group

    private var words: Words { view.words }

    var html: HTML {
        pieces {
            h2(.id("m-\(group.matter)")) { view.marked(group.matter) }
            p { sentence }
            table
            for assumed in assumptions {
                p(.class("inset")) {
                    span(.class("tag info")) { words(FiguresPhrase.assumedTag) }
                    " "
                    view.frame.titled(assumed)
                }
            }
        }
    }

    /// Why figures of the matter have no published counterpart, each reason once.
    private var assumptions: [Title] {
        group.rows.compactMap(\.assumed).reduce(into: []) { known, assumed in
            if !known.contains(assumed) { known.append(assumed) }
        }
    }

    /// The first figures of the matter as a text.
    @Content private var sentence: HTML {
        let told = group.rows.prefix(5)
        for (index, row) in told.enumerated() {
            if index > 0 { words(FiguresPhrase.comma) }
            view.frame.titled(row.figure.indicator.title)
            words(FiguresPhrase.amountsTo)
            link(row)
        }
        words(FiguresPhrase.fullStop)
    }

    private func link(_ row: AnnualReport.Row) -> HTML {
        a(.href(view.cases(of: row.figure.name))) { words.written(row.figure) }
    }

    private var table: HTML {
        HTML.element(
            "table",
            [
                .class("data"),
                .aria(
                    "label",
                    words(FiguresPhrase.figuresOf, ["matter": view.title(of: group.matter)])),
            ],
            pieces {
                thead {
                    tr {
                        th(.scope("col")) { words(ReportPhrase.indicator) }
                        th(.scope("col"), .class("num")) { words(ReportPhrase.value) }
                        th(.scope("col")) { words(ReportPhrase.published) }
                        th(.scope("col")) { words(FiguresPhrase.provenance) }
                    }
                }
                tbody { for row in group.rows { line(row) } }
            })
    }

    private func line(_ row: AnnualReport.Row) -> HTML {
        tr {
            th(.scope("row")) {
                view.frame.titled(row.figure.indicator.title)
                span(.class("hint mono")) { row.figure.name.description }
            }
            td(.class("num"), .data("label", words(ReportPhrase.value))) {
                link(row)
                if words.exact(row.figure) != words.written(row.figure) {
                    span(.class("hint")) { words.exact(row.figure) }
                }
            }
            td(.data("label", words(ReportPhrase.published))) { published(row) }
            td(.data("label", words(FiguresPhrase.provenance))) { provenance(row) }
        }
    }

    @Content private func published(_ row: AnnualReport.Row) -> HTML {
        if let printed = row.printed {
            view.frame.chinese(printed.written)
            " "
            view.tag(row)
        } else if row.assumed != nil {
            span(.class("tag info")) { words(FiguresPhrase.assumedTag) }
        }
    }

    @Content private func provenance(_ row: AnnualReport.Row) -> HTML {
        let indicator = row.figure.indicator
        if case .ratio(let of, let over) = indicator.kind {
            title(of)
            " ÷ "
            title(over)
        }
        if case .stock(let into, let out) = indicator.kind {
            title(into)
            " − "
            title(out)
        }
        if indicator.trigger != nil { words(FiguresPhrase.countedFromEntries) }
        if !indicator.basis.isEmpty {
            ul(.class("basis")) {
                for basis in indicator.basis { li { view.frame.chinese(basis.text) } }
            }
        }
    }

    private func title(_ id: Indicator.ID) -> HTML {
        group.rows.first { $0.figure.name.indicator == id }
            .map { view.frame.titled($0.figure.indicator.title) } ?? HTML(id.text)
    }
}

/// The prescribed tables, each on a page of its own.
struct ReportTables {
    let view: FiguresView

    var html: HTML? {
        let found = view.report.tables.compactMap { table in
            view.matter(ofTable: table).map { ($0, table) }
        }
        guard !found.isEmpty else { return nil }
        let words = view.words
        return pieces {
            h2(.id("tables")) { words(FiguresPhrase.tablesHeading) }
            ul(.class("task-list")) {
                for (matter, table) in found {
                    li {
                        a(.href(view.frame.href(.table(matter, year: view.year)))) {
                            view.frame.titled(table.form.title)
                        }
                        TableChecks(frame: view.frame, table: table).tag
                    }
                }
            }
        }
    }
}

/// What the printed figures alone show.
struct ReportFindings {
    let view: FiguresView

    var html: HTML? {
        guard !view.report.findings.isEmpty else { return nil }
        return pieces {
            h2(.id("findings")) { view.words(ReportPhrase.findings) }
            for finding in view.report.findings {
                div(.class(finding.isSlip ? "warning" : "inset")) {
                    p { view.frame.marked(finding.told(in: view.words)) }
                }
            }
        }
    }
}
