import Law

/// The rules that an act must keep as to who acts and what is stated; each function is one kind of rule, and throws its refusal.
struct ActCheck: RuleCheck {
    let act: Act
    let step: Step
    let file: CaseFile
    let occasion: Occasion

    /// The file as it would stand with what the act states.
    var stated: CaseFile {
        var file = file
        file.state(act, of: step)
        return file
    }

    /// The act with the only possible outcome filled in, and the number that the law gives: nobody brings their own.
    var completed: Act {
        var act = act
        act.number = nil
        if step.outcomes.count == 1 { act.outcome = step.outcomes[0] }
        act.mark = nil
        if let rule = procedure.numbering, rule.at.contains(step.id), file.number == nil {
            act.mark = rule.isMarked ? occasion.mark ?? "" : nil
            act.number = rule.marked(act.mark ?? "")
                .number(occasion.nextNumber, in: occasion.effective.day.year)
        }
        return act
    }

    /// A numbered paper carries its organ's mark.
    func hasMark() throws(Refusal) {
        guard let rule = procedure.numbering, rule.isMarked, rule.at.contains(step.id),
            file.number == nil, occasion.mark == nil
        else { return }
        throw refusal(.noMark, "本机关没有登记发文机关代字，不能编号", field: "number")
    }

    /// Nothing that is shown whole to the public may tell what is masked beside it.
    func keepsMasks() throws(Refusal) {
        let shown = procedure.publications.filter { rule in
            rule.by == step.id
                || rule.withdrawnBy != step.id
                    && file.publications.last { $0.rule == rule.id }.map { $0.withdrawn == nil }
                        ?? false
        }
        guard !shown.isEmpty else { return }
        let stated = stated
        for rule in shown {
            guard let found = stated.unmasked(rule, in: occasion.circumstances, under: procedure)
            else { continue }
            let title = { (id: Field.ID) in self.procedure.fields[id]?.title.chinese ?? id.text }
            throw refusal(
                .namesMaskedPerson, "公开的“\(title(found.shown))”中含有应当隐去的“\(title(found.masked))”",
                field: found.shown.text, basis: rule.basis)
        }
    }

    func content() throws(Refusal) {
        try isByPeople()
        try hasRole()
        try hasPeople()
        try isSeparate()
        try isApproved()
        try hasFields()
        try isPostedBefore()
        try hasDocuments()
        try hasOutcome()
        try meetsRequirements()
        try extendsWithinBounds()
        try asksSomebody()
        try paysNoMoreThanOwed()
        try isNoHeavierThanTold()
        try keepsMasks()
        try hasMark()
    }
}
