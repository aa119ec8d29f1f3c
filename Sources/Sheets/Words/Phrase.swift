/// The words of one area of the screens; its keys stand in `catalogues/<area>.yaml`.
package protocol Phrase: RawRepresentable<String>, CaseIterable, Sendable {
    /// The name of the catalogue.
    static var area: String { get }
}

extension Phrase {
    /// The keys that the catalogue must have.
    static var keys: [String] { allCases.map(\.rawValue) }
}
