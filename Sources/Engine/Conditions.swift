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

extension CaseFile {
    /// Whether a condition holds in the circumstances.
    ///
    /// A comparison with a field that is not set does not hold.
    public func holds(
        _ condition: Condition, in now: Circumstances, under procedure: Procedure
    ) -> Bool {
        switch condition {
        case .compare, .oneOf, .isSet, .done, .outcome: return isMet(condition)
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

    /// Whether a condition that needs neither time nor procedure holds; one that does need them does not.
    func isMet(_ condition: Condition) -> Bool {
        switch condition {
        case .compare(let field, let comparison, let value):
            return fields[field].map { Self.compares($0, comparison, value) } ?? false
        case .oneOf(let field, let values): return fields[field].map(values.contains) ?? false
        case .isSet(let field): return fields[field] != nil
        case .done(let step): return deeds.contains { $0.step == step }
        case .outcome(let outcome): return self.outcome == outcome
        case .all(let parts): return parts.allSatisfy(isMet)
        case .any(let parts): return parts.contains(where: isMet)
        case .not(let part): return !isMet(part)
        case .doneWithin, .lapsed, .inTime, .consulted, .settled: return false
        }
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
