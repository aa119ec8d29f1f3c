import Indicators
package import Office

/// The report as Markdown.
package struct ReportMarkdown {
    private let report: AnnualReport
    private let words: Words
    private let told: ReportWords

    package init(_ report: AnnualReport, in words: Words) {
        self.report = report
        self.words = words
        told = ReportWords(report: report, words: words)
    }

    package var text: String {
        ([heading] + report.groups.map(group) + report.tables.map(table) + [comparison, findings])
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var heading: String { "# \(told.title)\n\n\(told.span)" }

    private func group(_ group: AnnualReport.Group) -> String {
        let rows = group.rows.map { row in
            [
                words.title(row.figure.indicator.title), words.written(row.figure),
                words.exact(row.figure), row.denominator.map(words.title) ?? "",
                row.figure.name.description,
                row.assumed.map(words.title) ?? "",
            ]
        }
        return "## \(group.title(in: words))\n\n" + lines(told.figureHeader, rows)
    }

    private func table(_ table: FilledTable) -> String {
        let header = [told(.item)] + table.form.columns.map(\.title) + [told(.total)]
        let rows = table.rows.map { row in
            [row.title] + (row.numbers?.map { "\($0)" } ?? header.dropFirst().map { _ in "" })
        }
        let checks =
            table.checks.map { told.check($0.text, holds: $0.holds) }
            + [told.check(told(.totalsAdd), holds: table.totalsHold)]
        return "## \(words.title(table.form.title))\n\n\(table.form.basis)\n\n"
            + lines(header, rows) + "\n\n" + checks.map { "- " + $0 }.joined(separator: "\n")
    }

    private var comparison: String {
        guard !report.compared.isEmpty else { return "" }
        let rows = report.compared.map { row in
            let (result, reason) = row.comparison.told(in: words)
            return [row.section, row.title, row.written, result, reason]
        }
        let header: [ReportPhrase] = [.section, .item, .published, .compared, .reason]
        return "## \(told(.comparison))\n\n" + lines(header.map { told($0) }, rows)
    }

    private var findings: String {
        guard !report.findings.isEmpty else { return "" }
        return "## \(told(.findings))\n\n"
            + report.findings.map { "- \($0.told(in: words))" }.joined(separator: "\n")
    }

    private func lines(_ header: [String], _ rows: [[String]]) -> String {
        let line = { (cells: [String]) in
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        return ([line(header), line(header.map { _ in "---" })] + rows.map(line)).joined(
            separator: "\n")
    }
}
