/// A piece of a page: markup that is already safe, because text became part of it only by being escaped.
package struct HTML: Sendable, Equatable {
    /// The markup in UTF-8.
    package private(set) var bytes: [UInt8]

    /// Nothing.
    package init() { bytes = [] }

    /// A text, escaped: what a person wrote is never markup.
    package init(_ text: String) {
        bytes = [UInt8](unsafeUninitializedCapacity: text.escapedCount) { buffer, count in
            var writer = Writer(buffer)
            writer.putEscaped(text)
            count = writer.count
        }
    }

    /// Markup made by this project's own code, such as a rendered report; never anything that came from outside.
    package init(trusted markup: String) { bytes = Array(markup.utf8) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// The markup as text.
    package var markup: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a piece behind this one.
    package mutating func append(_ other: HTML) { bytes += other.bytes }

    /// Whether there is nothing to show.
    package var isEmpty: Bool { bytes.isEmpty }
}

extension HTML {
    /// Pieces one after another.
    package init(_ pieces: [HTML]) {
        bytes = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count })
        for piece in pieces { bytes += piece.bytes }
    }

    /// An element with its attributes around a content.
    package static func element(_ name: String, _ attributes: [Attribute], _ content: HTML) -> HTML
    {
        tag(name, attributes, reserving: content.bytes.count + name.utf8.count + 3) { writer in
            writer.put(content.bytes)
            writer.put("</")
            writer.put(name)
            writer.put(">")
        }
    }

    /// An element that has no content, such as `br`.
    package static func void(_ name: String, _ attributes: [Attribute]) -> HTML {
        tag(name, attributes, reserving: 0) { _ in }
    }

    /// An opening tag and what follows it, in one allocation of the right size: pages are made of thousands of these.
    private static func tag(
        _ name: String, _ attributes: [Attribute], reserving more: Int,
        _ rest: (inout Writer) -> Void
    ) -> HTML {
        let size = attributes.reduce(name.utf8.count + 2 + more) { $0 + $1.writtenCount }
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var writer = Writer(buffer)
            writer.put("<")
            writer.put(name)
            for attribute in attributes where attribute.isPresent { writer.put(attribute) }
            writer.put(">")
            rest(&writer)
            count = writer.count
        }
        return HTML(bytes: bytes)
    }
}
