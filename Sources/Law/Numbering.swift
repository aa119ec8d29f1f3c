extension Procedure.Numbering {
    /// The inverse of ``number(_:in:)``: which number of which year a text is; nil for a text it never writes.
    public func reading(_ text: String) -> (n: Int, year: Int)? {
        var rest = text[...]
        var found: [Substring: Int] = [:]
        for part in pattern.split(separator: "{", omittingEmptySubsequences: false) {
            let name = ["year}", "n}"].first { part.hasPrefix($0) }
            if let name {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }.prefix(name == "n}" ? 18 : 4)
                guard let number = Int(digits), name == "n}" || digits.count == 4 else {
                    return nil
                }
                found[name[...]] = number
                rest = rest.dropFirst(digits.count)
            }
            let words = part.dropFirst(name?.count ?? 0)
            guard rest.hasPrefix(words) else { return nil }
            rest = rest.dropFirst(words.count)
        }
        guard let n = found["n}"], let year = found["year}"], number(n, in: year) == text else {
            return nil
        }
        return (n, year)
    }
}
