/// Writes a piece of a page as markup, in one walk.
struct Writer {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(16_384) }

    mutating func put(_ piece: HTML) {
        switch piece.node {
        case .text(let text): putEscaped(text)
        case .trusted(let markup): put(markup)
        case .pieces(let pieces): for piece in pieces { put(piece) }
        case .element(let element): put(element)
        }
    }

    private mutating func put(_ element: HTML.Element) {
        bytes.append(UInt8(ascii: "<"))
        put(element.name)
        for attribute in element.attributes where attribute.isPresent { put(attribute) }
        bytes.append(UInt8(ascii: ">"))
        guard let content = element.content else { return }
        put(content)
        put("</")
        put(element.name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func put(_ attribute: Attribute) {
        bytes.append(UInt8(ascii: " "))
        put(attribute.name)
        guard let value = attribute.value else { return }
        put("=\"")
        putEscaped(value)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// Writes a text with the five characters that mean something in HTML replaced.
    private mutating func putEscaped(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for position in utf8.indices {
                guard let escape = utf8[position].escape else { continue }
                bytes.append(contentsOf: utf8[start..<position])
                put(escape)
                start = position + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }
}

extension UInt8 {
    /// What stands for a byte that means something in HTML; nil for any other.
    fileprivate var escape: String? {
        switch self {
        case 0x22: "&quot;"
        case 0x26: "&amp;"
        case 0x27: "&#39;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        default: nil
        }
    }
}
