import HTML
import Indicators
import Law
import Office
import Packs
import Sheets

/// The entries that made a figure up: case file, organ, stage and day, each with its place in the log.
struct FigureEntries {
    private let frame: Frame
    private let source: FigureSource
    private let part: FigurePage.Part
    private let rows: [CountedEvent]
    private let lines: CaseLines

    init(_ asked: Asked, _ source: FigureSource, _ part: FigurePage.Part) async throws {
        frame = asked.frame
        self.source = source
        self.part = part
        if source.indicator.trigger == nil {
            rows = []
        } else {
            var query = CountedQuery(figure: source.name, days: part.days)
            query.organ = part.organ
            query.after = part.after
            query.limit = FigurePage.limit
            rows = try await asked.office.counted(query)
        }
        lines = try await CaseLines(asked, rows.map(\.summary))
    }

    /// Whether months can be added up: a share cannot, nor can different people.
    var isCounted: Bool {
        switch source.indicator.kind {
        case .count, .sum: true
        case .distinct, .ratio, .stock: false
        }
    }

    private var isMoney: Bool {
        if case .sum = source.indicator.kind { source.indicator.unit.contains("元") } else { false }
    }

    var html: HTML {
        let words = frame.words
        return pieces {
            h2 { words(FiguresPhrase.entries) }
            if source.indicator.trigger == nil {
                p { words(FiguresPhrase.madeOfOthers) }
            } else if rows.isEmpty {
                p(.class("empty")) { words(FiguresPhrase.noEntries) }
            } else {
                p(.class("inset")) { words(FiguresPhrase.entriesLead) }
                table
                frame.nextPage(next)
            }
        }
    }

    private var table: HTML {
        let words = frame.words
        return HTML.element(
            "table", [.class("data"), .aria("label", words(FiguresPhrase.entries))],
            pieces {
                thead {
                    tr {
                        for phrase in [FiguresPhrase.caseFile, .day, .organ, .stage] {
                            th(.scope("col")) { words(phrase) }
                        }
                        if isSum {
                            th(.scope("col"), .class("num")) { words(FiguresPhrase.amount) }
                        }
                        th(.scope("col")) { words(FiguresPhrase.proof) }
                    }
                }
                tbody { for row in rows { line(row) } }
            })
    }

    private var isSum: Bool {
        if case .sum = source.indicator.kind { true } else { false }
    }

    private func line(_ row: CountedEvent) -> HTML {
        let words = frame.words
        return tr {
            th(.scope("row")) { lines.name(row.summary) }
            lines.cell(words(FiguresPhrase.day)) { words.date(row.day) }
            lines.cell(words(FiguresPhrase.organ)) { lines.organ(row.organ) }
            lines.cell(words(FiguresPhrase.stage)) { lines.stage(row.summary) }
            if isSum {
                td(.class("num"), .data("label", words(FiguresPhrase.amount))) {
                    isMoney ? words.money(Money(fen: row.amount)) : "\(row.amount)"
                }
            }
            lines.cell(words(FiguresPhrase.proof)) {
                frame.link(
                    words(FiguresPhrase.entryNumber, ["n": "\(row.sequence)"]),
                    .ledgerEntry(row.sequence))
            }
        }
    }

    private var next: String? {
        guard rows.count == FigurePage.limit, let last = rows.last else { return nil }
        return frame.href(.figure(source.name, year: part.year))
            + (part.month.map { "&month=\($0)" } ?? "")
            + (part.organ.map { "&organ=\($0.text.inQuery)" } ?? "")
            + "&after=\(last.day).\(last.sequence)"
    }
}
