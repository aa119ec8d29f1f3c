import Law

extension CaseFile {
    /// What quantities are measured by: the day of the act, and the calendar where a rule may ask for one.
    struct Measure {
        let day: Day
        let calendar: WorkingCalendar?
        let procedure: Procedure
    }

    /// Whether two quantities compare so; a quantity that is not set compares with nothing.
    func relates(
        _ left: Quantity, _ comparison: Condition.Comparison, _ right: Quantity,
        by measure: Measure
    ) -> Bool {
        guard let left = magnitude(left, measure), let right = magnitude(right, measure) else {
            return false
        }
        return left.compares(comparison, right)
    }

    /// The value of a parameter on a day: of the choices that are in force, the first whose condition holds.
    func value(of id: Parameter.ID, _ measure: Measure) -> Value? {
        measure.procedure.parameters[id]?.choices.first { choice in
            choice.inForce?.contains(measure.day) ?? true
                && choice.when.map { isMet($0, by: measure) } ?? true
        }?.value
    }

    private func magnitude(_ quantity: Quantity, _ measure: Measure) -> Magnitude? {
        switch quantity {
        case .literal(let value): return Magnitude(value)
        case .field(let field): return fields[field].flatMap { Magnitude($0) }
        case .percent(let percent, let field):
            return fields[field].flatMap { Magnitude($0, hundredths: percent) }
        case .parameter(let id): return value(of: id, measure).flatMap { Magnitude($0) }
        case .due(let limit):
            guard let calendar = measure.calendar else { return nil }
            let last = deadlines.last { $0.limit.id == limit }
            return last?.due(by: calendar).map { .day($0.day) }
        case .later(let field, let length):
            guard let calendar = measure.calendar, case .day(let day) = fields[field] else {
                return nil
            }
            return Counting(from: Moment(day), length).due(by: calendar).map { .day($0.day) }
        case .earlier(let field, let length):
            guard let calendar = measure.calendar, case .day(let day) = fields[field] else {
                return nil
            }
            return .day(calendar.day(length, before: day))
        case .today: return .day(measure.day)
        case .timesDone(let step):
            return Magnitude(.number(deeds.count { $0.step == step }))
        }
    }
}

/// A quantity as it compares: amounts in hundredths of their unit, so that percentages stay whole.
private enum Magnitude {
    case number(hundredths: Int)
    case money(hundredthsOfFen: Int)
    case day(Day)
    /// A value that is only the same or another.
    case other(Value)

    /// Nil for a value that was erased: it compares with nothing.
    init?(_ value: Value, hundredths: Int = 100) {
        switch value {
        case .number(let number): self = .number(hundredths: number * hundredths)
        case .money(let money): self = .money(hundredthsOfFen: money.fen * hundredths)
        case .day(let day): self = .day(day)
        case .text, .flag, .choice, .organ, .person, .length: self = .other(value)
        case .erased: return nil
        }
    }

    func compares(_ comparison: Condition.Comparison, _ other: Magnitude) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)): comparison.holds(left, right)
        case (.money(let left), .money(let right)): comparison.holds(left, right)
        case (.day(let left), .day(let right)): comparison.holds(left, right)
        case (.other(let left), .other(let right)): comparison.holds(left, right)
        case (.number, _), (.money, _), (.day, _), (.other, _): false
        }
    }
}

extension Condition.Comparison {
    fileprivate func holds<Amount: Comparable>(_ left: Amount, _ right: Amount) -> Bool {
        switch self {
        case .equals: left == right
        case .differs: left != right
        case .atMost: left <= right
        case .atLeast: left >= right
        case .below: left < right
        case .above: left > right
        }
    }

    /// Values without an order are only the same or not.
    fileprivate func holds(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equals: left == right
        case .differs: left != right
        case .atMost, .atLeast, .below, .above: false
        }
    }
}

extension WorkingCalendar {
    /// The day that lies a length before a day.
    fileprivate func day(_ length: Length, before day: Day) -> Day {
        switch length.unit {
        case .days: return day.adding(days: -length.count)
        case .months: return day.adding(months: -length.count)
        case .years: return day.adding(months: -12 * length.count)
        case .hours: return day.adding(days: -(length.count / 24))
        case .workingDays:
            var candidate = day
            for _ in 0..<length.count {
                candidate = workingDay(onOrBefore: candidate.adding(days: -1))
            }
            return candidate
        }
    }
}
