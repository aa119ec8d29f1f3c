import Indicators
import Law
package import Office

/// The report as CSV, a row a figure.
package struct ReportCSV {
    private let report: AnnualReport
    private let words: Words

    package init(_ report: AnnualReport, in words: Words) {
        self.report = report
        self.words = words
    }

    package var text: String {
        let header = [
            "id", "title", "unit", "value", "numerator", "denominator", "published", "comparison",
        ]
        let rows = report.groups.flatMap(\.rows).map(row)
        return CSV(rows: [header.map(CSV.Cell.text)] + rows).text
    }

    private func row(_ row: AnnualReport.Row) -> [CSV.Cell] {
        let figure = row.figure
        let (value, numerator, denominator): (String, String, String) =
            switch figure.amount {
            case .count(let count): ("\(count)", "", "")
            case .money(let money): (money.yuan, "", "")
            case .share(let of, let over):
                (share(of, over, digits: figure.indicator.digits), "\(of)", "\(over)")
            }
        let compared = row.printed.map { Comparison(figure, with: $0).told(in: words).result }
        return [
            .text(figure.name.description), .text(words.title(figure.indicator.title)),
            .text(words.unit(figure.indicator.unit, of: 2)), .number(value), .number(numerator),
            .number(denominator), .text(row.printed?.written ?? ""), .text(compared ?? ""),
        ]
    }

    /// In percent; nothing where there is no denominator.
    private func share(_ of: Int, _ over: Int, digits: Int) -> String {
        over == 0 ? "" : Indicators.Decimal.percent(of, over, digits: digits).text
    }
}
