/// A paper that must be handed in with an act (材料).
public struct DocumentKind: Named {
    /// The name of a kind of document.
    public typealias ID = Identifier<DocumentKind>
    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title

    /// A kind of document.
    public init(id: ID, title: Title) {
        self.id = id
        self.title = title
    }
}
