import Law

/// What no procedure may do to a party: each rule closes a way in which a right could be skipped, cut off or told wrongly.
extension StaticCheck {
    func checkRights() {
        for limit in procedure.timeLimits {
            checkBar(limit)
            checkPosting(limit)
        }
        for step in procedure.steps { checkUndoing(step) }
        for rule in procedure.consultations { checkHearing(rule) }
        for debt in procedure.debts { checkTelling(debt) }
        for outcome in procedure.outcomes where outcome.burdens { checkRemedies(outcome) }
    }

    /// The end of a time takes away only what its holder could have done in it.
    private func checkBar(_ limit: TimeLimit) {
        guard case .bar(let steps) = limit.lapse else { return }
        for step in steps where procedure.steps[step]?.by.contains(limit.holder) == false {
            report(
                .deadline, limit.id.text,
                "deadline '\(limit.id)' of '\(limit.holder)' bars '\(step)', which '\(limit.holder)' does not take: a lapse takes away only its holder's right"
            )
        }
    }

    /// A party's silence costs a right only where posting in time and good cause are thought of.
    private func checkPosting(_ limit: TimeLimit) {
        guard procedure.roles[limit.holder]?.kind == .party, limit.noUndoing == nil else { return }
        let acts: [Step.ID]
        switch limit.lapse {
        case .overdue: return
        case .take: acts = limit.metBy
        case .bar(let barred): acts = limit.metBy + barred
        }
        guard let field = limit.posted else {
            return report(
                .deadline, limit.id.text,
                "deadline '\(limit.id)' costs a party a right: say 'posted' (a day field; what is posted in time is in time), or 'no-undoing' why not"
            )
        }
        let isStated = acts.contains { step in
            procedure.steps[step]?.form.flatMap { procedure.forms[$0] }?.entries
                .contains { $0.field == field } ?? false
        }
        if !isStated {
            report(
                .deadline, limit.id.text,
                "no step that meets '\(limit.id)' states '\(field)', the day of posting")
        }
        if case .take(let step) = limit.lapse,
            !procedure.steps.contains(where: { $0.undoes.contains(limit.id) })
        {
            report(
                .deadline, limit.id.text,
                "the law takes '\(step)' when '\(limit.id)' lapses: say which step 'undoes' it for good cause or posting in time, or 'no-undoing' why none does"
            )
        }
    }

    private func checkUndoing(_ step: Step) {
        for limit in step.undoes {
            guard let rule = procedure.timeLimits[limit] else { continue }
            if case .take = rule.lapse { continue }
            report(
                .step, step.id.text,
                "step '\(step.id)' undoes '\(limit)', whose lapse takes no step: there is nothing to undo"
            )
        }
    }

    /// Each party asked keeps their own time, and what depends on it waits.
    private func checkHearing(_ rule: ConsultationRule) {
        guard procedure.roles[rule.addressees]?.kind == .party, rule.join != .inform else { return }
        if rule.join != .each {
            report(
                .consultation, rule.id.text,
                "consultation '\(rule.id)' asks parties: 'join: each', or one answer ends another's time"
            )
        }
        if rule.holds.isEmpty {
            report(
                .consultation, rule.id.text,
                "consultation '\(rule.id)' asks parties: say which steps it 'holds' until their time is over"
            )
        }
    }

    /// Nobody owes more than they were told before.
    private func checkTelling(_ debt: DebtRule) {
        guard let step = procedure.steps[debt.incurredBy], step.place != .opening else { return }
        let told = step.told?.noHeavier.contains { $0.stated == debt.principal } ?? false
        if !told {
            report(
                .step, step.id.text,
                "step '\(step.id)' makes a party owe '\(debt.principal)': say in 'told' what they were told before"
            )
        }
    }

    /// A burdened party has a remedy on every day.
    private func checkRemedies(_ outcome: Outcome) {
        let named = outcome.remedies.compactMap { procedure.remedies[$0] }
        guard !named.isEmpty else { return }
        let changes = named.compactMap(\.inForce).flatMap { days in
            [days.from, days.until?.adding(days: 1)].compactMap { $0 }
        }
        let days = [procedure.inForce.from] + changes.filter(procedure.inForce.contains)
        for day in days.sorted()
        where procedure.remedies(against: outcome.id, on: day).isEmpty {
            return report(
                .outcome, outcome.id.text,
                "outcome '\(outcome.id)' burdens a party, but no remedy is in force on \(day)")
        }
    }
}
