import Indicators
import Law
import Office

/// The report as Markdown.
struct ReportMarkdown {
    let report: AnnualReport

    init(_ report: AnnualReport) {
        self.report = report
    }

    var text: String {
        ([heading] + report.groups.map(group) + report.tables.map(table) + [comparison, findings])
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var heading: String {
        """
        # \(report.title.chinese)：法治政府建设年度数据

        \(report.days.lowerBound) 至 \(report.days.upperBound)\(report.organ.map { "，机关：\($0)" } ?? "")
        """
    }

    private func group(_ group: AnnualReport.Group) -> String {
        let rows = group.rows.map { row in
            [
                row.figure.indicator.title.chinese, row.figure.written, row.figure.exact,
                row.denominator ?? "", row.figure.name.description, row.assumed ?? "",
            ]
        }
        return "## \(group.title)\n\n"
            + lines(["指标", "数值", "确数", "分母", "代码", "假定"], rows)
    }

    private func table(_ table: FilledTable) -> String {
        let header = ["项目"] + table.form.columns.map(\.title) + ["总计"]
        let rows = table.rows.map { row in
            [row.title] + (row.numbers?.map { "\($0)" } ?? header.dropFirst().map { _ in "" })
        }
        let checks = table.checks.map { "- \($0.holds ? "成立" : "不成立")：\($0.text)" }
        return "## \(table.form.title.chinese)\n\n\(table.form.basis)\n\n" + lines(header, rows)
            + "\n\n"
            + (checks + ["- \(table.totalsHold ? "成立" : "不成立")：总计＝各列之和"]).joined(separator: "\n")
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
            return [row.section, row.title, row.written, mark, reason]
        }
        return "## 与公布数比较\n\n" + lines(["章节", "项目", "公布", "比较", "理由"], rows)
    }

    private var findings: String {
        guard !report.findings.isEmpty else { return "" }
        return "## 仅凭公布数即可看出的问题\n\n"
            + report.findings.map { "- \($0.text)" }.joined(separator: "\n")
    }

    private func lines(_ header: [String], _ rows: [[String]]) -> String {
        let line = { (cells: [String]) in
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        return ([line(header), line(header.map { _ in "---" })] + rows.map(line)).joined(
            separator: "\n")
    }
}
