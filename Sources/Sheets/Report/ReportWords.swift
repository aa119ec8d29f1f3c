import Indicators
import Law
package import Office

/// The words that every form of the report shares.
struct ReportWords {
    let report: AnnualReport
    let words: Words

    func callAsFunction(_ phrase: ReportPhrase) -> String { words(phrase) }

    var title: String { words(ReportPhrase.title, ["district": words.title(report.title)]) }

    /// The days, and the organ if it is one's own report.
    var span: String {
        let days = words(
            ReportPhrase.days,
            [
                "from": report.days.lowerBound.description,
                "until": report.days.upperBound.description,
            ])
        return days + (report.organ.map { words(ReportPhrase.organ, ["organ": $0.text]) } ?? "")
    }

    var figureHeader: [String] {
        [ReportPhrase.indicator, .value, .exact, .denominator, .code, .assumed].map { words($0) }
    }

    func check(_ text: String, holds: Bool) -> String {
        words(
            ReportPhrase.checked,
            ["result": words(holds ? ReportPhrase.holds : .fails), "check": text])
    }
}

extension AnnualReport.Group {
    /// The titles of its procedures, one after another.
    package func title(in words: Words) -> String {
        titles.map(words.title).joined(separator: words(ReportPhrase.listed))
    }
}
