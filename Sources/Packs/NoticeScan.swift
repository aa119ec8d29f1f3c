import Law

/// The places of a notice's Mustache text, each with the sections around it.
struct NoticeScan {
    /// A tag of the text.
    struct Tag {
        /// The name without its sign.
        let name: String
        /// `#`, `^`, `/`, `!` or `&`; nil for a plain place.
        let sign: Character?
        let line: Int
        let column: Int
        /// The sections that are open around it, outermost first; `^` before the name of an inverted one.
        let sections: [String]
    }

    let tags: [Tag]

    init(_ template: String) {
        var tags: [Tag] = []
        var open: [String] = []
        let lines = template.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            for (text, column) in Self.tags(in: line) {
                let sign = text.first.flatMap { "#^/!&".contains($0) ? $0 : nil }
                let name = String(text.drop { "#^/{&".contains($0) })
                tags.append(
                    Tag(name: name, sign: sign, line: index + 1, column: column, sections: open))
                if sign == "#" { open.append(name) }
                if sign == "^" { open.append("^" + name) }
                if sign == "/", !open.isEmpty { open.removeLast() }
            }
        }
        self.tags = tags
    }

    /// The tags of a line, each with its column.
    private static func tags(in line: Substring) -> [(String, Int)] {
        let characters = Array(line)
        var found: [(String, Int)] = []
        var index = 0
        while index + 1 < characters.count {
            guard characters[index] == "{", characters[index + 1] == "{" else {
                index += 1
                continue
            }
            let column = index + 1
            index += 2
            var tag = ""
            while index < characters.count, characters[index] != "}" {
                tag.append(characters[index])
                index += 1
            }
            found.append((String(tag.filter { $0 != " " }), column))
        }
        return found
    }
}

extension NoticeText {
    /// The deadlines and consultations whose last day the text tells in any case, not only in a section of their own.
    var unguardedDues: Set<String> {
        Set(
            NoticeScan(template).tags.compactMap { tag in
                guard tag.name.hasPrefix("due."), tag.sign == nil || tag.sign == "&",
                    !tag.sections.contains(tag.name)
                else { return nil }
                return String(tag.name.dropFirst("due.".count))
            })
    }
}
