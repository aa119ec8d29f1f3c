/// A day of the civil (Gregorian) calendar, counted as days since 1970-01-01; a day, not an instant.
///
/// Supported are the years 1900 to 2199.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int32

    /// Makes the day with this number of days since 1970-01-01.
    public init(number: Int32) {
        self.number = number
    }

    /// The first day that can be written, 1900-01-01.
    public static let earliest = Day(number: -25567)
    /// The last day that can be written, 2199-12-31.
    public static let latest = Day(number: 84005)

    /// Compares in order of time.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// The day so many days later (earlier, if negative).
    public func adding(days: Int) -> Day { Day(number: number + Int32(clamping: days)) }

    /// The number of days from this day to another: positive if the other is later.
    public func distance(to other: Day) -> Int { Int(other.number) - Int(number) }

    /// Days of the week.
    public enum Weekday: Int, Sendable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    /// The day of the week; 1970-01-01 was a Thursday.
    public var weekday: Weekday {
        let index = (Int(number) + 3) % 7
        return Weekday(rawValue: index < 0 ? index + 7 : index) ?? .monday
    }

    /// Whether the day is a Saturday or a Sunday.
    public var isWeekend: Bool { weekday == .saturday || weekday == .sunday }
}

extension Day {
    /// Year, month and day of the month.
    public struct Civil: Hashable, Sendable {
        /// The year, such as 2023.
        public let year: Int
        /// The month, 1 to 12.
        public let month: Int
        /// The day of the month, 1 to 31.
        public let day: Int
    }

    /// Year, month and day, by the arithmetic of 400-year eras beginning on 1 March.
    public var civil: Civil {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return Civil(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// The year of the day.
    public var year: Int { civil.year }

    /// The day of this date; nil if there is no such day between 1900 and 2199.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month),
            day >= 1, day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    private init(validYear year: Int, month: Int, day: Int) {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear / 400
        let yearOfEra = marchYear - era * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: Int32(clamping: era * 146_097 + dayOfEra - 719_468))
    }

    /// How many days the month has.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The corresponding day so many months later, or that month's last day where it has none (Civil Code, article 202).
    public func adding(months: Int) -> Day {
        let from = civil
        let total = from.year * 12 + (from.month - 1) + months
        let year = min(max(total / 12, 1), 9998)
        let month = total - (total / 12) * 12 + 1
        return Day(
            validYear: year, month: month, day: min(from.day, Day.length(ofMonth: month, in: year)))
    }
}

extension Day: CustomStringConvertible {
    /// The day as `YYYY-MM-DD` (ISO 8601).
    public var description: String {
        let civil = civil
        return "\(civil.year)-\(Day.twoDigits(civil.month))-\(Day.twoDigits(civil.day))"
    }

    /// Reads `YYYY-MM-DD`; nil for anything else, and for days that do not exist.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Day.digits(bytes[0..<4]), let month = Day.digits(bytes[5..<7]),
            let day = Day.digits(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
