/// The days on which something holds; without an end, until further notice.
public struct Validity: Hashable, Sendable, CustomStringConvertible {
    /// The first day.
    public let from: Day
    /// The last day.
    public let until: Day?

    /// From a day, until a day or until further notice.
    public init(from: Day, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    /// Whether it holds on a day.
    public func contains(_ day: Day) -> Bool { day >= from && until.map { day <= $0 } ?? true }

    /// Whether it holds on every day on which the other holds.
    public func covers(_ other: Validity) -> Bool {
        guard from <= other.from else { return false }
        guard let until else { return true }
        return other.until.map { $0 <= until } ?? false
    }

    /// The range, such as `2017-09-01..2023-12-31` or `2024-01-01..`.
    public var description: String { "\(from)..\(until?.description ?? "")" }
}

extension [Validity] {
    /// Whether on every day of another span at least one of these holds.
    public func cover(_ other: Validity) -> Bool {
        var day = other.from
        while let next = filter({ $0.contains(day) }).max(by: { $0.outlasts($1) == false }) {
            guard let until = next.until else { return true }
            if let last = other.until, until >= last { return true }
            day = until.adding(days: 1)
        }
        return false
    }
}

extension Validity {
    /// Whether it ends later than the other.
    fileprivate func outlasts(_ other: Validity) -> Bool {
        guard let until else { return other.until != nil }
        return other.until.map { until > $0 } ?? false
    }
}
