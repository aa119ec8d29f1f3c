/// A way to have a decision reviewed (救济途径).
public struct Remedy: Named {
    /// The name of a remedy.
    public typealias ID = Identifier<Remedy>
    /// The name.
    public var id: ID
    /// What a person reads.
    public var title: Title
    /// The time to use it; nil where the law sets none.
    public var within: Length?
    /// The days of the decisions that it is open against; nil for all.
    public var inForce: Validity?
    /// The matter whose competent organ it goes to; nil where the title says to whom.
    public var to: Procedure.Matter.ID?
    /// The remedy that must be used first.
    public var after: ID?
    /// The articles.
    public var basis: [Basis]

    /// A remedy.
    public init(
        id: ID, title: Title, within: Length?, inForce: Validity? = nil,
        to: Procedure.Matter.ID? = nil, after: ID? = nil, basis: [Basis]
    ) {
        self.id = id
        self.title = title
        self.within = within
        self.inForce = inForce
        self.to = to
        self.after = after
        self.basis = basis
    }
}

extension Procedure {
    /// The remedies open against an outcome decided on a day, in the pack's order.
    public func remedies(against outcome: Outcome.ID, on day: Day) -> [Remedy] {
        (outcomes[outcome]?.remedies ?? []).compactMap { remedies[$0] }
            .filter { $0.inForce?.contains(day) ?? true }
    }
}
