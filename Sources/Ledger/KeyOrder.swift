/// The order of keys by UTF-16 code units (RFC 8785 section 3.2.3), computed from UTF-8.
enum KeyOrder {
    /// Whether `left` comes strictly before `right`.
    static func precedes(_ left: String, _ right: String) -> Bool {
        let fast: Bool?? = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right in
                precedes(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
            }
        }
        if case .some(.some(let answer)) = fast { return answer }
        return left.utf16.lexicographicallyPrecedes(right.utf16)
    }

    /// Whether the UTF-8 text `left` comes strictly before `right`.
    static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        let shared = min(left.count, right.count)
        var place = 0
        while place < shared, left[place] == right[place] { place += 1 }
        guard place < shared else { return left.count < right.count }
        return rank(left[place]) < rank(right[place])
    }

    /// Four-byte sequences are surrogates in UTF-16, which sort before U+E000...U+FFFF.
    private static func rank(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0xF0...0xFF: byte - 2
        case 0xEE...0xEF: byte + 16
        default: byte
        }
    }
}
