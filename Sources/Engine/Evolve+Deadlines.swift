import Law

extension CaseFile {
    /// What a step does to deadlines, in the order: met, extended, resumed, paused, restarted, started.
    mutating func moveDeadlines(
        by step: Step, _ act: Act, at moment: Moment, under procedure: Procedure
    ) {
        for index in deadlines.indices where deadlines[index].isRunning {
            let limit = deadlines[index].limit
            if limit.metBy.contains(step.id) {
                deadlines[index].finish(.met(by: step.id, at: moment))
            } else if limit.lapse == .take(step.id) {
                deadlines[index].finish(.lapsed(at: moment))
            } else {
                extend(at: index, by: step.id, act)
                pauseOrResume(at: index, by: step.id, moment)
                if limit.restarts.contains(step.id) { deadlines[index].restart(at: moment) }
            }
        }
        for limit in procedure.limits(startedBy: step.id) {
            start(limit, by: step.id, at: moment)
        }
    }

    private mutating func extend(at index: Int, by step: Step.ID, _ act: Act) {
        guard let rule = deadlines[index].limit.extend, rule.by == step else { return }
        if let field = rule.field, case .length(let length) = act.fields[field] {
            deadlines[index].extend(by: length)
        } else {
            deadlines[index].extend(by: rule.most)
        }
    }

    private mutating func pauseOrResume(at index: Int, by step: Step.ID, _ moment: Moment) {
        for (cause, pause) in deadlines[index].limit.pauses.enumerated() {
            guard case .between(let from, let until) = pause.cause else { continue }
            if until.contains(step) { deadlines[index].resume(cause, at: moment) }
            if from.contains(step) { deadlines[index].pause(cause, at: moment) }
        }
    }

    private mutating func start(_ limit: TimeLimit, by step: Step.ID, at moment: Moment) {
        guard running(limit.id) == nil, let length = length(of: limit.span) else { return }
        if let when = limit.when, !isMet(when) { return }
        let start = limit.countedFrom.flatMap { lastDeed($0)?.at } ?? moment
        deadlines.append(Deadline(limit, startedBy: step, from: start, length: length))
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

    mutating func pauseForConsultation(_ rule: ConsultationRule.ID, at moment: Moment) {
        for index in deadlines.indices where deadlines[index].isRunning {
            for (cause, pause) in deadlines[index].limit.pauses.enumerated()
            where pause.cause == .consultation(rule) {
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

    mutating func dropDeadlines(notStartedBy step: Step.ID, at moment: Moment) {
        for index in deadlines.indices
        where deadlines[index].isRunning && deadlines[index].startedBy != step {
            deadlines[index].finish(.dropped(at: moment))
        }
        for index in consultations.indices where consultations[index].isOpen {
            consultations[index].apply(.withdraw, at: moment)
        }
    }
}
