/// A piece of a page: text became part of it only as text, so that what a person wrote is never markup.
///
/// A tree that is written once, when the page is whole: pieces are neither copied nor measured on the way.
package struct HTML: Sendable {
    enum Node {
        case text(String)
        /// Markup made by this project's own code, in UTF-8.
        case written([UInt8])
        case pieces([HTML])
        case element(Element)
        case filled([Template.Stretch], [HTML])
    }

    final class Element: Sendable {
        let name: String
        let attributes: [Attribute]
        /// Nil for an element that has no content and no end, such as `br`.
        let content: HTML?

        init(name: String, attributes: [Attribute], content: HTML?) {
            self.name = name
            self.attributes = attributes
            self.content = content
        }
    }

    let node: Node

    /// Nothing.
    package init() { node = .pieces([]) }

    /// A text, escaped when it is written.
    package init(_ text: String) { node = .text(text) }

    /// Markup made by this project's own code, such as a rendered report; never anything that came from outside.
    package init(trusted markup: String) { node = .written(Array(markup.utf8)) }

    /// Pieces one after another.
    package init(_ pieces: [HTML]) { node = .pieces(pieces) }

    private init(_ element: Element) { node = .element(element) }

    private init(written bytes: [UInt8]) { node = .written(bytes) }

    init(_ template: [Template.Stretch], _ values: [HTML]) { node = .filled(template, values) }

    /// An element with its attributes around a content.
    package static func element(_ name: String, _ attributes: [Attribute], _ content: HTML) -> HTML
    {
        HTML(Element(name: name, attributes: attributes, content: content))
    }

    /// An element that has no content, such as `br`.
    package static func void(_ name: String, _ attributes: [Attribute]) -> HTML {
        HTML(Element(name: name, attributes: attributes, content: nil))
    }
}

extension HTML {
    /// The markup in UTF-8.
    package var bytes: [UInt8] { Writer.write(self, into: Writer.roomOfPage) }

    /// The same piece, written already: for one that a page shows many times.
    package var written: HTML { HTML(written: Writer.write(self, into: Writer.roomOfPart)) }

    /// The markup as text.
    package var markup: String { String(decoding: bytes, as: UTF8.self) }
}
