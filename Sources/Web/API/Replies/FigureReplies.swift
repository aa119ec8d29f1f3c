import Engine
import Law
import Ledger
import Office
import Sheets

/// A figure with where it comes from.
struct FigureReply: Encodable {
    let figure: ReportJSON.Row
    /// What it amounts to in each month; nothing for figures made of others.
    let months: [Int]
    let organs: [String: Int]

    static let schema = Schema.object([
        .must("figure", ReportJSON.rowSchema), .must("months", .list(.whole)),
        .must("organs", .map(.whole)),
    ])
}

/// An entry that a figure counted.
struct CountedReply: Encodable {
    let sequence: Int
    let day: String
    let amount: Int
    let organ: CaseSheet.Labelled
    let `case`: SummaryReply

    init(_ event: CountedEvent, _ titles: Titles) {
        sequence = event.sequence
        day = event.day.description
        amount = event.amount
        organ = titles.organ(event.organ)
        `case` = SummaryReply(event.summary, titles, isPublic: true)
    }

    static let schema = Schema.object([
        .must("sequence", .count), .must("day", .day), .must("amount", .whole),
        .must("organ", .labelled), .must("case", .named("CaseSummary")),
    ])
}

extension Schema {
    static let whole = Schema.integer(JSON.safeIntegers)
}

extension ReportJSON {
    static let rowSchema = Schema.object([
        .must("figure", .words), .must("title", .words), .must("written", .words),
        .must("exact", .words), .may("count", .whole), .may("fen", .whole),
        .may("numerator", .whole), .may("denominator", .whole), .may("denominatorTitle", .words),
        .must("basis", .list(.words)), .may("assumed", .words), .must("cases", .words),
    ])

    static let tableSchema = Schema.object([
        .must("table", .words), .must("columns", .list(.words)),
        .must(
            "rows",
            .list(
                .object([
                    .must("row", .words), .must("title", .words), .may("numbers", .list(.whole)),
                ]))),
        .must("checks", .list(.object([.must("text", .words), .must("holds", .flag)]))),
    ])

    private static let group = Schema.object([
        .must("matter", .words), .must("title", .words), .must("figures", .list(rowSchema)),
    ])

    private static let compared = Schema.object([
        .must("published", .words), .must("title", .words), .must("written", .words),
        .may("figure", .words), .must("result", .words), .must("reason", .words),
    ])

    private static let finding = Schema.object([
        .must("severity", .words), .must("published", .list(.words)), .must("text", .words),
    ])

    static let schema = Schema.object([
        .must("district", .words), .must("year", .year), .may("organ", .words),
        .must("from", .day), .must("until", .day), .must("groups", .list(group)),
        .must("tables", .list(tableSchema)), .must("compared", .list(compared)),
        .must("findings", .list(finding)),
    ])
}
