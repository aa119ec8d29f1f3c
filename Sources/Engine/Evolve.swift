import Law

/// The case file after an event; never refuses, for what happened has happened.
///
/// The file is nil before its first event, and the edition is the one that the event names; the result is nil only if the
/// first event does not open a case file, which no engine ever made.
public func evolve(_ file: CaseFile?, by event: Event, under edition: Edition) -> CaseFile? {
    guard var file = file ?? opened(by: event, under: edition) else { return nil }
    switch event.fact {
    case .acted(let act): file.record(act, at: event.effective, under: edition.procedure)
    case .consulted(let rule, let move, _): file.apply(move, to: rule, at: event.effective)
    case .passed: file.pass(to: edition, at: event.effective)
    case .assigned(let person, _): file.assignee = person
    case .remarked(let remark): file.held += remark.held
    case .erased: file.erasePersonal(under: edition.procedure)
    }
    file.version = event.version
    file.last = event.effective
    return file
}

private func opened(by event: Event, under edition: Edition) -> CaseFile? {
    guard case .acted(let act) = event.fact, let step = edition.procedure.steps[act.step],
        step.place == .opening, let stage = step.to
    else { return nil }
    return CaseFile(
        id: event.subject, organ: event.organ, edition: edition.id, procedure: edition.procedure.id,
        stage: stage, at: event.effective)
}

extension CaseFile {
    /// What an act changes, in the order: record, stage, payments, deadlines, consultations, publications.
    mutating func record(_ act: Act, at moment: Moment, under procedure: Procedure) {
        guard let step = procedure.steps[act.step] else { return }
        let wasFinal = procedure.stages[stage]?.isFinal ?? false
        state(act, of: step)
        if let next = step.to { move(to: next, at: moment) }
        deeds.append(
            Deed(
                step: step.id, role: act.role, at: moment, people: act.people,
                approver: act.approver, stage: stage, outcome: act.outcome))
        pay(act, at: moment, under: procedure)
        moveDeadlines(by: step, act, at: moment, under: procedure)
        consult(after: act, at: moment, under: procedure)
        publish(after: step.id, at: moment, under: procedure)
        let isFinal = procedure.stages[stage]?.isFinal ?? false
        if isFinal, !wasFinal { dropDeadlines(notStartedBy: step.id, at: moment) }
    }

    /// Takes over what the act states.
    mutating func state(_ act: Act, of step: Step) {
        fields.merge(act.fields) { _, new in new }
        documents += act.documents
        held += act.held
        outcome = act.outcome ?? outcome
        number = act.number ?? number
        if let field = step.recuses, case .person(let person) = act.fields[field] {
            recused.insert(person)
        }
    }

    private mutating func consult(after act: Act, at moment: Moment, under procedure: Procedure) {
        for rule in procedure.consultations(askedBy: act.step) {
            consultations.append(
                Consultation(
                    rule, askedBy: act.people.map(\.id), of: act.addressees, at: moment))
            pauseForConsultation(rule.id, at: moment, under: procedure)
        }
    }

    mutating func apply(_ move: ConsultationMove, to rule: ConsultationRule.ID, at moment: Moment) {
        guard let index = consultations.lastIndex(where: { $0.rule.id == rule }) else { return }
        consultations[index].apply(move, at: moment)
        guard !consultations[index].isOpen else { return }
        resumeAfterConsultation(rule, at: moment)
        if case .sendBack(_, let stage) = move { self.move(to: stage, at: moment) }
    }

    private mutating func publish(
        after step: Step.ID, at moment: Moment, under procedure: Procedure
    ) {
        for rule in procedure.publications(touchedBy: step) {
            if rule.by == step {
                publications.append(Publication(rule: rule.id, since: moment, withdrawn: nil))
            }
            if rule.withdrawnBy == step,
                let index = publications.lastIndex(where: { $0.rule == rule.id })
            {
                publications[index].withdrawn = moment
            }
        }
    }

    private mutating func pay(_ act: Act, at moment: Moment, under procedure: Procedure) {
        for debt in procedure.debts(paidBy: act.step) {
            if case .money(let amount) = act.fields[debt.amount] {
                payments.append(Payment(debt: debt.id, amount: amount, at: moment))
            }
        }
    }

    /// Running deadlines keep the rule under which they started, unless what would follow their lapse is a step that the
    /// new edition does not have; all else follows the new edition.
    mutating func pass(to edition: Edition, at moment: Moment) {
        let passing = edition.procedure.passing.first { $0.from == procedure }
        stage = passing?.stages[stage] ?? stage
        for index in deadlines.indices where deadlines[index].isRunning {
            guard case .take(let step) = deadlines[index].limit.lapse else { continue }
            if edition.procedure.steps[step] == nil {
                deadlines[index].finish(.dropped(at: moment))
            }
        }
        self.edition = edition.id
        procedure = edition.procedure.id
    }

    /// Leaves of every personal value only the fact that there was one (Personal Information Protection Law, article 47).
    mutating func erasePersonal(under procedure: Procedure) {
        for field in procedure.fields where field.personal && fields[field.id] != nil {
            fields[field.id] = .erased
        }
        deeds = deeds.map { $0.withoutNames(under: procedure) }
    }
}

extension CaseFile.Deed {
    func withoutNames(under procedure: Procedure) -> CaseFile.Deed {
        guard procedure.roles[role]?.kind == .party else { return self }
        let nameless = people.map { person in
            Participant(
                id: person.id, name: Value.erased.description, organ: person.organ,
                roles: person.roles, certificate: person.certificate)
        }
        return CaseFile.Deed(
            step: step, role: role, at: at, people: nameless, approver: approver, stage: stage,
            outcome: outcome)
    }
}
