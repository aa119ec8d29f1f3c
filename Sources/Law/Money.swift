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
