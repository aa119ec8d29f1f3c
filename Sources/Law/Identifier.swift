/// The stable name of a thing of one kind; names of different kinds cannot be confused.
public struct Identifier<Subject>: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
    /// The name, as written in packs and records.
    public let text: String

    /// The thing with this name.
    public init(_ text: String) {
        self.text = text
    }

    /// The thing with this name.
    public init(stringLiteral text: String) {
        self.text = text
    }

    /// Compares by name.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: CustomStringConvertible {
    /// The name itself.
    public var description: String { text }
}
