/// Checks that every place in a notice's Mustache text names something that exists.
struct NoticeReader {
    let file: String
    let references: References
    let findings: Findings

    /// What every notice may name besides the fields of the forms.
    static let reserved: Set<String> = [
        "number", "day", "organ", "outcome", "remedies", "articles", "officers", "approver",
    ]

    func check(_ template: String) {
        var open: [(name: String, place: Place)] = []
        for tag in NoticeScan(template).tags {
            let place = Place(file, line: tag.line, column: tag.column)
            switch tag.sign {
            case "#", "^": open.append((tag.name, place))
            case "/":
                if open.popLast()?.name != tag.name {
                    findings.report(place, "'\(tag.name)' is closed without being open")
                }
                continue
            case "!": continue
            default: break
            }
            use(tag.name, at: place)
        }
        for section in open {
            findings.report(section.place, "section '\(section.name)' is never closed")
        }
    }

    private func use(_ name: String, at place: Place) {
        if name.hasPrefix("due.") {
            let term = String(name.dropFirst("due.".count))
            let isConsultation = references.isDeclared(.consultation, term)
            references.use(isConsultation ? .consultation : .deadline, term, at: place)
        } else if name.hasPrefix("outcome-is.") {
            references.use(.outcome, String(name.dropFirst("outcome-is.".count)), at: place)
        } else if !Self.reserved.contains(name), name != "." {
            references.use(.field, name, at: place)
        }
    }
}
