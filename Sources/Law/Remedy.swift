/// A way to have a decision reviewed (救济途径).
public struct Remedy: Named {
    /// The name of a remedy.
    public typealias ID = Identifier<Remedy>
    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// The time to use it; nil where the law sets none.
    public let within: Length?
    /// The articles.
    public let basis: [Basis]

    /// A remedy.
    public init(id: ID, title: Title, within: Length?, basis: [Basis]) {
        self.id = id
        self.title = title
        self.within = within
        self.basis = basis
    }
}
