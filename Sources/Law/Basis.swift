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
