import Engine
import Law

extension CaseSheetMaker {
    func term(_ deadline: Deadline) -> CaseSheet.Term {
        let due = deadline.due(by: calendar)
        let (state, remark) = standing(of: deadline, due)
        let grounds = deadline.limit.pauses.map(\.ground)
        let paused = paused(deadline)
        let reasons = due?.explainedReasons(in: words.words, grounds: grounds)
        return CaseSheet.Term(
            deadline: Labelled(
                id: deadline.limit.id.text, title: words.title(deadline.limit.title)),
            holder: label(deadline.limit.holder), state: state, due: due?.brief, remark: remark,
            why: due.map { $0.explanation(in: words.words, of: reasons ?? []) } ?? paused,
            basis: deadline.limit.basis.map(\.text),
            reasons: reasons ?? paused,
            daysLeft: deadline.isRunning ? due.map { now.day.distance(to: $0.day) } : nil)
    }

    private func paused(_ deadline: Deadline) -> [String] {
        let grounds = deadline.limit.pauses.map(\.ground)
        return deadline.counting.pauses.filter { $0.until == nil }.map { pause in
            words(
                .pausedSince,
                [
                    "day": pause.from.day.description,
                    "ground": words.words.ground(pause.ground, among: grounds),
                ])
        }
    }

    private func standing(
        of deadline: Deadline, _ due: DueDate?
    ) -> (CaseSheet.Term.State, String) {
        switch deadline.end {
        case .met(let step, let moment):
            let isLate = !deadline.isMetInTime(by: calendar)
            let places = ["day": moment.day.description, "step": words.step(step)]
            return isLate ? (.late, words(.metLate, places)) : (.met, words(.metOn, places))
        case .lapsed(let moment):
            return (.lapsed, words(.lapsedOn, ["day": moment.day.description]))
        case .dropped(let moment):
            let places = ["day": moment.day.description]
            let isMissed = deadline.isMissed(due)
            return isMissed
                ? (.missed, words(.missedOn, places)) : (.dropped, words(.droppedOn, places))
        case nil: return running(deadline, due)
        }
    }

    private func running(
        _ deadline: Deadline, _ due: DueDate?
    ) -> (CaseSheet.Term.State, String) {
        guard let due else { return (.paused, paused(deadline).first ?? words(.notCounting)) }
        if deadline.isOverdue(at: now, by: calendar) {
            let time = words.words.span(from: due.moment, to: now, isDay: due.isDay)
            return (.overdue, words(.overdueBy, ["time": time]))
        }
        guard deadline.hasLapsed(at: now, by: calendar) else {
            return (.running, words.words.left(until: due, at: now))
        }
        switch deadline.limit.lapse {
        case .overdue: return (.overdue, words(.overdue))
        case .take(let step): return (.passed, words(.lapseTakes, ["step": words.step(step)]))
        case .bar(let steps):
            return (.passed, words(.lapseBars, ["steps": words.listed(steps.map(words.step))]))
        }
    }

    func consultation(_ consultation: Consultation) -> CaseSheet.Consultation {
        CaseSheet.Consultation(
            consultation: Labelled(
                id: consultation.rule.id.text, title: words.title(consultation.rule.title)),
            join: words.join(consultation.rule.join),
            silence: words.silence(consultation.rule.silence),
            askers: consultation.askers.map(label), result: consultation.result.map(words.result),
            questions: consultation.questions.map { question in
                CaseSheet.Consultation.Question(
                    addressee: label(question.addressee),
                    due: consultation.due(question, by: calendar)?.brief,
                    state: words.question(question))
            })
    }

    func debt(_ rule: DebtRule) -> CaseSheet.Debt? {
        guard let owed = file.owed(rule, at: now, by: calendar),
            case .money(let incurred) = file.fields[rule.principal]
        else { return nil }
        let paid = file.payments.filter { $0.debt == rule.id }.reduce(0) { $0 + $1.amount.fen }
        let money = words.words.money
        let payable = file.deadlines.last { $0.limit.id == rule.payable }?.due(by: calendar)
        return CaseSheet.Debt(
            debt: Labelled(id: rule.id.text, title: words.title(rule.title)),
            incurred: money(incurred),
            paid: money(Money(fen: paid)), principal: money(owed.principal),
            surcharge: money(owed.surcharge), total: money(owed.total),
            payableUntil: payable?.brief,
            isSettled: owed.total.fen == 0)
    }

    func publication(_ publication: CaseFile.Publication) -> CaseSheet.Publication? {
        guard let rule = procedure.publications[publication.rule] else { return nil }
        let until = rule.shownFor.flatMap {
            Counting(from: publication.since, $0).due(by: calendar)
        }
        let looked = Circumstances(at: now, by: calendar)
        let shown = rule.entries.compactMap { entry -> CaseSheet.Stated? in
            let text = file.fields[entry.field].map { words.value($0, of: entry.field) }
            let mask = file.mask(of: entry, in: looked, under: procedure)
            return text.flatMap { mask.apply(to: $0) }.map {
                CaseSheet.Stated(
                    field: entry.field.text, title: words.field(entry.field), value: $0)
            }
        }
        return CaseSheet.Publication(
            publication: Labelled(id: rule.id.text, title: words.title(rule.title)),
            since: publication.since.day.description, until: until?.day.description,
            withdrawn: publication.withdrawn?.day.description,
            shown: publication.withdrawn == nil ? shown : [])
    }
}

extension Deadline {
    /// Whether it was a duty that ended with the file after its last day: nobody did in time what was owed.
    fileprivate func isMissed(_ due: DueDate?) -> Bool {
        guard case .dropped(let moment) = end, limit.lapse == .overdue, let due else {
            return false
        }
        return due.moment < moment
    }
}
