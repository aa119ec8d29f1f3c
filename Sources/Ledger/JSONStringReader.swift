/// A reader of the string that begins before `offset` (RFC 8259 section 7).
struct JSONStringReader {
    private let text: UnsafeBufferPointer<UInt8>
    private(set) var offset: Int

    init(text: UnsafeBufferPointer<UInt8>, offset: Int) {
        self.text = text
        self.offset = offset
    }

    /// The string; `offset` is then after its closing quote.
    mutating func string() throws(JSON.ParseError) -> String {
        let start = offset
        try skipPlain()
        let plain = start..<offset
        guard text[offset] == UInt8(ascii: "\\") else {
            offset += 1
            return try decode(UnsafeBufferPointer(rebasing: text[plain]), from: start)
        }
        return try escapedString(after: plain)
    }

    private mutating func escapedString(
        after plain: Range<Int>
    ) throws(JSON.ParseError) -> String {
        var bytes = Array(text[plain])
        while text[offset] != UInt8(ascii: "\"") {
            offset += 1
            try appendEscape(to: &bytes)
            let start = offset
            try skipPlain()
            bytes += text[start..<offset]
        }
        offset += 1
        return try bytes.withUnsafeBufferPointer { bytes throws(JSON.ParseError) in
            try decode(bytes, from: plain.lowerBound)
        }
    }

    /// Goes on to the next quote or backslash.
    private mutating func skipPlain() throws(JSON.ParseError) {
        offset = PlainRun.end(in: text, from: offset)
        guard offset < text.count else { throw error(.unexpectedEnd) }
        guard text[offset] >= 0x20 else { throw error(.controlCharacter) }
    }

    private func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) throws(JSON.ParseError) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            throw self.error(.invalidUTF8, at: start + error.byteOffsets.lowerBound)
        }
    }

    private mutating func appendEscape(to bytes: inout [UInt8]) throws(JSON.ParseError) {
        let place = offset - 1
        switch try next() {
        case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "/"))
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "u"): bytes.append(contentsOf: String(try scalar(from: place)).utf8)
        default: throw error(.badEscape, at: place)
        }
    }

    private mutating func scalar(from place: Int) throws(JSON.ParseError) -> Unicode.Scalar {
        let unit = try codeUnit(from: place)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit), offset + 1 < text.count,
            text[offset] == UInt8(ascii: "\\"), text[offset + 1] == UInt8(ascii: "u")
        else { throw error(.loneSurrogate, at: place) }
        let second = offset
        offset += 2
        let trail = try codeUnit(from: second)
        guard UTF16.isTrailSurrogate(trail) else { throw error(.loneSurrogate, at: place) }
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    }

    private mutating func codeUnit(from place: Int) throws(JSON.ParseError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Hex.value(of: try next()) else { throw error(.badEscape, at: place) }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    private mutating func next() throws(JSON.ParseError) -> UInt8 {
        guard offset < text.count else { throw error(.unexpectedEnd) }
        defer { offset += 1 }
        return text[offset]
    }

    private func error(_ reason: JSON.Reason, at place: Int? = nil) -> JSON.ParseError {
        JSON.ParseError(offset: place ?? offset, reason: reason)
    }
}
