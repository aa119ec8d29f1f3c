/// A thing that has a stable name among others of its kind.
public protocol Named: Sendable, Equatable {
    /// The name.
    var id: Identifier<Self> { get }
}

/// An ordered list of named things, found by name; the order is the pack's.
public struct Catalogue<Element: Named>: Sendable, Equatable, RandomAccessCollection {
    private let elements: [Element]
    private let positions: [Identifier<Element>: Int]

    /// A list of things; of two with one name the first is found.
    public init(_ elements: [Element]) {
        self.elements = elements
        positions = Dictionary(
            elements.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The position of the first thing.
    public var startIndex: Int { elements.startIndex }
    /// The position after the last thing.
    public var endIndex: Int { elements.endIndex }
    /// The thing at a position.
    public subscript(position: Int) -> Element { elements[position] }
    /// The thing with this name; nil if there is none.
    public subscript(id: Identifier<Element>) -> Element? { positions[id].map { elements[$0] } }
}
