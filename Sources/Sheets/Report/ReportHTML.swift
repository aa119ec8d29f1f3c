import Indicators
package import Office

/// The report as HTML: a part of a page, or one self-contained page.
package struct ReportHTML {
    private let report: AnnualReport
    private let words: Words
    private let told: ReportWords

    package init(_ report: AnnualReport, in words: Words) {
        self.report = report
        self.words = words
        told = ReportWords(report: report, words: words)
    }

    /// What stands in the body of a page.
    package var fragment: String {
        """
        <h1>\(told.title.escaped)</h1>
        <p>\(told.span.escaped)</p>
        \(report.groups.map(group).joined(separator: "\n"))
        \(report.tables.map(table).joined(separator: "\n"))
        \(comparison)
        \(findings)
        """
    }

    package var page: String {
        """
        <!DOCTYPE html>
        <html lang="\(words.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(told.title.escaped)</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        \(fragment)
        </body>
        </html>
        """
    }

    private static let style = """
        body{font:16px/1.7 "Noto Sans CJK SC","Source Han Sans SC",sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1c2430}
        table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
        caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{border-bottom:1px solid #d5dbe3;padding:.25rem .5rem;text-align:left;vertical-align:top}
        td.n{text-align:right;font-variant-numeric:tabular-nums}
        code{color:#4a5a70}
        """

    private func group(_ group: AnnualReport.Group) -> String {
        let rows = group.rows.map { row in
            "<tr><th scope=\"row\">\(words.title(row.figure.indicator.title).escaped)</th>"
                + "<td class=\"n\">\(words.written(row.figure).escaped)</td>"
                + "<td class=\"n\">\(words.exact(row.figure).escaped)</td>"
                + "<td>\((row.denominator.map(words.title) ?? "").escaped)</td><td><code>\(row.figure.name.description.escaped)</code></td>"
                + "<td>\((row.assumed.map(words.title) ?? "").escaped)</td></tr>"
        }
        return "<h2>\(group.title(in: words).escaped)</h2>\n"
            + table(told.figureHeader, rows)
    }

    private func table(_ table: FilledTable) -> String {
        let columns = table.form.columns.map(\.title) + [told(.total)]
        let rows = table.rows.map { row in
            let cells = row.numbers.map { $0.map { "<td class=\"n\">\($0)</td>" }.joined() }
            return
                "<tr><th scope=\"row\">\(row.title.escaped)</th>\(cells ?? "<td colspan=\"\(columns.count)\"></td>")</tr>"
        }
        let checks = table.checks.map { "<li>\(told.check($0.text, holds: $0.holds).escaped)</li>" }
        return
            "<h2>\(words.title(table.form.title).escaped)</h2>\n<p>\(table.form.basis.escaped)</p>\n"
            + self.table([told(.item)] + columns, rows) + "\n<ul>\(checks.joined())</ul>"
    }

    private var comparison: String {
        guard !report.compared.isEmpty else { return "" }
        let rows = report.compared.map { row in
            let (result, reason) = row.comparison.told(in: words)
            return
                "<tr><th scope=\"row\">\(row.title.escaped)</th><td class=\"n\">\(row.written.escaped)</td><td>\(result.escaped)</td><td>\(reason.escaped)</td></tr>"
        }
        let header: [ReportPhrase] = [.item, .published, .compared, .reason]
        return "<h2>\(told(.comparison).escaped)</h2>\n" + table(header.map { told($0) }, rows)
    }

    private var findings: String {
        guard !report.findings.isEmpty else { return "" }
        let items = report.findings.map { "<li>\($0.told(in: words).escaped)</li>" }
        return "<h2>\(told(.findings).escaped)</h2>\n<ul>\(items.joined())</ul>"
    }

    private func table(_ header: [String], _ rows: [String]) -> String {
        let cells = header.map { "<th scope=\"col\">\($0.escaped)</th>" }.joined()
        return
            "<table><thead><tr>\(cells)</tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table>"
    }
}

extension String {
    /// The text with the characters that mean something in HTML made harmless.
    fileprivate var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
