package import Law

/// The value of an indicator in a period, with its denominator if it is a share.
package struct Figure: Sendable, Equatable {
    package enum Amount: Sendable, Equatable {
        case count(Int)
        case money(Money)
        /// A share; nil where the denominator is nothing.
        case share(of: Int, over: Int)
    }

    package let name: FigureName
    package let indicator: Indicator
    package let amount: Amount

    package init(name: FigureName, indicator: Indicator, amount: Amount) {
        self.name = name
        self.indicator = indicator
        self.amount = amount
    }
}

/// A decimal number of few digits, exact.
package struct Decimal: Sendable, Equatable {
    /// The number times ten to the power of `digits`.
    package let scaled: Int
    package let digits: Int

    package init(_ scaled: Int, digits: Int) {
        self.scaled = scaled
        self.digits = digits
    }

    /// Reads `12`, `97.44`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
            parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let scaled = Int(parts.joined())
        else { return nil }
        self.init(scaled, digits: parts.count == 2 ? parts[1].count : 0)
    }

    /// A share in percent, rounded half up.
    package static func percent(_ of: Int, _ over: Int, digits: Int) -> Decimal {
        let scale = 100 * power(digits)
        return Decimal((of * scale * 2 + over) / (over * 2), digits: digits)
    }

    /// A count as reports write it: from ten thousand on in 万 with two decimals.
    package static func genre(_ count: Int) -> String {
        count < 10_000 ? "\(count)" : Decimal(count, digits: 4).rounded(to: 2).trimmed + "万"
    }

    /// Rounded half up to fewer digits.
    package func rounded(to fewer: Int) -> Decimal {
        guard fewer < digits else { return self }
        let unit = Self.power(digits - fewer)
        return Decimal((scaled * 2 + unit) / (unit * 2), digits: fewer)
    }

    package func multiplied(by factor: Int) -> Decimal { Decimal(scaled * factor, digits: digits) }

    /// The number as fen, hundredths or any other count of parts.
    package func parts(of unit: Int) -> Int { scaled * unit / Self.power(digits) }

    package var text: String {
        guard digits > 0 else { return "\(scaled)" }
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Self.power(digits))
        let padding = String(repeating: "0", count: max(0, digits - "\(rest)".count))
        return "\(whole).\(padding)\(rest)"
    }

    /// Without zeros at the end.
    package var trimmed: String {
        guard digits > 0 else { return text }
        var short = text
        while short.hasSuffix("0") { short.removeLast() }
        return short.hasSuffix(".") ? String(short.dropLast()) : short
    }

    static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { value, _ in value * 10 }
    }
}
