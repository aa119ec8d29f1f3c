/// Reading of line-based texts by bytes, never by grapheme clusters.
enum Text {
    static let newline = UInt8(ascii: "\n")

    /// The lines of a text that ends with a newline; `nil` when it does not.
    static func lines(_ text: String) -> [String]? {
        guard text.utf8.last == newline else { return nil }
        return text.utf8.dropLast()
            .split(separator: newline, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// A non-negative decimal without sign or leading zeroes.
    static func decimal(_ text: some StringProtocol) -> Int? {
        let digits = text.utf8
        guard digits.allSatisfy({ 0x30...0x39 ~= $0 }), digits.first != 0x30 || digits.count == 1
        else { return nil }
        return Int(text)
    }

    /// Whether the text has an ASCII control character other than newline (C2SP signed-note).
    static func hasControls(_ text: some StringProtocol) -> Bool {
        text.utf8.contains { $0 < 0x20 && $0 != newline }
    }

    /// The text after a prefix that it must have.
    static func after(_ prefix: String, in line: String) -> String? {
        guard line.utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: line.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
}
