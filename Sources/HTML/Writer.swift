/// Writes a piece of a page as markup, in one walk.
///
/// Pieces are borrowed on the way: to count references to each of them took longer than to write them.
struct Writer {
    /// Bytes for a page of fifty rows, and for a cell of one.
    static let roomOfPage = 49_152
    static let roomOfPart = 256

    private var bytes: [UInt8] = []

    /// The markup of a piece, which fits into so many bytes as a rule.
    static func write(_ piece: borrowing HTML, into room: Int) -> [UInt8] {
        var writer = Writer()
        writer.bytes.reserveCapacity(room)
        writer.put(piece)
        return writer.bytes
    }

    private mutating func put(_ piece: borrowing HTML) {
        switch piece.node {
        case .text(let text): putEscaped(text)
        case .written(let markup): bytes.append(contentsOf: markup)
        case .pieces(let pieces): put(pieces)
        case .element(let element): put(element)
        case .filled(let template, let values): put(template, values)
        }
    }

    private mutating func put(_ pieces: borrowing [HTML]) {
        for index in pieces.indices { put(pieces[index]) }
    }

    private mutating func put(
        _ template: borrowing [Template.Stretch], _ values: borrowing [HTML]
    ) {
        for index in template.indices {
            bytes.append(contentsOf: template[index].markup)
            if let value = template[index].value { put(values[value]) }
        }
    }

    private mutating func put(_ element: borrowing HTML.Element) {
        bytes.append(UInt8(ascii: "<"))
        put(element.name)
        for index in element.attributes.indices where element.attributes[index].isPresent {
            put(element.attributes[index])
        }
        bytes.append(UInt8(ascii: ">"))
        guard let content = element.content else { return }
        put(content)
        put("</")
        put(element.name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func put(_ attribute: borrowing Attribute) {
        bytes.append(UInt8(ascii: " "))
        put(attribute.name)
        guard let value = attribute.value else { return }
        put("=\"")
        putEscaped(value)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func put(_ text: borrowing String) {
        text.utf8.span.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    /// Writes a text with the five characters that mean something in HTML replaced.
    private mutating func putEscaped(_ text: borrowing String) {
        text.utf8.span.withUnsafeBufferPointer { putEscaped($0) }
    }

    private mutating func putEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var position = 0
        while position < utf8.count {
            if utf8[position].meansSomething {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<position]))
                put(utf8[position].escape)
                start = position + 1
            }
            position += 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
}

extension UInt8 {
    /// Whether HTML would read the byte as more than text.
    @inline(__always)
    fileprivate var meansSomething: Bool {
        switch self {
        case 0x22, 0x26, 0x27, 0x3C, 0x3E: true
        default: false
        }
    }

    /// What stands for a byte that means something in HTML.
    fileprivate var escape: String {
        switch self {
        case 0x22: "&quot;"
        case 0x26: "&amp;"
        case 0x27: "&#39;"
        case 0x3C: "&lt;"
        default: "&gt;"
        }
    }
}
