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
        if let rule = procedure.numbering, rule.at.contains(step.id), file.number == nil {
            act.number = rule.number(occasion.nextNumber, in: occasion.effective.day.year)
        }
        return act
    }

    func content() throws(Refusal) {
        try isByPeople()
        try hasRole()
        try hasPeople()
        try isSeparate()
        try isApproved()
        try hasFields()
        try hasDocuments()
        try hasOutcome()
        try meetsRequirements()
        try extendsWithinBounds()
        try asksSomebody()
        try paysNoMoreThanOwed()
    }
}
