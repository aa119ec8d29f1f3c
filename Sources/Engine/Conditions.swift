public import Law

/// The moment and the calendar by which a condition is judged, and the step being taken, if one is.
public struct Circumstances: Sendable {
    /// The moment.
    public let moment: Moment
    /// The calendar.
    public let calendar: WorkingCalendar
    /// A step that counts as done on the day, though not yet recorded.
    public let taking: Step.ID?

    /// The circumstances of a judgement.
    public init(at moment: Moment, by calendar: WorkingCalendar, taking: Step.ID? = nil) {
        self.moment = moment
        self.calendar = calendar
        self.taking = taking
    }
}

extension Circumstances {
    func measure(under procedure: Procedure) -> CaseFile.Measure {
        CaseFile.Measure(day: moment.day, calendar: calendar, procedure: procedure)
    }
}

extension CaseFile {
    /// Whether a condition holds in the circumstances.
    ///
    /// A comparison with a field that is not set does not hold.
    public func holds(
        _ condition: Condition, in now: Circumstances, under procedure: Procedure
    ) -> Bool {
        switch condition {
        case .compare, .oneOf, .isSet, .done, .doneSince, .outcome, .running, .handedIn:
            return isMet(condition, by: now.measure(under: procedure))
        case .relate(let left, let comparison, let right):
            return relates(left, comparison, right, by: now.measure(under: procedure))
        case .doneWithin(let step, let length, let field):
            guard case .day(let day) = fields[field] else { return false }
            let taken = lastDeed(step)?.at ?? (now.taking == step ? now.moment : nil)
            guard let taken, let due = Counting(from: Moment(day), length).due(by: now.calendar)
            else { return false }
            return taken <= due.moment
        case .lapsed(let limit):
            let last = deadlines.last { $0.limit.id == limit }
            return last?.hasLapsed(at: now.moment, by: now.calendar) ?? false
        case .inTime(let limit):
            let last = deadlines.last { $0.limit.id == limit }
            return last?.isMetInTime(by: now.calendar) ?? false
        case .consulted(let rule, let result): return consultation(rule)?.result == result
        case .settled(let debt):
            return procedure.debts[debt].map { rule in
                owed(rule, at: now.moment, by: now.calendar).map { $0.total.fen == 0 } ?? true
            } ?? false
        case .all(let parts): return parts.allSatisfy { holds($0, in: now, under: procedure) }
        case .any(let parts): return parts.contains { holds($0, in: now, under: procedure) }
        case .not(let part): return !holds(part, in: now, under: procedure)
        }
    }

    /// Whether a condition that needs no calendar holds; one that does need it does not.
    func isMet(_ condition: Condition, by measure: Measure) -> Bool {
        switch condition {
        case .compare(let field, let comparison, let value):
            return fields[field].map { Self.compares($0, comparison, value) } ?? false
        case .oneOf(let field, let values): return fields[field].map(values.contains) ?? false
        case .isSet(let field): return fields[field] != nil
        case .relate(let left, let comparison, let right):
            return relates(left, comparison, right, by: measure)
        case .done(let step): return deeds.contains { $0.step == step }
        case .doneSince(let step, let others): return isDone(step, since: others)
        case .outcome(let outcome): return self.outcome == outcome
        case .running(let limit): return running(limit) != nil
        case .handedIn(let document): return documents.contains(document)
        case .all(let parts): return parts.allSatisfy { isMet($0, by: measure) }
        case .any(let parts): return parts.contains { isMet($0, by: measure) }
        case .not(let part): return !isMet(part, by: measure)
        case .doneWithin, .lapsed, .inTime, .consulted, .settled: return false
        }
    }

    /// Whether a step was done, and none of the others after its last time; the order of the record decides.
    private func isDone(_ step: Step.ID, since others: [Step.ID]) -> Bool {
        guard let done = deeds.lastIndex(where: { $0.step == step }) else { return false }
        return !deeds[(done + 1)...].contains { others.contains($0.step) }
    }

    private static func compares(
        _ value: Value, _ comparison: Condition.Comparison, _ other: Value
    ) -> Bool {
        switch comparison {
        case .equals: value == other
        case .differs: value != other
        case .below: value.isLess(than: other) ?? false
        case .above: other.isLess(than: value) ?? false
        case .atMost: other.isLess(than: value).map { !$0 } ?? false
        case .atLeast: value.isLess(than: other).map { !$0 } ?? false
        }
    }
}
