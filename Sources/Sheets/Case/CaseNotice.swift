import Engine
package import Law
import Mustache
package import Office

/// A notice as it was issued by an event: the pack's text with the case file's values in their places.
///
/// Notices of law are Chinese, whatever the reader's language.
package struct CaseNotice {
    let entry: CaseRecord.Entry
    let words: CaseWords
    let calendar: WorkingCalendar

    /// The notices of an event; `words` are those of the edition under which it happened.
    package init(entry: CaseRecord.Entry, words: CaseWords, calendar: WorkingCalendar) {
        self.entry = entry
        self.words = words.inChinese
        self.calendar = calendar
    }

    /// The notices that the event issued, in the pack's order; empty if it issued none.
    package func texts() throws -> [String] {
        guard case .acted(let act) = entry.event.fact else { return [] }
        let procedure = entry.edition.procedure
        let notices = procedure.steps[act.step]?.notices.compactMap { procedure.notices[$0] } ?? []
        return try notices.map { try render($0, issuedBy: act) }
    }

    /// Plain text: nothing is escaped as in HTML.
    private func render(_ notice: NoticeText, issuedBy act: Act) throws -> String {
        let template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + notice.template)
        return oneBlankLine(template.render(places(act)))
    }

    /// Sections that are not there leave empty lines behind; one is enough.
    private func oneBlankLine(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isBlank = line.allSatisfy(\.isWhitespace)
            if isBlank, lines.last?.isEmpty ?? true { continue }
            lines.append(isBlank ? "" : line)
        }
        while lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private func places(_ act: Act) -> [String: Any] {
        var places: [String: Any] = [:]
        for (field, value) in entry.file.fields {
            places[field.text] = value == .flag(false) ? NoticeNo() : words.value(value, of: field)
        }
        places["number"] = entry.file.number
        places["day"] = words.words.day(entry.event.effective.day)
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
            dues[deadline.limit.id.text] =
                deadline.due(by: calendar).map(words.words.due)
                ?? "中止原因消除后另行告知的日期"
        }
        for consultation in entry.file.consultations {
            dues[consultation.rule.id.text] = consultation.due(by: calendar).map(words.words.due)
        }
        return dues
    }

    /// The ways to have the decision reviewed, as a clause that can follow 可以; nil where the outcome has none.
    private func remedies(of outcome: Outcome.ID?) -> String? {
        let procedure = entry.edition.procedure
        let known = outcome.flatMap { procedure.outcomes[$0] }?.remedies ?? []
        let ways = known.compactMap { procedure.remedies[$0] }.map { remedy in
            let within = remedy.within.map { "自收到本文书之日起\($0.chinese)内" } ?? ""
            return within + remedy.title.chinese
        }
        return ways.isEmpty ? nil : ways.joined(separator: "，或者")
    }
}

/// A flag that is not set: written 否, and as a section not there.
private struct NoticeNo: MustacheCustomRenderable {
    var renderText: String { "否" }
    var isNull: Bool { true }
}
