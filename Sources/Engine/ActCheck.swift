import Law

/// The rules that an act must keep; each function is one kind of rule, and throws its refusal.
struct ActCheck {
    var act: Act
    var step: Step
    let file: CaseFile
    let occasion: Occasion

    var procedure: Procedure { occasion.procedure }

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

    /// The rules that do not depend on who acts and what is stated.
    func standing() throws(Refusal) {
        try isByPeople()
        try isInPlace()
        try isNotTooOften()
        try isNotBarred()
        try isNotTooEarly()
        try canExtend()
        try canPublish()
        try canAsk()
    }

    /// The rules about who acts and what is stated.
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

    func refusal(
        _ code: Refusal.Code, _ reason: String, field: String? = nil, basis: [Basis]? = nil
    ) -> Refusal {
        Refusal(
            code, field: field ?? step.id.text, "\(step.title.chinese)：\(reason)",
            basis: basis ?? step.basis)
    }
}

// MARK: - When and where

extension ActCheck {
    private func isByPeople() throws(Refusal) {
        if step.isByLaw { throw refusal(.byLawOnly, "只因期限届满而发生，不能由人作出") }
    }

    private func isInPlace() throws(Refusal) {
        let stage = procedure.stages[file.stage]
        let isFinal = stage?.isFinal ?? false
        let fits =
            switch step.place {
            case .opening: false
            case .stages(let stages): stages.contains(file.stage)
            case .anywhere: !isFinal
            }
        guard !fits else { return }
        let title = stage?.title.chinese ?? file.stage.text
        throw isFinal
            ? refusal(.closed, "案卷已经处于“\(title)”")
            : refusal(.wrongStage, "案卷处于“\(title)”阶段，不能进行此环节")
    }

    private func isNotTooOften() throws(Refusal) {
        guard let times = step.times, file.deeds.count(where: { $0.step == step.id }) >= times
        else { return }
        throw refusal(.alreadyDone, "在本案中至多进行\(times)次")
    }

    private func isNotBarred() throws(Refusal) {
        for deadline in file.deadlines {
            guard case .bar(let steps) = deadline.limit.lapse, steps.contains(step.id),
                deadline.isRunning,
                deadline.hasLapsed(at: occasion.effective, by: occasion.calendar),
                let due = deadline.due(by: occasion.calendar)
            else { continue }
            throw refusal(
                .timeBarred, "“\(deadline.limit.title.chinese)”已于 \(due.day) 届满",
                basis: deadline.limit.basis)
        }
    }

    private func isNotTooEarly() throws(Refusal) {
        for wait in step.waits {
            guard let before = file.lastDeed(wait.after) else { continue }
            guard
                let due = Counting(from: before.at, wait.atLeast).due(by: occasion.calendar),
                occasion.effective <= due.moment
            else { continue }
            let title = procedure.steps[wait.after]?.title.chinese ?? wait.after.text
            throw refusal(
                .tooEarly, "“\(title)”后须满\(wait.atLeast.chinese)，即 \(due.day) 之后",
                basis: wait.basis)
        }
    }

    private func canExtend() throws(Refusal) {
        for limit in procedure.limits(extendedBy: step.id) {
            guard let rule = limit.extend, rule.by == step.id else { continue }
            guard let deadline = file.running(limit.id) else { continue }
            guard deadline.counting.extensions.count < rule.times else {
                throw refusal(
                    .alreadyExtended, "“\(limit.title.chinese)”至多延长\(rule.times)次",
                    basis: rule.basis)
            }
            if deadline.hasLapsed(at: occasion.effective, by: occasion.calendar) {
                throw refusal(
                    .timeBarred, "“\(limit.title.chinese)”已经届满，不能再延长", basis: rule.basis)
            }
        }
        let extended = procedure.limits(extendedBy: step.id)
        if !extended.isEmpty, extended.allSatisfy({ file.running($0.id) == nil }) {
            throw refusal(.notRunning, "“\(extended[0].title.chinese)”没有在计算")
        }
    }

    private func canPublish() throws(Refusal) {
        for rule in procedure.publications(touchedBy: step.id) {
            let standing = file.publications.last { $0.rule == rule.id }
            let isShown = standing.map { $0.withdrawn == nil } ?? false
            if rule.by == step.id, isShown {
                throw refusal(.alreadyPublished, "“\(rule.title.chinese)”已经公开", basis: rule.basis)
            }
            if rule.withdrawnBy == step.id, !isShown {
                throw refusal(.notPublished, "“\(rule.title.chinese)”没有公开", basis: rule.basis)
            }
        }
    }

    private func canAsk() throws(Refusal) {
        for rule in procedure.consultations(askedBy: step.id)
        where file.consultation(rule.id)?.isOpen ?? false {
            throw refusal(
                .consultationOpen, "“\(rule.title.chinese)”尚未结束", basis: rule.basis)
        }
    }
}
