extension JSON {
    /// Why a value has no canonical form that ``init(parsing:)`` would read back.
    public enum FormError: Error, Hashable, Sendable {
        /// The integer is outside ``safeIntegers``.
        case unsafeInteger(Int)
        /// Arrays and objects lie deeper within each other than ``deepest``.
        case tooDeep
    }

    /// The canonical form (RFC 8785).
    public func canonicalBytes() throws(FormError) -> [UInt8] {
        var buffer: [UInt8] = []
        buffer.reserveCapacity(512)
        try appendCanonical(to: &buffer)
        return buffer
    }

    /// Adds the canonical form to the buffer, which a thrown error leaves unfinished.
    public func appendCanonical(to buffer: inout [UInt8]) throws(FormError) {
        try append(to: &buffer, depth: 0)
    }

    func append(to buffer: inout [UInt8], depth: Int) throws(FormError) {
        switch self {
        case .null: CanonicalForm.append("null", to: &buffer)
        case .bool(let value): CanonicalForm.append(value ? "true" : "false", to: &buffer)
        case .integer(let value):
            guard JSON.safeIntegers ~= value else { throw .unsafeInteger(value) }
            CanonicalForm.append(value, to: &buffer)
        case .string(let value): CanonicalForm.append(quoting: value, to: &buffer)
        case .array(let values): try JSON.append(values, to: &buffer, depth: depth + 1)
        case .object(let object): try JSON.append(object, to: &buffer, depth: depth + 1)
        }
    }

    private static func append(
        _ values: [JSON], to buffer: inout [UInt8], depth: Int
    ) throws(FormError) {
        guard depth <= deepest else { throw .tooDeep }
        buffer.append(UInt8(ascii: "["))
        for place in values.indices {
            if place > 0 { buffer.append(UInt8(ascii: ",")) }
            try values[place].append(to: &buffer, depth: depth)
        }
        buffer.append(UInt8(ascii: "]"))
    }

    private static func append(
        _ object: Object, to buffer: inout [UInt8], depth: Int
    ) throws(FormError) {
        guard depth <= deepest else { throw .tooDeep }
        buffer.append(UInt8(ascii: "{"))
        for place in object.members.indices {
            if place > 0 { buffer.append(UInt8(ascii: ",")) }
            CanonicalForm.append(quoting: object.members[place].key, to: &buffer)
            buffer.append(UInt8(ascii: ":"))
            try object.members[place].value.append(to: &buffer, depth: depth)
        }
        buffer.append(UInt8(ascii: "}"))
    }
}

/// The tokens of canonical JSON (RFC 8785 sections 3.2.2 and 3.2.3).
enum CanonicalForm {
    static func append(_ token: StaticString, to buffer: inout [UInt8]) {
        buffer.append(
            contentsOf: UnsafeBufferPointer(
                start: token.utf8Start, count: token.utf8CodeUnitCount))
    }

    static func append(_ integer: Int, to buffer: inout [UInt8]) {
        guard integer != 0 else { return buffer.append(0x30) }
        if integer < 0 { buffer.append(UInt8(ascii: "-")) }
        let start = buffer.count
        var rest = integer.magnitude
        while rest > 0 {
            buffer.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        buffer[start...].reverse()
    }

    static func append(quoting string: String, to buffer: inout [UInt8]) {
        var string = string
        buffer.append(UInt8(ascii: "\""))
        string.withUTF8 { text in
            let plain = PlainRun.end(in: text)
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<plain]))
            for byte in text[plain...] { append(escaping: byte, to: &buffer) }
        }
        buffer.append(UInt8(ascii: "\""))
    }

    private static func append(escaping byte: UInt8, to buffer: inout [UInt8]) {
        switch byte {
        case 0x08: append("\\b", to: &buffer)
        case 0x09: append("\\t", to: &buffer)
        case 0x0A: append("\\n", to: &buffer)
        case 0x0C: append("\\f", to: &buffer)
        case 0x0D: append("\\r", to: &buffer)
        case UInt8(ascii: "\""): append("\\\"", to: &buffer)
        case UInt8(ascii: "\\"): append("\\\\", to: &buffer)
        case 0..<0x20:
            append("\\u00", to: &buffer)
            buffer.append(contentsOf: Hex.encode([byte]).utf8)
        default: buffer.append(byte)
        }
    }
}
