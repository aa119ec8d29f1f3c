import Law

/// The rules that a step must keep whoever takes it and whatever is stated: when and where; each throws its refusal.
struct StepCheck: RuleCheck {
    var step: Step
    let file: CaseFile
    let occasion: Occasion
    /// The act to be judged; nil where it is asked only whether some act is possible.
    let act: Act?
    private let stage: Stage?

    init(step: Step, file: CaseFile, occasion: Occasion, act: Act? = nil) {
        self.step = step
        self.act = act
        self.file = file
        self.occasion = occasion
        stage = occasion.procedure.stages[file.stage]
    }

    func standing() throws(Refusal) {
        try isByPeople()
        try isInPlace()
        try isNotTooOften()
        try isNotBarred()
        try isNotTooEarly()
        try canExtend()
        try canPublish()
        try canAsk()
        try isNotHeld()
        try hasSomethingToUndo()
    }

    private func isInPlace() throws(Refusal) {
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
                deadline.isRunning, isLate(for: deadline),
                let due = deadline.due(by: occasion.calendar)
            else { continue }
            throw refusal(
                .timeBarred, "“\(deadline.limit.title.chinese)”已于 \(due.day) 届满",
                basis: deadline.limit.basis)
        }
    }

    /// Whether the time has passed for the act; one not known yet could have been posted in time.
    private func isLate(for deadline: Deadline) -> Bool {
        guard let act else {
            return deadline.limit.posted == nil
                && deadline.hasLapsed(at: occasion.effective, by: occasion.calendar)
        }
        let done = deadline.limit.moment(of: act, at: occasion.effective)
        return deadline.hasLapsed(at: done, by: occasion.calendar)
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
            guard let rule = limit.extensions.first(where: { $0.by == step.id }),
                let deadline = file.running(limit.id)
            else { continue }
            guard deadline.extensions(by: step.id) < rule.times else {
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

    /// While somebody still has their time to answer, what depends on it waits.
    private func isNotHeld() throws(Refusal) {
        for rule in procedure.consultations(holding: step.id)
        where file.consultation(rule.id)?.isOpen ?? false {
            throw refusal(
                .consultationOpen, "“\(rule.title.chinese)”尚未结束，被征询人仍在期限内", basis: rule.basis)
        }
    }

    private func hasSomethingToUndo() throws(Refusal) {
        guard !step.undoes.isEmpty else { return }
        let hasLapsed = step.undoes.contains { id in
            if case .lapsed = file.deadlines.last(where: { $0.limit.id == id })?.end {
                true
            } else {
                false
            }
        }
        guard hasLapsed else { throw refusal(.nothingLapsed, "没有已经届满的期限可以恢复") }
    }
}
