/// Writes bytes one after another into memory that was measured before.
struct Writer {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { put($0) }
    }

    mutating func put(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { put($0) } }

    mutating func put(_ attribute: Attribute) {
        put(" ")
        put(attribute.name)
        guard let value = attribute.value else { return }
        put("=\"")
        putEscaped(value)
        put("\"")
    }

    /// Writes a text with the five characters that mean something in HTML replaced.
    mutating func putEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            guard bytes.contains(where: { $0.addedByEscaping > 0 }) else { return put(bytes) }
            for byte in bytes {
                if let escape = byte.escape {
                    put(escape)
                } else {
                    put(CollectionOfOne(byte))
                }
            }
        }
    }

    private mutating func put(_ bytes: some Collection<UInt8>) {
        precondition(count + bytes.count <= buffer.count, "more is written than was measured")
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
        count += rest.initialize(fromContentsOf: bytes)
    }
}

extension UInt8 {
    /// What stands for a byte that means something in HTML; nil for any other.
    var escape: String? {
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

extension UInt8 {
    /// How many bytes longer its escape is.
    fileprivate var addedByEscaping: Int {
        switch self {
        case 0x22: 5
        case 0x26, 0x27: 4
        case 0x3C, 0x3E: 3
        default: 0
        }
    }
}

extension String {
    /// How many bytes the text has once it is escaped.
    var escapedCount: Int { utf8.reduce(utf8.count) { $0 + $1.addedByEscaping } }
}

extension Attribute {
    /// How many bytes the attribute takes in a tag.
    var writtenCount: Int {
        guard isPresent else { return 0 }
        return 1 + name.utf8.count + (value.map { $0.escapedCount + 3 } ?? 0)
    }
}
