/// A length of legal time: so many working days, natural days, months, years or hours.
public struct Length: Hashable, Sendable {
    /// What is counted.
    public enum Unit: String, Sendable, CaseIterable {
        case workingDays = "working-days"
        case days
        case months
        case years
        case hours
    }

    /// How many.
    public let count: Int
    /// Of what.
    public let unit: Unit

    /// A length of `count` units.
    public init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }
}

extension Length: CustomStringConvertible {
    /// The length as packs and commands write it: `5 working-days`.
    public var description: String { "\(count) \(unit.rawValue)" }

    /// The length as an official text writes it: `5个工作日`.
    public var chinese: String {
        switch unit {
        case .workingDays: "\(count)个工作日"
        case .days: "\(count)日"
        case .months: "\(count)个月"
        case .years: "\(count)年"
        case .hours: "\(count)小时"
        }
    }

    /// Why a text is not a length.
    public enum Malformed: Error, Equatable, Sendable {
        case shape(String)
        case count(String)
        case unit(String)
        case range(Int, Unit)
    }

    /// The largest count of each unit: about a hundred years.
    public static func most(_ unit: Unit) -> Int {
        switch unit {
        case .workingDays, .days: 36_500
        case .months: 1_200
        case .years: 100
        case .hours: 876_000
        }
    }

    /// Reads `5 working-days`, `60 days`, `6 months`, `2 years`, `24 hours`; a single one may be written `1 day`.
    public init(parsing text: some StringProtocol) throws(Malformed) {
        let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .shape(String(text)) }
        guard let count = Int(parts[0]), parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { throw .count(String(parts[0])) }
        let word = String(parts[1])
        guard let unit = Unit(rawValue: word) ?? (count == 1 ? Unit(rawValue: word + "s") : nil)
        else { throw .unit(word) }
        guard (1...Length.most(unit)).contains(count) else { throw .range(count, unit) }
        self.init(count, unit)
    }
}

extension Length.Malformed: CustomStringConvertible {
    /// What is wrong, and what would be right.
    public var description: String {
        switch self {
        case .shape(let text):
            "'\(text.prefix(40))' is not a length; write a number and a unit, such as '5 working-days'"
        case .count(let text): "'\(text.prefix(40))' is not a whole number"
        case .unit(let text):
            "'\(text.prefix(40))' is not a unit; write working-days, days, months, years or hours"
        case .range(let count, let unit):
            "\(count) \(unit.rawValue) is out of range; write 1 to \(Length.most(unit))"
        }
    }
}
