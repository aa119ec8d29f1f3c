import Law

/// What a step asks of whoever takes it.
struct CaseDemand: Encodable {
    struct Entry: Encodable {
        let field: String
        let title: String
        let required: Bool
        let personal: Bool
        /// What may stand in it.
        let expected: String
    }

    let step: CaseSheet.Labelled
    let by: [CaseSheet.Labelled]
    let officers: Int
    let certified: Bool
    let approvedBy: CaseSheet.Labelled?
    let fields: [Entry]
    let documents: [CaseSheet.Labelled]
    let outcomes: [CaseSheet.Labelled]
    let basis: [String]

    init(_ step: Step, under procedure: Procedure) {
        let role = { (id: Role.ID) in
            CaseSheet.Labelled(id: id.text, title: procedure.roles[id]?.title.chinese ?? id.text)
        }
        self.step = CaseSheet.Labelled(id: step.id.text, title: step.title.chinese)
        by = step.by.map(role)
        officers = step.people.atLeast
        certified = step.people.certified
        approvedBy = step.people.approvedBy.map(role)
        let entries = step.form.flatMap { procedure.forms[$0] }?.entries ?? []
        fields = entries.compactMap { entry in
            procedure.fields[entry.field].map { field in
                Entry(
                    field: field.id.text, title: field.title.chinese, required: entry.required,
                    personal: field.personal, expected: field.choices ?? field.expectation)
            }
        }
        documents = step.documents.map { id in
            CaseSheet.Labelled(
                id: id.text, title: procedure.documents[id]?.title.chinese ?? id.text)
        }
        outcomes = step.outcomes.map { id in
            CaseSheet.Labelled(id: id.text, title: procedure.outcomes[id]?.title.chinese ?? id.text)
        }
        basis = step.basis.map(\.text)
    }

    var text: String {
        var lines = ["\(step.title) \(step.id)〔\(basis.joined(separator: "；"))〕"]
        var people = by.map { "\($0.title) \($0.id)" }.joined(separator: "或者")
        if officers > 1 { people += "，\(officers)人以上" }
        if certified { people += "，持有效执法证" }
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

extension Field {
    /// The choices with their titles; nil for another kind of field.
    fileprivate var choices: String? {
        guard case .choice(let choices) = kind else { return nil }
        return choices.map { "\($0.id) \($0.title.chinese)" }.joined(separator: "、")
    }
}
