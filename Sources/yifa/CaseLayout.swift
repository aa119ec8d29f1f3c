/// Columns of text in which a Chinese character is two wide.
enum CaseLayout {
    /// Rows with their columns aligned; the last column is not padded, and empty ends are cut.
    static func table(_ rows: [[String]], indent: Int = 2, gap: Int = 2) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.filter { column < $0.count - 1 }.map { width($0[column]) }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell
                if column < row.count - 1 { line += spaces(widths[column] - width(cell) + gap) }
            }
            while line.last == " " { line.removeLast() }
            return spaces(indent) + line
        }
    }

    /// A text on lines of their own under a heading, each moved in.
    static func hanging(_ text: String, indent: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { spaces(indent) + $0 }
    }

    /// At most so wide, cut with an ellipsis; line ends become spaces.
    static func brief(_ text: String, _ most: Int = 80) -> String {
        let line = text.replacing("\n", with: " ")
        guard width(line) > most else { return line }
        var short = ""
        var used = 0
        for character in line {
            used += width(String(character))
            if used > most - 2 { break }
            short.append(character)
        }
        return short + "……"
    }

    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// Whether a terminal gives the character two cells (Unicode Standard Annex 11, wide and fullwidth).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
