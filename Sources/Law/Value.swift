/// An organ of government (机关).
public enum Organ {
    /// The stable name of an organ.
    public typealias ID = Identifier<Organ>
}

/// A person as the record knows them: an officer's number or a pseudonym of a party.
public enum Person {
    /// The stable name of a person.
    public typealias ID = Identifier<Person>
}

/// An amount of money in fen, a hundredth of a yuan.
public struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Fen.
    public let fen: Int

    /// An amount of so many fen.
    public init(fen: Int) {
        self.fen = fen
    }

    /// Compares amounts.
    public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

    /// The amount as packs write it: `3000 yuan`, `12.50 yuan`.
    public var description: String { "\(yuan) yuan" }

    /// The amount in yuan, with fen only where there are any.
    public var yuan: String {
        let sign = fen < 0 ? "-" : ""
        let (whole, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Reads `3000 yuan`, `12.5 yuan`, `12.50 yuan`, up to a thousand billion; nil for anything else.
    public init?(parsing text: some StringProtocol) {
        let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1] == "yuan" else { return nil }
        let digits = parts[0].split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard (1...2).contains(digits.count), (1...12).contains(digits[0].utf8.count),
            let yuan = Day.digits(ArraySlice(digits[0].utf8))
        else { return nil }
        guard digits.count == 2 else {
            self.init(fen: yuan * 100)
            return
        }
        guard (1...2).contains(digits[1].utf8.count),
            let part = Day.digits(ArraySlice(digits[1].utf8))
        else { return nil }
        self.init(fen: yuan * 100 + (digits[1].utf8.count == 1 ? part * 10 : part))
    }
}

/// What stands in a field of a form.
public enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
    case money(Money)
    case day(Day)
    case flag(Bool)
    case choice(String)
    case organ(Organ.ID)
    case person(Person.ID)
    case length(Length)
    /// A personal value that was lawfully erased; it satisfies any form, and compares with nothing.
    case erased
}

extension Value: CustomStringConvertible {
    /// The value as it is written in packs, commands and records.
    public var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .money(let money): money.description
        case .day(let day): day.description
        case .flag(let flag): flag ? "true" : "false"
        case .choice(let choice): choice
        case .organ(let organ): organ.text
        case .person(let person): person.text
        case .length(let length): length.description
        case .erased: "〔已删除〕"
        }
    }

    /// The order of two values of one kind that have an order; nil otherwise.
    public func isLess(than other: Value) -> Bool? {
        switch (self, other) {
        case (.number(let left), .number(let right)): left < right
        case (.money(let left), .money(let right)): left < right
        case (.day(let left), .day(let right)): left < right
        default: nil
        }
    }
}
