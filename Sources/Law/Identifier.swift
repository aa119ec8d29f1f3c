/// The stable name of a thing of one kind; names of different kinds cannot be confused.
public struct Identifier<Subject>: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
    /// The name, as written in packs and records.
    public let text: String

    /// The thing with this name.
    @inlinable public init(_ text: String) {
        self.text = text
    }

    /// The thing with this name.
    @inlinable public init(stringLiteral text: String) {
        self.text = text
    }

    /// Whether the names are the same.
    @inlinable public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

    /// Hashes the name.
    @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// Compares by name.
    @inlinable public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: CustomStringConvertible {
    /// The name itself.
    public var description: String { text }
}
