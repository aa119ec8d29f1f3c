/// Who takes part in a procedure, in one capacity (角色).
public struct Role: Named {
    /// The name of a role.
    public typealias ID = Identifier<Role>

    /// On which side of the matter the role stands.
    public enum Kind: String, Sendable, CaseIterable {
        /// A citizen or organisation; its name is personal data.
        case party
        /// A person acting for an organ of the government.
        case officer
        /// An organ as a side of the case.
        case organ
    }

    /// To which organ those in the role must belong.
    public enum Affiliation: Sendable, Equatable {
        case handling
        case any
        case field(Field.ID)
    }

    /// What the law itself does when a deadline lapses.
    public static let law: ID = "law"

    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// The side.
    public let kind: Kind
    /// The organ.
    public let of: Affiliation

    /// A role.
    public init(id: ID, title: Title, kind: Kind, of: Affiliation) {
        self.id = id
        self.title = title
        self.kind = kind
        self.of = of
    }
}
