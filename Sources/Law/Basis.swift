/// A citation: the article of an instrument that a rule rests on, such as `行政复议法 30`.
public struct Basis: Hashable, Sendable, CustomStringConvertible {
    /// The citation as written: short name of the instrument, a space, the article.
    public let text: String

    /// The citation with this text.
    public init(_ text: String) {
        self.text = text
    }

    /// The short name of the instrument: all before the last space.
    public var instrument: Instrument.ID {
        Instrument.ID(text.split(separator: " ").dropLast().joined(separator: " "))
    }

    /// The citation as written.
    public var description: String { text }
}

/// The days on which something holds; without an end, until further notice.
public struct Validity: Hashable, Sendable, CustomStringConvertible {
    /// The first day.
    public let from: Day
    /// The last day.
    public let until: Day?

    /// From a day, until a day or until further notice.
    public init(from: Day, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    /// Whether it holds on a day.
    public func contains(_ day: Day) -> Bool { day >= from && until.map { day <= $0 } ?? true }

    /// Whether it holds on every day on which the other holds.
    public func covers(_ other: Validity) -> Bool {
        guard from <= other.from else { return false }
        guard let until else { return true }
        return other.until.map { $0 <= until } ?? false
    }

    /// The range, such as `2017-09-01..2023-12-31` or `2024-01-01..`.
    public var description: String { "\(from)..\(until?.description ?? "")" }
}

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
