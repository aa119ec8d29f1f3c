import Engine
import Law
import Mustache
import Office

/// A notice as it was issued by an event: the pack's text with the case file's values in their places.
struct CaseNotice {
    let entry: CaseRecord.Entry
    let words: CaseWords
    let calendar: WorkingCalendar

    /// The notices that the event issued, in the pack's order; empty if it issued none.
    func texts() throws -> [String] {
        guard case .acted(let act) = entry.event.fact else { return [] }
        let procedure = entry.edition.procedure
        let notices = procedure.steps[act.step]?.notices.compactMap { procedure.notices[$0] } ?? []
        return try notices.map { try render($0, issuedBy: act) }
    }

    /// Plain text: nothing is escaped as in HTML.
    private func render(_ notice: NoticeText, issuedBy act: Act) throws -> String {
        let template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + notice.template)
        return template.render(places(act))
    }

    private func places(_ act: Act) -> [String: Any] {
        var places: [String: Any] = [:]
        for (field, value) in entry.file.fields {
            places[field.text] = value == .flag(false) ? NoticeNo() : words.value(value, of: field)
        }
        places["number"] = entry.file.number
        places["day"] = entry.event.effective.day.chinese
        places["organ"] = words.organ(entry.file.organ)
        places["outcome"] = (act.outcome ?? entry.file.outcome).map(words.outcome)
        places["remedies"] = remedies(of: act.outcome ?? entry.file.outcome)
        places["due"] = dues
        return places
    }

    /// The last day of every deadline and consultation as they stood when the notice was issued.
    private var dues: [String: String] {
        var dues: [String: String] = [:]
        for deadline in entry.file.deadlines {
            dues[deadline.limit.id.text] = deadline.due(by: calendar)?.chinese ?? "中止原因消除后另行告知的日期"
        }
        for consultation in entry.file.consultations {
            dues[consultation.rule.id.text] = consultation.due(by: calendar)?.chinese
        }
        return dues
    }

    /// A line a remedy, numbered where there are several; nil where the outcome has none.
    private func remedies(of outcome: Outcome.ID?) -> String? {
        let procedure = entry.edition.procedure
        let remedies =
            outcome.flatMap { procedure.outcomes[$0] }?.remedies.compactMap { procedure.remedies[$0] } ?? []
        guard !remedies.isEmpty else { return nil }
        return remedies.enumerated()
            .map { index, remedy in
                let within = remedy.within.map { "自收到本文书之日起\($0.chinese)内" } ?? ""
                let number = remedies.count > 1 ? "\(index + 1). " : ""
                return "\(number)\(within)\(remedy.title.chinese)"
            }
            .joined(separator: "；\n")
    }
}

/// A flag that is not set: written 否, and as a section not there.
private struct NoticeNo: MustacheCustomRenderable {
    var renderText: String { "否" }
    var isNull: Bool { true }
}
