public import Law

/// A span of time that is not counted, from its first moment until, and without, its last.
public struct Interval: Hashable, Sendable {
    /// When it begins; that day is no longer counted.
    public let from: Moment
    /// When it ends and counting goes on; nil while it lasts.
    public var until: Moment?
    /// The legal ground.
    public let ground: String

    /// A span.
    public init(from: Moment, until: Moment? = nil, ground: String) {
        self.from = from
        self.until = until
        self.ground = ground
    }
}

/// The last moment of a time limit, with the whole explanation of how it came about.
public struct DueDate: Hashable, Sendable {
    /// The last day.
    public let day: Day
    /// The last moment: the end of the day, or the hour where hours are counted.
    public let moment: Moment
    /// Whether the calendar was announced for all the days counted.
    public let isCertain: Bool
    /// Each thing that made the day what it is, in order.
    public let reasons: [Reason]

    /// A thing that made the day what it is, or leaves it in doubt.
    ///
    /// `unannounced`: after that day statutory holidays are known, make-up and bridging days are not. `uncharted`: outside those days
    /// the weekday alone is known.
    public enum Reason: Hashable, Sendable {
        case start(Moment, Length)
        case rest(Day, WorkingCalendar.Rest)
        case worked(Day, festival: String)
        case paused(from: Day, until: Day, ground: String)
        case extended(Length)
        case rolledOver(from: Day, to: Day)
        case unannounced(after: Day)
        case uncharted(outside: ClosedRange<Day>)
    }
}

/// A time limit to be counted.
public struct Counting: Hashable, Sendable {
    /// From when; that day, or hour, is not counted (Civil Code, article 201).
    public var start: Moment
    /// How long.
    public var length: Length
    /// Added lengths.
    public var extensions: [Length]
    /// Time not counted, none overlapping another; the last may still last.
    public var pauses: [Interval]

    /// A time limit to be counted.
    public init(
        from start: Moment, _ length: Length, extensions: [Length] = [], pauses: [Interval] = []
    ) {
        self.start = start
        self.length = length
        self.extensions = extensions
        self.pauses = pauses
    }

    /// The due date; nil while a pause lasts.
    public func due(by calendar: WorkingCalendar) -> DueDate? {
        guard pauses.allSatisfy({ $0.until != nil }) else { return nil }
        var count = Count(at: start, pauses: pauses, calendar: calendar)
        count.reasons.append(.start(start, length))
        var rest = extensions
        var first = length
        while let next = rest.first, next.unit == first.unit {
            first = Length(first.count + next.count, first.unit)
            rest.removeFirst()
        }
        count.run(first)
        for later in rest { count.run(later) }
        count.reasons += extensions.map(DueDate.Reason.extended)
        return count.finish()
    }
}

/// The run of a counting over the days.
private struct Count {
    var at: Moment
    let pauses: [Interval]
    let calendar: WorkingCalendar
    let first: Day
    var reasons: [DueDate.Reason] = []
    var rollsOver = false
    var inHours = false

    init(at start: Moment, pauses: [Interval], calendar: WorkingCalendar) {
        at = start
        self.pauses = pauses
        self.calendar = calendar
        first = start.day
    }

    mutating func run(_ length: Length) {
        switch length.unit {
        case .workingDays: countWorkingDays(length.count)
        case .days: move(to: at.day.adding(days: length.count))
        case .months: move(to: at.day.adding(months: length.count))
        case .years: move(to: at.day.adding(months: length.count * 12))
        case .hours: countHours(length.count)
        }
    }

    /// Working days one by one; a working-day period cannot end on a rest day.
    private mutating func countWorkingDays(_ count: Int) {
        var day = at.day
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            if let pause = pauses.first(where: { $0.covers(day) }) {
                note(pause)
            } else if calendar.isWorking(day) {
                left -= 1
                if day.isWeekend, let festival = calendar.makeUp(on: day) {
                    reasons.append(.worked(day, festival: festival))
                }
            } else if let rest = calendar.rest(on: day) {
                reasons.append(.rest(day, rest))
            }
        }
        at = .end(of: day)
        rollsOver = false
        inHours = false
    }

    /// Natural days and months run over rest days; each paused day moves the end by one.
    private mutating func move(to target: Day) {
        let begin = at.day
        var end = target
        for pause in pauses {
            guard let until = pause.until?.day, pause.from.day <= end else { continue }
            let overlap = max(pause.from.day, begin.adding(days: 1)).distance(to: until)
            guard overlap > 0 else { continue }
            end = end.adding(days: overlap)
            note(pause)
        }
        at = .end(of: end)
        rollsOver = true
        inHours = false
    }

    /// Hours run through nights and rest days.
    private mutating func countHours(_ count: Int) {
        let begin = at
        var end = at.adding(hours: count)
        for pause in pauses {
            guard let until = pause.until, pause.from <= end else { continue }
            let overlap = until.seconds - max(pause.from, begin).seconds
            guard overlap > 0 else { continue }
            end = Moment(seconds: end.seconds + overlap)
            note(pause)
        }
        at = end
        rollsOver = false
        inHours = true
    }

    private mutating func note(_ pause: Interval) {
        guard let until = pause.until else { return }
        let reason = DueDate.Reason.paused(
            from: pause.from.day, until: until.day, ground: pause.ground)
        if !reasons.contains(reason) { reasons.append(reason) }
    }

    /// Moves an end off a rest day (Civil Code, article 203), and says where the calendar is not known.
    mutating func finish() -> DueDate {
        if rollsOver, !calendar.isWorking(at.day) {
            let next = calendar.workingDay(onOrAfter: at.day)
            reasons.append(.rolledOver(from: at.day, to: next))
            at = .end(of: next)
        }
        let doubts = inHours ? [] : doubts
        return DueDate(
            day: at.day, moment: at, isCertain: doubts.isEmpty, reasons: reasons + doubts)
    }

    /// What the calendar does not know of the days counted.
    private var doubts: [DueDate.Reason] {
        let announced = calendar.announced
        let charted = calendar.charted
        var doubts: [DueDate.Reason] = []
        if first <= charted.upperBound, at.day > announced.upperBound,
            charted.upperBound > announced.upperBound
        {
            doubts.append(.unannounced(after: announced.upperBound))
        }
        if first < charted.lowerBound || at.day > charted.upperBound {
            doubts.append(.uncharted(outside: charted))
        }
        return doubts
    }
}

extension Interval {
    func covers(_ day: Day) -> Bool {
        from.day <= day && until.map { day < $0.day } ?? true
    }
}
