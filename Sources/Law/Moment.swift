/// An instant, in seconds since 1970-01-01T00:00:00Z, read and written in Beijing time (UTC+8, no daylight saving since 1991).
public struct Moment: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64

    static let beijing: Int64 = 8 * 3600

    /// Makes the moment with this number of seconds since 1970-01-01T00:00:00Z.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// The moment of this Beijing wall time on a day.
    public init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let ofDay = Int64(hour * 3600 + minute * 60 + second)
        self.init(seconds: Int64(day.number) * 86_400 + ofDay - Moment.beijing)
    }

    /// The last second of a day: a period ends at 24:00 of its last day (Civil Code, article 203).
    public static func end(of day: Day) -> Moment { Moment(day, hour: 23, minute: 59, second: 59) }

    /// Compares in order of time.
    public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

    /// The day in Beijing.
    public var day: Day {
        let local = seconds + Moment.beijing
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        return Day(number: Int32(clamping: days))
    }

    /// Seconds since midnight in Beijing.
    public var secondOfDay: Int { Int(seconds + Moment.beijing - Int64(day.number) * 86_400) }

    /// The moment so many hours later.
    public func adding(hours: Int) -> Moment { Moment(seconds: seconds + Int64(hours) * 3600) }
}

extension Moment: CustomStringConvertible {
    /// The moment as `2023-09-28T09:00:00+08:00` (RFC 3339).
    public var description: String { "\(day)T\(time):\(Day.twoDigits(secondOfDay % 60))+08:00" }

    /// Day and wall time, to the minute, as a person writes them: `2023-09-28 09:00`.
    public var wallTime: String { "\(day) \(time)" }

    private var time: String {
        "\(Day.twoDigits(secondOfDay / 3600)):\(Day.twoDigits(secondOfDay / 60 % 60))"
    }

    /// Reads `2023-09-28 09:00` or `2023-09-28T09:00[:00[+08:00]]`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)
        if bytes.count == 25, bytes.suffix(6).elementsEqual("+08:00".utf8) { bytes.removeLast(6) }
        guard bytes.count == 16 || bytes.count == 19, bytes[10] == 0x20 || bytes[10] == 0x54,
            let day = Day(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Day.digits(bytes[11..<13]), hour < 24, bytes[13] == 0x3A,
            let minute = Day.digits(bytes[14..<16]), minute < 60
        else { return nil }
        guard bytes.count == 19 else {
            self.init(day, hour: hour, minute: minute)
            return
        }
        guard bytes[16] == 0x3A, let second = Day.digits(bytes[17..<19]), second < 60 else {
            return nil
        }
        self.init(day, hour: hour, minute: minute, second: second)
    }
}
