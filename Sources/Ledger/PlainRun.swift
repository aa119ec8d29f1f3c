/// The part of a JSON string that is written as it is (RFC 8259 section 7, RFC 8785 section 3.2.2.2).
enum PlainRun {
    /// Where in `text`, from `start`, the first quote, backslash or control character stands.
    static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var place = start
        while place + 8 <= raw.count {
            if mayNeedEscape(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) { break }
            place += 8
        }
        while place < text.count, !needsEscape(text[place]) { place += 1 }
        return place
    }

    static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Whether one of eight bytes needs an escape; exact when the answer is no.
    private static func mayNeedEscape(_ word: UInt64) -> Bool {
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let control = (word &- ones &* 0x20) & ~word
        let quoted = (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
        return (control | quoted) & (ones &* 0x80) != 0
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
}
