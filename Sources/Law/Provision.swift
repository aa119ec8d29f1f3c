/// A statute, regulation or other text of law, in one edition.
public struct Instrument: Named {
    /// The short name by which provisions cite it.
    public typealias ID = Identifier<Instrument>
    /// The short name.
    public let id: ID
    /// The full title with the edition.
    public let title: String
    /// The days on which it is in force.
    public let inForce: Validity

    /// An instrument.
    public init(id: ID, title: String, inForce: Validity) {
        self.id = id
        self.title = title
        self.inForce = inForce
    }
}

/// An article relied on: its digest in our own words, and how sure we are of it.
public struct Provision: Named {
    /// The citation.
    public typealias ID = Identifier<Provision>
    /// How well the rule is founded.
    public enum Status: String, Sendable, CaseIterable {
        /// Checked against the text.
        case verified
        /// A rule of this place, seen in a local text.
        case local
        /// No verified text: a parameter of the pack.
        case assumed
    }

    /// The citation.
    public let id: ID
    /// What it says, in our own words.
    public let digest: Title
    /// How well it is founded.
    public let status: Status
    /// The days on which it is in force.
    public let inForce: Validity

    /// A provision.
    public init(id: ID, digest: Title, status: Status, inForce: Validity) {
        self.id = id
        self.digest = digest
        self.status = status
        self.inForce = inForce
    }
}
