package import Engine
package import Law

extension CaseFile {
    func summary(under procedure: Procedure, by calendar: WorkingCalendar) -> CaseSummary {
        CaseSummary(
            subject: id, procedure: self.procedure, organ: organ, stage: stage,
            isFinal: procedure.stages[stage]?.isFinal ?? false, outcome: outcome, number: number,
            opened: deeds.first?.at.day ?? last.day, last: last, version: version,
            nextLapse: nextLapse(by: calendar), party: party(under: procedure), assignee: assignee)
    }

    private func party(under procedure: Procedure) -> String? {
        let deed = deeds.first { procedure.roles[$0.role]?.kind == .party } ?? deeds.first
        return deed?.people.first?.name
    }

    /// By what the file is found: names, number and short texts, none of them erased.
    func index(under procedure: Procedure) -> CaseIndex {
        var index = CaseIndex()
        index.organs = concerned(under: procedure).sorted()
        index.people = participants.sorted()
        index.published = publications.enumerated().map { position, publication in
            PublishedItem(
                subject: id, position: position, procedure: self.procedure, rule: publication.rule,
                organ: organ, since: publication.since, withdrawn: publication.withdrawn)
        }
        index.text = SearchText.terms(of: words(under: procedure))
        return index
    }

    /// The organs that handle the file, are named in it, or acted in it.
    func concerned(under procedure: Procedure) -> Set<Organ.ID> {
        let named = procedure.roles.compactMap { role -> Organ.ID? in
            if case .field(let field) = role.of { organ(in: field) } else { nil }
        }
        return Set([organ] + named + deeds.flatMap(\.people).compactMap(\.organ))
    }

    /// Who acted, approved, was asked, or has the file in hand.
    var participants: Set<Person.ID> {
        let asked = consultations.flatMap(\.questions).flatMap { question in
            [question.addressee] + [question.delegate].compactMap { $0 }
        }
        let acted = deeds.flatMap { $0.people + [$0.approver].compactMap { $0 } }.map(\.id)
        return Set(acted + asked + [assignee].compactMap { $0 })
    }

    private func words(under procedure: Procedure) -> String {
        let parties = deeds.filter { procedure.roles[$0.role]?.kind == .party }
            .flatMap { $0.people.map(\.name) }
        let stated = procedure.fields.compactMap { field -> String? in
            if case .text(let text) = fields[field.id] { String(text.prefix(120)) } else { nil }
        }
        let erased = Value.erased.description
        let all = [id.text, number ?? ""] + parties + stated
        return all.filter { $0 != erased }.joined(separator: " ")
    }

    func work(under procedure: Procedure, by calendar: WorkingCalendar) -> [WorkItem] {
        let deadlines = deadlines.filter { $0.isRunning && $0.limit.isDuty }.map { deadline in
            WorkItem(
                subject: id, organ: organ(of: deadline.limit.holder, under: procedure),
                deadline: deadline.limit.id.text, holder: deadline.limit.holder,
                due: deadline.due(by: calendar)?.moment)
        }
        return deadlines + consultations.filter(\.isOpen).flatMap { questions($0, by: calendar) }
    }

    private func questions(
        _ consultation: Consultation, by calendar: WorkingCalendar
    ) -> [WorkItem] {
        consultation.questions.filter { $0.state == .open }.map { question in
            let adviser = question.advice == nil ? question.delegate : nil
            return WorkItem(
                subject: id, organ: organ, deadline: consultation.rule.id.text,
                holder: consultation.rule.addressees, person: adviser ?? question.addressee,
                due: consultation.due(question, by: calendar)?.moment)
        }
    }

    /// The organ whose people are in a role; nil where people of any organ may be.
    package func organ(of role: Role.ID, under procedure: Procedure) -> Organ.ID? {
        guard let role = procedure.roles[role] else { return organ }
        switch role.of {
        case .field(let field): return organ(in: field) ?? organ
        case .any: return role.kind == .party ? organ : nil
        case .handling: return organ
        }
    }
}

extension TimeLimit {
    /// Whether somebody has to act; a term that only bars later steps is a right, and nobody's work.
    var isDuty: Bool {
        switch lapse {
        case .overdue, .take: true
        case .bar: false
        }
    }
}
