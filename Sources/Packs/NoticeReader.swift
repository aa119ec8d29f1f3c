/// Checks that every place in a notice's Mustache text names something that exists.
struct NoticeReader {
    let file: String
    let references: References
    let findings: Findings

    /// What every notice may name besides the fields of the forms.
    static let reserved: Set<String> = ["number", "day", "organ", "outcome", "remedies"]

    func check(_ template: String) {
        var open: [(name: String, place: Place)] = []
        for (index, line) in template.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            for (name, column) in tags(in: line) {
                check(name, at: Place(file, line: index + 1, column: column), &open)
            }
        }
        for section in open {
            findings.report(section.place, "section '\(section.name)' is never closed")
        }
    }

    private func check(
        _ tag: String, at place: Place, _ open: inout [(name: String, place: Place)]
    ) {
        let name = String(tag.drop { "#^/{&".contains($0) })
        switch tag.first {
        case "#", "^": open.append((name, place))
        case "/":
            if open.popLast()?.name != name {
                findings.report(place, "'\(name)' is closed without being open")
            }
            return
        case "!": return
        default: break
        }
        if name.hasPrefix("due.") {
            references.use(.deadline, String(name.dropFirst(4)), at: place)
        } else if !Self.reserved.contains(name), name != "." {
            references.use(.field, name, at: place)
        }
    }

    /// The tags of a line, each with its column.
    private func tags(in line: Substring) -> [(String, Int)] {
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
