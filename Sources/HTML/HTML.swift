/// A piece of a page: markup that is already safe, because text became part of it only by being escaped.
package struct HTML: Sendable, Equatable {
    /// The markup.
    package private(set) var markup: String

    /// Nothing.
    package init() { markup = "" }

    /// A text, escaped: what a person wrote is never markup.
    package init(_ text: String) {
        markup = ""
        markup.appendEscaped(text)
    }

    /// Markup made by this project's own code, such as a rendered report; never anything that came from outside.
    package init(trusted markup: String) { self.markup = markup }

    /// Adds a piece behind this one.
    package mutating func append(_ other: HTML) { markup += other.markup }

    /// Whether there is nothing to show.
    package var isEmpty: Bool { markup.isEmpty }
}

extension HTML {
    /// Pieces one after another.
    package init(_ pieces: [HTML]) {
        markup = ""
        for piece in pieces { markup += piece.markup }
    }

    /// An element with its attributes around a content.
    package static func element(_ name: String, _ attributes: [Attribute], _ content: HTML) -> HTML
    {
        var html = opening(name, attributes, reserving: content.markup.utf8.count + name.utf8.count)
        html.markup += content.markup
        html.markup += "</"
        html.markup += name
        html.markup += ">"
        return html
    }

    /// An element that has no content, such as `br`.
    package static func void(_ name: String, _ attributes: [Attribute]) -> HTML {
        opening(name, attributes, reserving: 0)
    }

    private static func opening(
        _ name: String, _ attributes: [Attribute], reserving more: Int
    ) -> HTML {
        var html = HTML()
        html.markup.reserveCapacity(more + 16 + attributes.count * 24)
        html.markup += "<"
        html.markup += name
        for attribute in attributes where attribute.isPresent {
            html.markup += " "
            html.markup += attribute.name
            guard let value = attribute.value else { continue }
            html.markup += "=\""
            html.markup.appendEscaped(value)
            html.markup += "\""
        }
        html.markup += ">"
        return html
    }
}

extension String {
    /// Adds a text with the five characters that mean something in HTML replaced.
    mutating func appendEscaped(_ text: String) {
        guard text.utf8.contains(where: \.meansSomethingInHTML) else {
            self += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": self += "&amp;"
            case "<": self += "&lt;"
            case ">": self += "&gt;"
            case "\"": self += "&quot;"
            case "'": self += "&#39;"
            default: unicodeScalars.append(scalar)
            }
        }
    }
}

extension UInt8 {
    fileprivate var meansSomethingInHTML: Bool {
        switch self {
        case 0x22, 0x26, 0x27, 0x3C, 0x3E: true
        default: false
        }
    }
}
