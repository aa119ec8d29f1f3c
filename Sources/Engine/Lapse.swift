public import Law

/// What the law does by itself in a case file before a moment: lapsed deadlines that take a step, silent addressees.
///
/// Each takes effect at the last moment of its time; in order of time, so that one lapse can start the next deadline.
public func lapses(of file: CaseFile, in occasion: Occasion) -> [Event] {
    var file = file
    var events: [Event] = []
    while let (due, fact) = nextLapse(of: file, in: occasion), due < occasion.effective {
        let event = occasion.event(fact, after: file.version, effective: max(due, file.last))
        guard let next = evolve(file, by: event, under: occasion.edition), next != file else {
            return events
        }
        events.append(event)
        file = next
    }
    return events
}

private func nextLapse(of file: CaseFile, in occasion: Occasion) -> (Moment, Event.Fact)? {
    let candidates = lapsingSteps(of: file, in: occasion) + silences(in: file, occasion)
    return candidates.min { $0.0 < $1.0 }
}

private func lapsingSteps(of file: CaseFile, in occasion: Occasion) -> [(Moment, Event.Fact)] {
    file.deadlines.compactMap { deadline in
        guard deadline.isRunning, case .take(let step) = deadline.limit.lapse,
            let due = deadline.due(by: occasion.calendar)
        else { return nil }
        return (due.moment, .acted(act(of: step, on: file, in: occasion)))
    }
}

/// The act of the law: its outcome and number come from the pack, and nobody does it.
private func act(of step: Step.ID, on file: CaseFile, in occasion: Occasion) -> Act {
    let act = Act(step, as: Role.law, by: [])
    guard let rule = occasion.procedure.steps[step] else { return act }
    return ActCheck(act: act, step: rule, file: file, occasion: occasion).completed
}

private func silences(in file: CaseFile, _ occasion: Occasion) -> [(Moment, Event.Fact)] {
    file.consultations.filter(\.isOpen).flatMap { consultation in
        consultation.questions.compactMap { question in
            guard question.state == .open,
                let due = consultation.due(question, by: occasion.calendar)
            else { return nil }
            let move = ConsultationMove.silence(of: question.addressee)
            return (due.moment, .consulted(consultation.rule.id, move, by: nil))
        }
    }
}

extension CaseFile {
    /// When the law will next act by itself, if nobody acts before; nil if it will not.
    public func nextLapse(by calendar: WorkingCalendar) -> Moment? {
        let taking = deadlines.filter { deadline in
            if case .take = deadline.limit.lapse { deadline.isRunning } else { false }
        }
        let dues = taking.compactMap { $0.due(by: calendar)?.moment }
        let silences = consultations.filter(\.isOpen).compactMap { $0.due(by: calendar)?.moment }
        return (dues + silences).min()
    }
}
