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

extension Value {
    /// Whether it adds nothing: an amount of zero, or a flag that is not set.
    public var isNothing: Bool {
        switch self {
        case .money(let money): money.fen == 0
        case .number(let number): number == 0
        case .flag(let flag): !flag
        case .text, .day, .choice, .organ, .person, .length, .erased: false
        }
    }
}
