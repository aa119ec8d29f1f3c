extension Procedure {
    /// A gapless number that some steps give to the case file (案号).
    public struct Numbering: Sendable, Equatable {
        /// The steps that give it.
        public var at: [Step.ID]
        /// The number, with `{year}`, `{n}` and perhaps `{mark}`, the handling organ's own mark (发文机关代字).
        public var pattern: String
        /// The name under which a district keeps the marks of its organs; nil for the matter's own.
        public var mark: String?

        /// A numbering.
        public init(at: [Step.ID], pattern: String, mark: String? = nil) {
            self.at = at
            self.pattern = pattern
            self.mark = mark
        }

        /// Whether the number begins with the organ's mark.
        public var isMarked: Bool { pattern.contains(Self.markPlace) }

        /// The numbering of the organ that has this mark.
        public func marked(_ mark: String) -> Numbering {
            let pattern = pattern.split(separator: Self.markPlace, omittingEmptySubsequences: false)
                .joined(separator: mark)
            return Numbering(at: at, pattern: pattern, mark: self.mark)
        }

        /// The n-th number of a year.
        public func number(_ n: Int, in year: Int) -> String {
            pattern.split(separator: "{", omittingEmptySubsequences: false)
                .map { part in
                    if part.hasPrefix("year}") { return "\(year)" + part.dropFirst(5) }
                    if part.hasPrefix("n}") { return "\(n)" + part.dropFirst(2) }
                    return String(part)
                }
                .joined()
        }

        fileprivate static let markPlace = "{mark}"
    }
}

extension Procedure.Numbering {
    /// The inverse of ``number(_:in:)``: which number of which year a text is; nil for a text it never writes.
    ///
    /// Where the number begins with an organ's mark, whatever stands in its place is the mark.
    public func reading(_ text: String) -> (n: Int, year: Int)? {
        if isMarked { return mark(in: text).flatMap { marked($0).reading(text) } }
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

    /// The mark with which a number begins; nil if the text cannot be one.
    public func mark(in text: String) -> String? {
        guard isMarked else { return nil }
        let after = pattern.dropFirst(Self.markPlace.count).prefix { $0 != "{" }
        guard !after.isEmpty, let end = text.firstRange(of: after) else { return nil }
        return String(text[..<end.lowerBound])
    }
}
