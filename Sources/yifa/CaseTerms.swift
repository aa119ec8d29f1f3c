import Engine
import Law

extension CaseSheetMaker {
    func term(_ deadline: Deadline) -> CaseSheet.Term {
        let due = deadline.due(by: calendar)
        let (state, remark) = standing(of: deadline, due)
        return CaseSheet.Term(
            deadline: Labelled(id: deadline.limit.id.text, title: deadline.limit.title.chinese),
            holder: label(deadline.limit.holder), state: state, due: due?.brief, remark: remark,
            why: due?.explanation(calendar) ?? paused(deadline),
            basis: deadline.limit.basis.map(\.text))
    }

    private func paused(_ deadline: Deadline) -> [String] {
        deadline.counting.pauses.filter { $0.until == nil }.map { pause in
            "自 \(pause.from.day) 起不计：\(pause.ground)"
        }
    }

    private func standing(
        of deadline: Deadline, _ due: DueDate?
    ) -> (CaseSheet.Term.State, String) {
        switch deadline.end {
        case .met(let step, let moment):
            let isLate = !deadline.isMetInTime(by: calendar)
            return isLate
                ? (.late, "\(moment.day) \(words.step(step))，逾期")
                : (.met, "\(moment.day) \(words.step(step))")
        case .lapsed(let moment): return (.lapsed, "\(moment.day) 届满")
        case .dropped(let moment): return (.dropped, "\(moment.day) 随案终结")
        case nil: break
        }
        guard let due else { return (.paused, paused(deadline).first ?? "中止计算") }
        if deadline.isOverdue(at: now, by: calendar) {
            return (.overdue, "已逾期\(CaseTime.between(due.moment, now, isDay: due.isDay))")
        }
        guard deadline.hasLapsed(at: now, by: calendar) else {
            return (.running, CaseTime.left(until: due, at: now))
        }
        switch deadline.limit.lapse {
        case .overdue: return (.overdue, "已逾期")
        case .take(let step): return (.passed, "已届满，依法“\(words.step(step))”")
        case .bar(let steps):
            return (.passed, "已届满，不得再\(steps.map(words.step).joined(separator: "、"))")
        }
    }

    func consultation(_ consultation: Consultation) -> CaseSheet.Consultation {
        CaseSheet.Consultation(
            consultation: Labelled(
                id: consultation.rule.id.text, title: consultation.rule.title.chinese),
            join: consultation.rule.join.chinese, silence: consultation.rule.silence.chinese,
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
        let payable = file.deadlines.last { $0.limit.id == rule.payable }?.due(by: calendar)
        return CaseSheet.Debt(
            debt: Labelled(id: rule.id.text, title: rule.title.chinese), incurred: incurred.chinese,
            paid: Money(fen: paid).chinese, principal: owed.principal.chinese,
            surcharge: owed.surcharge.chinese, total: owed.total.chinese,
            payableUntil: payable?.brief,
            isSettled: owed.total.fen == 0)
    }

    func publication(_ publication: CaseFile.Publication) -> CaseSheet.Publication? {
        guard let rule = procedure.publications[publication.rule] else { return nil }
        let until = rule.shownFor.flatMap {
            Counting(from: publication.since, $0).due(by: calendar)
        }
        let shown = rule.entries.compactMap { entry -> CaseSheet.Stated? in
            let text = file.fields[entry.field].map { words.value($0, of: entry.field) }
            return text.flatMap { entry.mask.apply(to: $0) }.map {
                CaseSheet.Stated(
                    field: entry.field.text, title: words.field(entry.field), value: $0)
            }
        }
        return CaseSheet.Publication(
            publication: Labelled(id: rule.id.text, title: rule.title.chinese),
            since: publication.since.day.description, until: until?.day.description,
            withdrawn: publication.withdrawn?.day.description,
            shown: publication.withdrawn == nil ? shown : [])
    }
}

/// What is left of a time, in words.
enum CaseTime {
    static func left(until due: DueDate, at now: Moment) -> String {
        if due.isDay, due.day == now.day { return "今日届满" }
        return "还有\(between(now, due.moment, isDay: due.isDay))"
    }

    /// Days where days are counted, else hours, the last begun one counted.
    static func between(_ first: Moment, _ last: Moment, isDay: Bool) -> String {
        if isDay { return "\(first.day.distance(to: last.day))日" }
        let hours = (last.seconds - first.seconds + 3599) / 3600
        return hours > 72 ? "\(hours / 24)日" : "\(hours)小时"
    }
}
