/// A legal result of a procedure, from the closed list of the law (结果).
public struct Outcome: Named {
    /// The name of an outcome.
    public typealias ID = Identifier<Outcome>
    /// The name.
    public var id: ID
    /// What a person reads.
    public var title: Title
    /// Whether it burdens a party, so that remedies must be told.
    public var burdens: Bool
    /// The remedies told.
    public var remedies: [Remedy.ID]
    /// The articles.
    public var basis: [Basis]

    /// An outcome.
    public init(id: ID, title: Title, burdens: Bool, remedies: [Remedy.ID], basis: [Basis]) {
        self.id = id
        self.title = title
        self.burdens = burdens
        self.remedies = remedies
        self.basis = basis
    }
}
