import Law

// MARK: - Numbers by one, lengths also by their unit

extension Variant {
    /// A value that stands in for another, both in words.
    static func becoming(
        _ other: Whole, instead whole: Whole, _ describe: (Whole) -> String
    ) -> Variant {
        Variant(whole: other, words: "\(describe(whole)) becomes \(describe(other))", way: [])
    }
}

extension Int {
    /// One less, where that is still something, and one more.
    func variants(least: Int = 1) -> [Variant<Int>] {
        [self - 1, self + 1].filter { $0 >= least }
            .map { .becoming($0, instead: self) { "\($0)" } }
    }
}

extension Length {
    /// One less, one more, and as many of another unit.
    var variants: [Variant<Length>] {
        let counts = [count - 1, count + 1].filter { $0 >= 1 }.map { Length($0, unit) }
        return (counts + [inAnotherUnit]).map { .becoming($0, instead: self) { $0.description } }
    }

    private var inAnotherUnit: Length {
        switch unit {
        case .workingDays: Length(count, .days)
        case .days: Length(count, .workingDays)
        case .months: Length(count * 30, .days)
        case .years: Length(count * 365, .days)
        case .hours: Length((count + 23) / 24, .days)
        }
    }
}

extension Value {
    /// One less and one more: of yuan, of days, of what a number counts.
    var variants: [Variant<Value>] {
        neighbours.map { .becoming($0, instead: self) { $0.description } }
    }

    var neighbours: [Value] {
        switch self {
        case .number(let number): [.number(number - 1), .number(number + 1)]
        case .money(let money):
            [money.fen - 100, money.fen + 100].filter { $0 >= 0 }.map { .money(Money(fen: $0)) }
        case .day(let day): [.day(day.adding(days: -1)), .day(day.adding(days: 1))]
        case .length(let length): length.variants.map { .length($0.whole) }
        case .text, .flag, .choice, .organ, .person, .erased: []
        }
    }
}

extension Quantity {
    var neighbours: [Quantity] {
        switch self {
        case .literal(let value): value.neighbours.map { .literal($0) }
        case .percent(let percent, let field):
            percent.variants().map { .percent($0.whole, of: field) }
        case .later(let field, let length):
            length.variants.map { .later(field, by: $0.whole) }
        case .earlier(let field, let length):
            length.variants.map { .earlier(field, by: $0.whole) }
        case .field, .parameter, .due, .today, .timesDone: []
        }
    }
}
