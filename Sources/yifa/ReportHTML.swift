import Indicators
import Law
import Office

/// The report as one self-contained HTML page.
struct ReportHTML {
    let report: AnnualReport

    init(_ report: AnnualReport) {
        self.report = report
    }

    var text: String {
        let title = "\(report.title.chinese)：法治政府建设年度数据"
        return """
            <!DOCTYPE html>
            <html lang="zh-Hans">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title.escaped)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <h1>\(title.escaped)</h1>
            <p>\(report.days.lowerBound) 至 \(report.days.upperBound)\(report.organ.map { "，机关：\($0.text.escaped)" } ?? "")</p>
            \(report.groups.map(group).joined(separator: "\n"))
            \(report.tables.map(table).joined(separator: "\n"))
            \(comparison)
            \(findings)
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
            "<tr><th scope=\"row\">\(row.figure.indicator.title.chinese.escaped)</th>"
                + "<td class=\"n\">\(row.figure.written.escaped)</td><td class=\"n\">\(row.figure.exact.escaped)</td>"
                + "<td>\((row.denominator ?? "").escaped)</td><td><code>\(row.figure.name.description.escaped)</code></td>"
                + "<td>\((row.assumed ?? "").escaped)</td></tr>"
        }
        return "<h2>\(group.title.escaped)</h2>\n"
            + table(["指标", "数值", "确数", "分母", "代码", "假定"], rows)
    }

    private func table(_ table: FilledTable) -> String {
        let columns = table.form.columns.map(\.title) + ["总计"]
        let rows = table.rows.map { row in
            let cells = row.numbers.map { $0.map { "<td class=\"n\">\($0)</td>" }.joined() }
            return
                "<tr><th scope=\"row\">\(row.title.escaped)</th>\(cells ?? "<td colspan=\"\(columns.count)\"></td>")</tr>"
        }
        let checks = table.checks.map { "<li>\($0.holds ? "成立" : "不成立")：\($0.text.escaped)</li>" }
        return "<h2>\(table.form.title.chinese.escaped)</h2>\n<p>\(table.form.basis.escaped)</p>\n"
            + self.table(["项目"] + columns, rows) + "\n<ul>\(checks.joined())</ul>"
    }

    private var comparison: String {
        guard !report.compared.isEmpty else { return "" }
        let rows = report.compared.map { row in
            let (mark, reason): (String, String) =
                switch row.comparison {
                case .equal(let reason): ("相同", reason)
                case .differs(let reason): ("不同", reason)
                case .cannotBeComputed(let reason): ("不能计算", reason)
                }
            return
                "<tr><th scope=\"row\">\(row.title.escaped)</th><td class=\"n\">\(row.written.escaped)</td><td>\(mark)</td><td>\(reason.escaped)</td></tr>"
        }
        return "<h2>与公布数比较</h2>\n" + table(["项目", "公布", "比较", "理由"], rows)
    }

    private var findings: String {
        guard !report.findings.isEmpty else { return "" }
        let items = report.findings.map { "<li>\($0.text.escaped)</li>" }
        return "<h2>仅凭公布数即可看出的问题</h2>\n<ul>\(items.joined())</ul>"
    }

    private func table(_ header: [String], _ rows: [String]) -> String {
        let cells = header.map { "<th scope=\"col\">\($0.escaped)</th>" }.joined()
        return
            "<table><thead><tr>\(cells)</tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table>"
    }
}

extension String {
    /// The text with the characters that mean something in HTML made harmless.
    var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
