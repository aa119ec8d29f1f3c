import Law

/// Lengths as the natural days they can span at most.
struct WorstSpan {
    let calendar: WorkingCalendar
    /// The longest run of rest days, by which an end can move.
    private let restBlock: Int

    init(calendar: WorkingCalendar) {
        self.calendar = calendar
        restBlock = Self.longest(1, calendar) - 1
    }

    /// A time limit with all its extensions.
    func days(of limit: TimeLimit) -> Int {
        let added = limit.extensions.flatMap { Array(repeating: $0.most, count: $0.times) }
        let spans: [Length] =
            switch limit.span {
            case .fixed(let length): [length]
            case .chosen(_, let lengths): Array(lengths.values)
            case .set: [Length(1, .months)]
            }
        return spans.map { days(of: $0, extendedBy: added) }.max() ?? 0
    }

    /// A length and those added to it, counted as one as long as the unit is the same; the end moves off a rest day once.
    func days(of length: Length, extendedBy added: [Length] = []) -> Int {
        let same = added.prefix { $0.unit == length.unit }
        let first = Length(length.count + same.reduce(0) { $0 + $1.count }, length.unit)
        let parts = [first] + added.dropFirst(same.count)
        let rolls = parts.last.map { [.days, .months, .years].contains($0.unit) } ?? false
        return parts.reduce(rolls ? restBlock : 0) { $0 + counted($1) }
    }

    private func counted(_ length: Length) -> Int {
        switch length.unit {
        case .hours: (length.count + 23) / 24
        case .days: length.count
        case .months: length.count * 31
        case .years: length.count * 366
        case .workingDays: Self.longest(length.count, calendar)
        }
    }

    private static func longest(_ count: Int, _ calendar: WorkingCalendar) -> Int {
        let last = calendar.announced.upperBound.adding(days: -count * 2 - 30)
        let first = max(calendar.announced.lowerBound, last.adding(days: -366 * 5))
        guard first <= last else { return count * 2 + 10 }
        return (0...first.distance(to: last)).map { offset in
            let day = first.adding(days: offset)
            return day.distance(to: calendar.day(count, workingDaysAfter: day))
        }
        .max() ?? count
    }
}
