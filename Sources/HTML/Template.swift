/// A piece that a page shows many times with other values: written once, and filled for each of them.
package struct Template: Sendable {
    /// A place in a template for a value that comes later.
    package struct Place: Sendable {
        /// What stands for the value until it comes; no text of ours or of anybody else has this character.
        static let mark: Unicode.Scalar = "\u{1}"
        let position: Int

        /// The place as text, also within the value of an attribute; only a text may come here.
        package var text: String { "\(Self.mark)\(position)\(Self.mark)" }
        /// The place as a piece of the page.
        package var piece: HTML { HTML(trusted: text) }
    }

    /// A stretch of markup, and which value follows it.
    struct Stretch: Sendable {
        let markup: [UInt8]
        let value: Int?
    }

    private let stretches: [Stretch]

    /// A template with so many places.
    package init(places count: Int, @Content _ content: ([Place]) -> HTML) {
        let places = (0..<count).map { Place(position: $0) }
        let parts = content(places).markup.unicodeScalars.split(
            separator: Place.mark, omittingEmptySubsequences: false
        ).map { String($0) }
        // Markup and positions take turns, and markup is first and last.
        stretches = stride(from: 0, to: parts.count, by: 2).map { index in
            let next = parts.indices.contains(index + 1) ? Int(parts[index + 1]) : nil
            return Stretch(markup: Array(parts[index].utf8), value: next)
        }
    }

    /// The piece with a value in each place, in the order of the places.
    package func filled(_ values: HTML...) -> HTML { HTML(stretches, values) }
}
