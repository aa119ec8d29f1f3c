/// A text with places to fill: `{name}` is the value, `{name: day|days}` is chosen by it, the first word for 1.
struct Wording: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case text(String)
        case place(String)
        case number(of: String, one: String, more: String)
    }

    let parts: [Part]

    /// Reads a text; nil where its braces do not pair up or hold no name.
    init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { "{}".contains($0) }) {
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}"),
                let part = Self.part(rest[rest.index(after: open)..<close])
            else { return nil }
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            parts.append(part)
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }

    private static func part(_ text: Substring) -> Part? {
        let halves = text.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = halves.first, !name.isEmpty,
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else { return nil }
        guard halves.count == 2 else { return .place(String(name)) }
        let forms = halves[1].split(separator: "|", omittingEmptySubsequences: false)
        guard forms.count == 2 else { return nil }
        return .number(of: String(name), one: String(forms[0]), more: String(forms[1]))
    }

    /// The names whose values the text shows.
    var places: Set<String> {
        Set(parts.compactMap { if case .place(let name) = $0 { name } else { nil } })
    }

    /// The names that forms are chosen by; another language may need no such choice.
    var numbers: Set<String> {
        Set(parts.compactMap { if case .number(let name, _, _) = $0 { name } else { nil } })
    }

    /// The text with its places filled; a place without a value stays visible.
    func filled(_ values: [String: String]) -> String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .text(let words): text += words
            case .place(let name): text += values[name] ?? "{\(name)}"
            case .number(let name, let one, let more): text += values[name] == "1" ? one : more
            }
        }
    }
}
