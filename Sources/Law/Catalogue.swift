/// A thing that has a stable name among others of its kind.
public protocol Named: Sendable, Equatable {
    /// The name.
    var id: Identifier<Self> { get }
}

/// An ordered list of named things, found by name; the order is the pack's.
///
/// Looked into at every turn from other modules, hence inlinable.
public struct Catalogue<Element: Named>: Sendable, Equatable, RandomAccessCollection {
    @usableFromInline let elements: [Element]
    @usableFromInline let positions: [Identifier<Element>: Int]

    /// A list of things; of two with one name the first is found.
    public init(_ elements: [Element]) {
        self.elements = elements
        positions = Dictionary(
            elements.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The position of the first thing.
    @inlinable public var startIndex: Int { elements.startIndex }
    /// The position after the last thing.
    @inlinable public var endIndex: Int { elements.endIndex }
    /// The thing at a position.
    @inlinable public subscript(position: Int) -> Element { elements[position] }
    /// The thing with this name; nil if there is none.
    @inlinable public subscript(id: Identifier<Element>) -> Element? {
        positions[id].map { elements[$0] }
    }

    /// The list with this thing in the place of the one of the same name.
    public func replacing(_ element: Element) -> Catalogue {
        Catalogue(elements.map { $0.id == element.id ? element : $0 })
    }
}
