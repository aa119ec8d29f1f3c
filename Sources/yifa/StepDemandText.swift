import Sheets

extension StepDemand {
    /// The demand for a terminal.
    var text: String {
        var lines = ["\(step.title) \(step.id)〔\(basis.joined(separator: "；"))〕"]
        var people = by.map { "\($0.title) \($0.id)" }.joined(separator: "或者")
        if officers > 1 { people += "，\(officers)人以上" }
        if certified { people += "，持有效行政执法证件" }
        if let approvedBy { people += "，经\(approvedBy.title) \(approvedBy.id) 批准" }
        lines.append("  由\(people)")
        if !fields.isEmpty { lines += ["填写（＊为必填）"] + CaseLayout.table(fields.map(row)) }
        if !documents.isEmpty {
            lines += ["提交"] + CaseLayout.table(documents.map { [$0.id, $0.title] })
        }
        if outcomes.count > 1 {
            lines += ["选定结果之一"] + CaseLayout.table(outcomes.map { [$0.id, $0.title] })
        }
        return lines.joined(separator: "\n")
    }

    private func row(_ entry: Entry) -> [String] {
        [
            entry.required ? "＊" : "　", entry.field, CaseLayout.brief(entry.title, 40),
            entry.expected,
        ]
    }
}
