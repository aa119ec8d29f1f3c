extension JSON {
    /// Where a text is not JSON that has a canonical form, and why.
    public struct ParseError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The byte, counted from 0.
        public let offset: Int
        /// What is wrong there.
        public let reason: Reason

        /// The offset and the reason in words.
        public var description: String { "byte \(offset): \(reason.rawValue)" }
    }

    /// What can be wrong with a text, in words.
    public enum Reason: String, Sendable, CaseIterable {
        /// The text ends inside a value.
        case unexpectedEnd = "unexpected end"
        /// A byte that cannot stand here.
        case unexpectedByte = "unexpected byte"
        /// Bytes after the value.
        case trailingBytes = "bytes after the value"
        /// Two members of an object have the same key.
        case duplicateKey = "duplicate key"
        /// A string is not UTF-8.
        case invalidUTF8 = "invalid UTF-8"
        /// A `\u` escape is half of a surrogate pair.
        case loneSurrogate = "lone surrogate"
        /// An escape that JSON does not have.
        case badEscape = "bad escape"
        /// A control character in a string.
        case controlCharacter = "unescaped control character"
        /// A number with a leading zero, or `-0`.
        case badNumber = "leading or negative zero"
        /// A number with a fraction or an exponent.
        case notInteger = "not an integer"
        /// An integer outside ``JSON/safeIntegers``.
        case unsafeInteger = "integer beyond 2^53 - 1"
        /// Deeper than ``JSON/deepest``.
        case tooDeep = "nested deeper than 64"
    }

    /// The value that the text writes, read strictly (RFC 8259 within the limits of RFC 7493).
    public init(parsing bytes: [UInt8]) throws(ParseError) {
        let result = bytes.withUnsafeBufferPointer { text -> Result<JSON, ParseError> in
            var parser = JSONParser(text: text)
            do throws(ParseError) { return .success(try parser.document()) } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }
}

/// A reader of one JSON text (RFC 8259).
struct JSONParser {
    private let text: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var depth = 0

    init(text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    mutating func document() throws(JSON.ParseError) -> JSON {
        let value = try value()
        skipSpace()
        guard offset == text.count else { throw error(.trailingBytes) }
        return value
    }

    private mutating func value() throws(JSON.ParseError) -> JSON {
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"):
            return try nested { parser throws(JSON.ParseError) in
                .object(try parser.object())
            }
        case UInt8(ascii: "["):
            return try nested { parser throws(JSON.ParseError) in
                .array(try parser.array())
            }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), 0x30...0x39: return .integer(try integer())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw error(.unexpectedByte)
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSON.ParseError) -> JSON
    ) throws(JSON.ParseError) -> JSON {
        guard depth < JSON.deepest else { throw error(.tooDeep) }
        depth += 1
        offset += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func array() throws(JSON.ParseError) -> [JSON] {
        var values: [JSON] = []
        guard try !take(UInt8(ascii: "]")) else { return values }
        repeat { values.append(try value()) } while try continues(until: UInt8(ascii: "]"))
        return values
    }

    private mutating func object() throws(JSON.ParseError) -> JSON.Object {
        var keys = KeyCheck()
        guard try !take(UInt8(ascii: "}")) else { return JSON.Object(sorted: []) }
        repeat {
            skipSpace()
            let place = offset
            guard try peek() == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
            let key = try string()
            guard try take(UInt8(ascii: ":")) else { throw error(.unexpectedByte) }
            keys.add(JSON.Member(key: key, value: try value()), at: place)
        } while try continues(until: UInt8(ascii: "}"))
        if let place = keys.sort() { throw error(.duplicateKey, at: place) }
        return JSON.Object(sorted: keys.members)
    }

    private mutating func continues(until end: UInt8) throws(JSON.ParseError) -> Bool {
        if try take(UInt8(ascii: ",")) { return true }
        guard try take(end) else { throw error(.unexpectedByte) }
        return false
    }

    private mutating func integer() throws(JSON.ParseError) -> Int {
        let start = offset
        let isNegative = text[offset] == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        let first = try peek()
        guard 0x30...0x39 ~= first else { throw error(.unexpectedByte) }
        var magnitude = 0
        while offset < text.count, 0x30...0x39 ~= text[offset] {
            magnitude = magnitude * 10 + Int(text[offset] - 0x30)
            offset += 1
            guard JSON.safeIntegers ~= magnitude else {
                throw error(skipsToFraction() ? .notInteger : .unsafeInteger, at: start)
            }
        }
        if skipsToFraction() { throw error(.notInteger, at: start) }
        guard first != 0x30 || (offset == start + 1 && !isNegative) else {
            throw error(.badNumber, at: start)
        }
        return isNegative ? -magnitude : magnitude
    }

    private func skipsToFraction() -> Bool {
        let rest = text[offset...].drop { 0x30...0x39 ~= $0 }
        return rest.first.map { [UInt8(ascii: "."), 0x65, 0x45].contains($0) } ?? false
    }

    private mutating func word(
        _ word: StaticString, _ value: JSON
    ) throws(JSON.ParseError) -> JSON {
        for place in 0..<word.utf8CodeUnitCount {
            guard try peek() == word.utf8Start[place] else { throw error(.unexpectedByte) }
            offset += 1
        }
        return value
    }

    private mutating func string() throws(JSON.ParseError) -> String {
        var reader = JSONStringReader(text: text, offset: offset + 1)
        let string = try reader.string()
        offset = reader.offset
        return string
    }

    private mutating func skipSpace() {
        while offset < text.count {
            switch text[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }

    private mutating func take(_ byte: UInt8) throws(JSON.ParseError) -> Bool {
        skipSpace()
        guard try peek() == byte else { return false }
        offset += 1
        return true
    }

    private func peek() throws(JSON.ParseError) -> UInt8 {
        guard offset < text.count else { throw error(.unexpectedEnd) }
        return text[offset]
    }

    private func error(_ reason: JSON.Reason, at place: Int? = nil) -> JSON.ParseError {
        JSON.ParseError(offset: place ?? offset, reason: reason)
    }
}

/// The members of an object as they are read, mostly already in canonical order.
private struct KeyCheck {
    private(set) var members: [JSON.Member] = []
    private var places: [Int] = []
    private var isSorted = true

    mutating func add(_ member: JSON.Member, at place: Int) {
        if let last = members.last, !KeyOrder.precedes(last.key, member.key) { isSorted = false }
        if members.isEmpty {
            members.reserveCapacity(12)
            places.reserveCapacity(12)
        }
        members.append(member)
        places.append(place)
    }

    /// Puts the members in order; returns where a key is repeated.
    mutating func sort() -> Int? {
        guard !isSorted else { return nil }
        let order = members.indices.sorted { left, right in
            if KeyOrder.precedes(members[left].key, members[right].key) { return true }
            return !KeyOrder.precedes(members[right].key, members[left].key) && left < right
        }
        let repeated = zip(order, order.dropFirst()).filter { left, right in
            !KeyOrder.precedes(members[left].key, members[right].key)
        }
        members = order.map { members[$0] }
        return repeated.map { places[$0.1] }.min()
    }
}
