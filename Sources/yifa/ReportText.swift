import Indicators
import Law
import Office
import Sheets

/// The report for a terminal.
struct ReportText {
    let report: AnnualReport
    let words: Words

    init(_ report: AnnualReport, in words: Words) {
        self.report = report
        self.words = words
    }

    var text: String {
        ([heading] + report.groups.map(group) + report.tables.map(table) + [comparison, findings])
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var heading: String {
        let organ = report.organ.map { "（\($0)）" } ?? ""
        return """
            \(report.title.chinese)\(organ)
            法治政府建设年度数据　\(report.days.lowerBound) 至 \(report.days.upperBound)
            每个数都由案卷记录逐项计算；列出背后的案卷：yifa case list --figure 指标 --year \(report.year)
            """
    }

    private func group(_ group: AnnualReport.Group) -> String {
        let rows = group.rows.map { row in
            let written = words.written(row.figure)
            let exact = words.exact(row.figure) == written ? "" : words.exact(row.figure)
            var notes = [exact]
            if let denominator = row.denominator { notes.append("分母：\(denominator.chinese)") }
            notes.append(
                row.figure.indicator.basis.isEmpty ? "" : "〔\(row.figure.indicator.basis.cited)〕")
            let note = notes.filter { !$0.isEmpty }.joined(separator: "　")
            return (row.assumed == nil ? "  " : "＊")
                + row.figure.indicator.title.chinese.padded(to: 44)
                + written.padded(to: 14, onTheLeft: true) + "  "
                + row.figure.name.description.padded(to: 40)
                + note
        }
        let assumed =
            group.rows.lazy.compactMap(\.assumed).first.map { ["＊ 含假定：\($0.chinese)"] } ?? []
        return (["■ \(group.title(in: words))"] + rows.map(\.trimmedEnd) + assumed).joined(
            separator: "\n")
    }

    private func table(_ table: FilledTable) -> String {
        let columns = table.form.columns.map(\.title) + ["总计"]
        let groups = Set(table.form.columns.compactMap(\.group)).sorted()
        var lines = ["■ \(table.form.title.chinese)〔\(table.form.basis)〕"]
        if !groups.isEmpty {
            let members = groups.map { name in
                "\(name)：\(table.form.columns.filter { $0.group == name }.map(\.title).joined(separator: "、"))"
            }
            lines.append("  " + members.joined(separator: "；"))
        }
        lines.append(
            "  " + "".padded(to: 60) + columns.map { $0.padded(to: 14, onTheLeft: true) }.joined())
        for row in table.rows {
            let numbers = row.numbers.map {
                $0.map { "\($0)".padded(to: 14, onTheLeft: true) }.joined()
            }
            lines.append(("  " + row.title.padded(to: 60) + (numbers ?? "")).trimmedEnd)
        }
        lines += table.checks.map { check in
            check.holds ? "  ✓ \(check.text)" : "  ✗ \(check.text)：\(check.left) ≠ \(check.right)"
        }
        lines.append("  " + (table.totalsHold ? "✓" : "✗") + " 总计＝自然人＋法人或其他组织各列")
        lines.append("  " + (table.isNonNegative ? "✓" : "✗") + " 各数均为非负整数")
        return lines.joined(separator: "\n")
    }

    private var comparison: String {
        guard !report.compared.isEmpty else { return "" }
        let counts = report.comparisonCounts
        var lines = [
            "■ 与公布数比较：\(counts.equal)项相同，\(counts.differs)项不同，\(counts.unknown)项不能计算"
        ]
        for row in report.compared {
            guard let mark = row.comparison.mark else { continue }
            let reason = row.comparison.told(in: words).reason
            lines.append(
                "  \(mark) " + row.title.padded(to: 28)
                    + row.written.padded(to: 14, onTheLeft: true)
                    + "  \(reason)")
        }
        lines.append("  不能计算的原因：")
        for (reason, titles) in report.unknownReasons {
            lines.append(
                "  · \(words.reason(reason))（\(titles.count)项）：\(titles.prefix(6).joined(separator: "、"))\(titles.count > 6 ? "……" : "")"
            )
        }
        return lines.joined(separator: "\n")
    }

    private var findings: String {
        guard !report.findings.isEmpty else { return "" }
        let lines = report.findings.map { "  \($0.isSlip ? "✗" : "·") \($0.told(in: words))" }
        return (["■ 仅凭公布数即可看出的问题"] + lines).joined(separator: "\n")
    }
}

extension AnnualReport {
    var comparisonCounts: (equal: Int, differs: Int, unknown: Int) {
        compared.reduce(into: (0, 0, 0)) { counts, row in
            switch row.comparison {
            case .equal: counts.0 += 1
            case .differs: counts.1 += 1
            case .cannotBeComputed: counts.2 += 1
            }
        }
    }

    /// The reasons why published figures cannot be computed, each with the figures concerned.
    var unknownReasons: [(reason: Comparison.Obstacle, titles: [String])] {
        var order: [Comparison.Obstacle] = []
        var titles: [Comparison.Obstacle: [String]] = [:]
        for row in compared {
            guard case .cannotBeComputed(let reason) = row.comparison else { continue }
            if titles[reason] == nil { order.append(reason) }
            titles[reason, default: []].append(row.title)
        }
        return order.map { ($0, titles[$0] ?? []) }
    }
}

extension Comparison {
    /// A mark; nil for what cannot be computed.
    var mark: String? {
        switch self {
        case .equal: "＝"
        case .differs: "≠"
        case .cannotBeComputed: nil
        }
    }
}

extension String {
    /// The text padded with spaces to a width in terminal columns, where Chinese characters take two.
    func padded(to width: Int, onTheLeft: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(1, width - terminalWidth))
        return onTheLeft ? spaces + self : self + spaces
    }

    private var terminalWidth: Int {
        unicodeScalars.reduce(0) {
            $0
                + ((0x1100...0xFF60).contains($1.value) && $1.value > 0x2E7F
                    || (0x3000...0x303F).contains($1.value) ? 2 : 1)
        }
    }

    var trimmedEnd: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
