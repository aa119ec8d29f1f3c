/// The rest days and make-up working days that a government announces year by year, and the holidays that law fixes for years after.
///
/// Law: Measures on Days Off for Public Holidays and Memorial Days (全国年节及纪念日放假办法), article 2, and the notice of each year.
public struct WorkingCalendar: Sendable, Equatable {
    /// What the announcement makes of a day that its weekday alone would not tell.
    public enum Exception: Sendable, Hashable {
        case off(festival: String)
        case makeUp(festival: String)
    }

    /// Why a day is not a working day.
    public enum Rest: Sendable, Hashable {
        case weekend
        case holiday(String)
    }

    /// The name by which packs and commands ask for the calendar.
    public let name: String
    /// The days for which arrangements were announced; after them no make-up day is known.
    public let announced: ClosedRange<Day>
    /// The days for which at least the statutory holidays are known, to the end of a year; outside them only the weekday is.
    public let charted: ClosedRange<Day>

    private let exceptions: [Day: Exception]
    /// The festivals of statutory holidays after the last announced day; what is announced stands instead of them.
    private let statutory: [Day: String]
    /// Bit by bit from `announced.lowerBound`: whether the day is a working day.
    private let working: [Bool]

    /// Makes a calendar of exceptions to Monday-to-Friday work, and of statutory holidays by their festival.
    public init(
        name: String, announced: ClosedRange<Day>, exceptions: [Day: Exception],
        statutory: [Day: String] = [:]
    ) {
        self.name = name
        self.announced = announced
        self.exceptions = exceptions
        self.statutory = statutory.filter { $0.key > announced.upperBound }
        let end = self.statutory.keys.max().flatMap { Day(year: $0.year, month: 12, day: 31) }
        charted = announced.lowerBound...(end ?? announced.upperBound)
        let first = announced.lowerBound
        working = (0...first.distance(to: announced.upperBound)).map { offset in
            let day = first.adding(days: offset)
            return switch exceptions[day] {
            case .off: false
            case .makeUp: true
            case nil: !day.isWeekend
            }
        }
    }

    /// Whether the day is a working day; by weekday and statutory holidays where nothing was announced.
    public func isWorking(_ day: Day) -> Bool {
        let offset = announced.lowerBound.distance(to: day)
        return working.indices.contains(offset)
            ? working[offset] : !day.isWeekend && statutory[day] == nil
    }

    /// Why the day is a rest day; nil if it is a working day.
    public func rest(on day: Day) -> Rest? {
        switch exceptions[day] {
        case .off(let festival): .holiday(festival)
        case .makeUp: nil
        case nil: statutory[day].map(Rest.holiday) ?? (day.isWeekend ? .weekend : nil)
        }
    }

    /// The festival for which a weekend day is worked; nil if it is not a make-up day.
    public func makeUp(on day: Day) -> String? {
        switch exceptions[day] {
        case .makeUp(let festival): festival
        case .off, nil: nil
        }
    }

    /// The first working day on or after a day.
    public func workingDay(onOrAfter day: Day) -> Day {
        var candidate = day
        while !isWorking(candidate) { candidate = candidate.adding(days: 1) }
        return candidate
    }

    /// The first working day on or before a day.
    public func workingDay(onOrBefore day: Day) -> Day {
        var candidate = day
        while !isWorking(candidate) { candidate = candidate.adding(days: -1) }
        return candidate
    }

    /// The day that is the given number of working days after a day, which itself is not counted.
    public func day(_ count: Int, workingDaysAfter start: Day) -> Day {
        var day = start
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            if isWorking(day) { left -= 1 }
        }
        return day
    }

    /// How many working days lie after `start` up to and including `end`.
    public func workingDays(after start: Day, through end: Day) -> Int {
        var count = 0
        var day = start
        while day < end {
            day = day.adding(days: 1)
            if isWorking(day) { count += 1 }
        }
        return count
    }
}
