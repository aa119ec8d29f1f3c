import Law

extension ActCheck {
    func hasFields() throws(Refusal) {
        let entries = step.form.flatMap { procedure.forms[$0]?.entries } ?? []
        for entry in entries where entry.required && act.fields[entry.field] == nil {
            let title = procedure.fields[entry.field]?.title.chinese ?? entry.field.text
            throw refusal(.missingField, "应当填写“\(title)”", field: entry.field.text)
        }
        for (id, value) in act.fields.sorted(by: { $0.key < $1.key }) {
            guard entries.contains(where: { $0.field == id }), let field = procedure.fields[id]
            else {
                throw refusal(.unknownField, "表单中没有这一项", field: String(id.text.prefix(64)))
            }
            guard field.accepts(value) else {
                throw refusal(
                    .badField, "“\(field.title.chinese)”应当填写\(field.expectation)", field: id.text)
            }
        }
    }

    func hasDocuments() throws(Refusal) {
        for document in step.documents where !act.documents.contains(document) {
            let title = procedure.documents[document]?.title.chinese ?? document.text
            throw refusal(.missingDocument, "应当提交“\(title)”", field: document.text)
        }
        for document in act.documents where procedure.documents[document] == nil {
            throw refusal(
                .missingDocument, "本程序没有这种材料", field: String(document.text.prefix(64)))
        }
        try checkHeld(act.held, under: procedure)
    }

    func hasOutcome() throws(Refusal) {
        guard let outcome = act.outcome else {
            if step.outcomes.count > 1 {
                throw refusal(
                    .outcomeMissing, "应当选定结果：" + step.outcomes.map(\.text).joined(separator: "、"),
                    field: "outcome")
            }
            return
        }
        guard step.outcomes.contains(outcome) else {
            throw refusal(.outcomeNotAllowed, "此环节不能作出该结果", field: outcome.text)
        }
    }

    func meetsRequirements() throws(Refusal) {
        var file = stated
        file.outcome = completed.outcome ?? file.outcome
        let now = Circumstances(at: occasion.effective, by: occasion.calendar, taking: step.id)
        for rule in step.requirements where !file.holds(rule.that, in: now, under: procedure) {
            throw refusal(Refusal.Code(rule.code), rule.say.chinese, basis: rule.basis)
        }
    }

    func extendsWithinBounds() throws(Refusal) {
        for limit in procedure.limits(extendedBy: step.id) {
            guard let rule = limit.extensions.first(where: { $0.by == step.id }),
                let field = rule.field,
                case .length(let length) = act.fields[field]
            else { continue }
            guard length.unit == rule.most.unit, length.count <= rule.most.count else {
                throw refusal(
                    .extensionTooLong, "至多延长\(rule.most.chinese)", field: field.text,
                    basis: rule.basis)
            }
        }
    }

    func asksSomebody() throws(Refusal) {
        let asks = procedure.consultations.first { $0.askedBy == step.id }
        guard asks != nil || act.addressees.isEmpty else {
            throw refusal(.noAddressee, "此环节不向任何人征询", field: "asks")
        }
        guard asks == nil || !act.addressees.isEmpty else {
            throw refusal(.noAddressee, "应当说明向谁征询", field: "asks")
        }
        guard Set(act.addressees).count == act.addressees.count else {
            throw refusal(.alreadyAsked, "同一被征询人列了两次", field: "asks")
        }
    }

    func paysNoMoreThanOwed() throws(Refusal) {
        for debt in procedure.debts(paidBy: step.id) {
            guard case .money(let amount) = act.fields[debt.amount] else { continue }
            let owed = file.owed(debt, at: occasion.effective, by: occasion.calendar)
            guard amount.fen > 0, amount.fen <= owed?.total.fen ?? 0 else {
                throw refusal(
                    .overpaid, "缴纳 \(amount.yuan) 元，应缴 \(owed?.total.yuan ?? "0") 元",
                    field: debt.amount.text, basis: debt.basis)
            }
        }
    }
}
