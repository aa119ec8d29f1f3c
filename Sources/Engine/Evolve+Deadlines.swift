import Law

extension CaseFile {
    /// What a step does to deadlines, in the order: undone, met, extended, resumed, paused, restarted, started, dropped.
    mutating func moveDeadlines(
        by step: Step, _ act: Act, at moment: Moment, under procedure: Procedure
    ) {
        for limit in step.undoes { undoLapse(of: limit, by: step.id, act, at: moment) }
        for index in deadlines.indices where deadlines[index].isRunning {
            let limit = deadlines[index].limit
            if limit.metBy.contains(step.id), isEnough(limit, step.id, under: procedure) {
                let met = limit.moment(of: act, at: moment)
                deadlines[index].finish(.met(by: step.id, at: met))
            } else if limit.lapse == .take(step.id) {
                deadlines[index].finish(.lapsed(at: moment))
            } else {
                extend(at: index, by: step.id, act)
                pauseOrResume(at: index, by: step.id, moment, under: procedure)
                if limit.restarts.contains(step.id) { deadlines[index].restart(at: moment) }
            }
        }
        for limit in procedure.limits(startedBy: step.id) {
            start(limit, by: step.id, at: moment, under: procedure)
        }
        dropUnmeetable(at: moment, under: procedure)
    }

    private mutating func extend(at index: Int, by step: Step.ID, _ act: Act) {
        guard let rule = deadlines[index].limit.extensions.first(where: { $0.by == step }) else {
            return
        }
        if let field = rule.field, case .length(let length) = act.fields[field] {
            deadlines[index].extend(by: length, step)
        } else {
            deadlines[index].extend(by: rule.most, step)
        }
    }

    private mutating func pauseOrResume(
        at index: Int, by step: Step.ID, _ moment: Moment, under procedure: Procedure
    ) {
        let measure = Measure(day: moment.day, calendar: nil, procedure: procedure)
        for (cause, pause) in deadlines[index].limit.pauses.enumerated() {
            guard case .between(let from, let until) = pause.cause else { continue }
            if until.contains(step) { deadlines[index].resume(cause, at: moment) }
            if from.contains(step), pause.when.map({ isMet($0, by: measure) }) ?? true {
                deadlines[index].pause(cause, at: moment)
            }
        }
    }

    private mutating func start(
        _ limit: TimeLimit, by step: Step.ID, at moment: Moment, under procedure: Procedure
    ) {
        guard running(limit.id) == nil, let length = length(of: limit.span) else { return }
        let measure = Measure(day: moment.day, calendar: nil, procedure: procedure)
        if let when = limit.when, !isMet(when, by: measure) { return }
        deadlines.append(
            Deadline(
                limit, startedBy: step, from: beginning(of: limit) ?? moment, length: length))
        if limit.countedFrom != nil { takeOverPauses(under: procedure) }
    }

    /// The earlier moment from which a deadline counts; nil if it counts from the step that starts it.
    private func beginning(of limit: TimeLimit) -> Moment? {
        switch limit.countedFrom {
        case .steps(let steps): return deeds.last { steps.contains($0.step) }?.at
        case .field(let field):
            if case .day(let day) = fields[field] { return Moment(day) }
            return nil
        case nil: return nil
        }
    }

    /// The deadline just started stood still in the same spans of time since it counts as it would have, had it run.
    private mutating func takeOverPauses(under procedure: Procedure) {
        let index = deadlines.count - 1
        for deed in deeds where deed.at > deadlines[index].counting.start {
            pauseOrResume(at: index, by: deed.step, deed.at, under: procedure)
        }
    }

    /// The length of a span as the fields now stand; nil if the field is not set.
    func length(of span: TimeLimit.Span) -> Length? {
        switch span {
        case .fixed(let length): return length
        case .chosen(let field, let lengths):
            if case .choice(let choice) = fields[field] { return lengths[choice] }
            return nil
        case .set(let field):
            if case .length(let length) = fields[field] { return length }
            return nil
        }
    }

    mutating func pauseForConsultation(
        _ rule: ConsultationRule.ID, at moment: Moment, under procedure: Procedure
    ) {
        let measure = Measure(day: moment.day, calendar: nil, procedure: procedure)
        for index in deadlines.indices where deadlines[index].isRunning {
            for (cause, pause) in deadlines[index].limit.pauses.enumerated()
            where pause.cause == .consultation(rule)
                && pause.when.map({ isMet($0, by: measure) }) ?? true
            {
                deadlines[index].pause(cause, at: moment)
            }
        }
        if consultation(rule)?.isOpen == false { resumeAfterConsultation(rule, at: moment) }
    }

    mutating func resumeAfterConsultation(_ rule: ConsultationRule.ID, at moment: Moment) {
        for index in deadlines.indices where deadlines[index].isRunning {
            for (cause, pause) in deadlines[index].limit.pauses.enumerated()
            where pause.cause == .consultation(rule) {
                deadlines[index].resume(cause, at: moment)
            }
        }
    }
}

// MARK: - How deadlines end without being met

extension CaseFile {
    mutating func dropDeadlines(notStartedBy step: Step.ID, at moment: Moment) {
        for index in deadlines.indices
        where deadlines[index].isRunning && deadlines[index].startedBy != step {
            deadlines[index].finish(.dropped(at: moment))
        }
        for index in consultations.indices where consultations[index].isOpen {
            consultations[index].apply(.withdraw, at: moment)
        }
    }

    /// A duty that nobody can meet any more, at this stage or at any later one, ends: it would be overdue for ever.
    private mutating func dropUnmeetable(at moment: Moment, under procedure: Procedure) {
        for index in deadlines.indices
        where deadlines[index].isRunning && deadlines[index].limit.lapse == .overdue {
            let canBeMet = deadlines[index].limit.metBy.contains {
                procedure.canTake($0, from: stage)
            }
            if !canBeMet { deadlines[index].finish(.dropped(at: moment)) }
        }
    }

    /// A step that defeats a lapse: the deadline was met after all, what the law did in its place is taken back, and the
    /// deadlines that ended with the file run again, without the time in between.
    private mutating func undoLapse(
        of limit: TimeLimit.ID, by step: Step.ID, _ act: Act, at moment: Moment
    ) {
        guard let index = deadlines.lastIndex(where: { $0.limit.id == limit }),
            case .lapsed(let lapsed) = deadlines[index].end,
            case .take(let taken) = deadlines[index].limit.lapse,
            let deed = deeds.lastIndex(where: { $0.step == taken })
        else { return }
        deadlines[index].finish(
            .met(by: step, at: deadlines[index].limit.moment(of: act, at: moment)))
        if deeds[deed].outcome != nil {
            outcome = deeds[..<deed].last { $0.outcome != nil }?.outcome
        }
        for other in deadlines.indices {
            if deadlines[other].end == .dropped(at: lapsed) { deadlines[other].revive(at: moment) }
            if deadlines[other].isRunning, deadlines[other].startedBy == taken {
                deadlines[other].finish(.dropped(at: moment))
            }
        }
    }

    /// Whether a step that meets the deadline does all that is owed: a debt's own deadline is met by what completes the principal.
    private func isEnough(
        _ limit: TimeLimit, _ step: Step.ID, under procedure: Procedure
    ) -> Bool {
        procedure.debts(paidBy: step).allSatisfy { debt in
            guard debt.payable == limit.id, case .money(let principal) = fields[debt.principal]
            else { return true }
            let paid = payments.filter { $0.debt == debt.id }.reduce(0) { $0 + $1.amount.fen }
            return paid >= principal.fen
        }
    }
}

extension TimeLimit {
    /// When an act counts as done: on the day it was posted, where it says so (Civil Procedure Law, article 85).
    func moment(of act: Act, at moment: Moment) -> Moment {
        guard let posted, case .day(let day) = act.fields[posted] else { return moment }
        return min(moment, .end(of: day))
    }
}
