/// What of a case file is shown to the public, and how it is masked (公示).
public struct PublicationRule: Named {
    /// The name of a publication.
    public typealias ID = Identifier<PublicationRule>

    /// How a value is shown (Personal Information Protection Law, article 6).
    public enum Mask: String, Sendable, CaseIterable {
        case keep
        /// The family name, with 某 for the rest.
        case surname
        case lastFour = "last-four"
        case drop
    }

    /// A field with its mask.
    public struct Entry: Sendable, Equatable {
        /// The field.
        public var field: Field.ID
        /// Its mask.
        public var mask: Mask
        /// Where this holds it is shown whole after all.
        public var keptIf: Condition?

        /// A field with its mask.
        public init(field: Field.ID, mask: Mask, keptIf: Condition? = nil) {
            self.field = field
            self.mask = mask
            self.keptIf = keptIf
        }
    }

    /// The name.
    public var id: ID
    /// What a person reads.
    public var title: Title
    /// The step that publishes.
    public var by: Step.ID
    /// What is shown.
    public var entries: [Entry]
    /// For how long; nil for as long as it stands.
    public var shownFor: Length?
    /// The step that withdraws it; nil if it is never withdrawn.
    public var withdrawnBy: Step.ID?
    /// The articles.
    public var basis: [Basis]

    /// A publication.
    public init(
        id: ID, title: Title, by: Step.ID, entries: [Entry], shownFor: Length?,
        withdrawnBy: Step.ID?, basis: [Basis]
    ) {
        self.id = id
        self.title = title
        self.by = by
        self.entries = entries
        self.shownFor = shownFor
        self.withdrawnBy = withdrawnBy
        self.basis = basis
    }
}
