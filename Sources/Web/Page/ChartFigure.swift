import HTML
import Sheets

/// A drawing with all that belongs to it: what it shows, its key, and the same numbers as a table.
struct ChartFigure {
    let title: String
    let hint: String
    /// The names of the series; empty for one that needs no key.
    var legend: [String] = []
    /// A key of another kind.
    var key: HTML?
    let drawing: HTML
    let header: [String]
    /// A row for each place: its name, then its numbers.
    let rows: [[HTML]]

    func html(in frame: Frame) -> HTML {
        figure(.class("chart panel")) {
            figcaption {
                frame.marked(title)
                span(.class("hint")) { hint }
            }
            key ?? names(in: frame)
            div(
                .class("table-scroll"), .tabindex(0), .role("region"), .aria("label", title)
            ) { drawing }
            details {
                summary { frame.words(FiguresPhrase.asTable) }
                table(in: frame)
            }
        }
    }

    private func names(in frame: Frame) -> HTML? {
        guard !legend.isEmpty else { return nil }
        return ul(.class("legend")) {
            for (index, name) in legend.enumerated() {
                li(.class(index == 0 ? "key" : "key-2")) { frame.marked(name) }
            }
        }
    }

    private func table(in frame: Frame) -> HTML {
        HTML.element(
            "div",
            [
                .class("table-scroll"), .tabindex(0), .role("region"),
                .aria("label", frame.words(FiguresPhrase.tableOf, ["title": title])),
            ],
            HTML.element(
                "table", [.class("data"), .aria("label", title)],
                pieces {
                    thead {
                        tr {
                            for (index, name) in header.enumerated() {
                                th(.scope("col"), .class(index == 0 ? "name" : "num")) {
                                    frame.marked(name)
                                }
                            }
                        }
                    }
                    tbody { for row in rows { line(row) } }
                }))
    }

    private func line(_ row: [HTML]) -> HTML {
        tr {
            for (index, cell) in row.enumerated() {
                if index == 0 {
                    th(.scope("row")) { cell }
                } else {
                    td(.class("num")) { cell }
                }
            }
        }
    }
}
