/// Rows of cells as RFC 4180 has them, safe to open in a spreadsheet.
package struct CSV: Sendable {
    package enum Cell: Sendable, Hashable {
        case text(String)
        /// Written by us, so never taken for a formula.
        case number(String)
    }

    package let rows: [[Cell]]

    package init(rows: [[Cell]]) {
        self.rows = rows
    }

    /// Every line ends with CR and LF.
    package var text: String {
        rows.map { $0.map(\.written).joined(separator: ",") + "\r\n" }.joined()
    }
}

extension CSV.Cell {
    /// A text that a spreadsheet would take for a formula gets an apostrophe before it.
    fileprivate var written: String {
        switch self {
        case .number(let number): return number
        case .text(let text):
            let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
            let safe = isFormula ?? false ? "'" + text : text
            let needsQuotes = safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
            return needsQuotes ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe
        }
    }
}
