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
        return oneBlankLine(template.render(places(act, in: notice)))
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

    private func places(_ act: Act, in notice: NoticeText) -> [String: Any] {
        var places: [String: Any] = [:]
        for (field, value) in entry.file.fields {
            let text = words.value(value, of: field)
            places[field.text] = value.isNothing ? NoticeNo(text) : text
        }
        places["number"] = entry.file.number
        places["day"] = words.words.day(entry.event.effective.day)
        places["organ"] = words.organ(entry.file.organ)
        places["outcome"] = (act.outcome ?? entry.file.outcome).map(words.outcome)
        places["articles"] = articles(act)
        places["officers"] =
            act.people.isEmpty ? nil : act.people.map(signed).joined(separator: "、")
        places["approver"] = act.approver?.name
        if let outcome = act.outcome ?? entry.file.outcome {
            places["outcome-is"] = [outcome.text: true]
            places["remedies"] = remedies(against: outcome, told: notice)
        }
        places["due"] = dues
        return places
    }

    /// The articles of the outcome chosen, else of the step, as official texts cite them.
    private func articles(_ act: Act) -> String? {
        let procedure = entry.edition.procedure
        let basis = act.outcome.flatMap { procedure.outcomes[$0]?.basis } ?? []
        let citation = OfficialCitation(procedure: procedure, day: entry.event.effective.day)
        return citation.text(of: basis) ?? citation.text(of: procedure.steps[act.step]?.basis ?? [])
    }

    /// `张三（行政执法证件号：110101）`.
    private func signed(_ person: Participant) -> String {
        person.name + (person.certificate.map { "（行政执法证件号：\($0.number)）" } ?? "")
    }

    /// The last day of every deadline and consultation that ran when the notice was issued: what ended before governs no
    /// more.
    private var dues: [String: String] {
        var dues: [String: String] = [:]
        for deadline in entry.file.deadlines
        where deadline.isRunning || deadline.end?.moment == entry.event.effective {
            dues[deadline.limit.id.text] =
                deadline.due(by: calendar).map(words.words.due)
                ?? "暂停计算的原因消除后另行告知的日期"
        }
        for consultation in entry.file.consultations {
            dues[consultation.rule.id.text] = consultation.due(by: calendar).map(words.words.due)
        }
        return dues
    }

    private func remedies(against outcome: Outcome.ID, told notice: NoticeText) -> String? {
        let procedure = entry.edition.procedure
        return RemedyWords(procedure: procedure, words: words, organ: entry.file.organ).clause(
            procedure.remedies(against: outcome, on: entry.event.effective.day),
            after: notice.ownName)
    }
}

extension NoticeText {
    /// How the paper calls itself, by the last word of its title: 本决定书.
    fileprivate var ownName: String {
        let title = template.prefix { $0 != "\n" }.filter { !$0.isWhitespace }
        let kinds = ["决定书", "通知书", "告知书", "答复书", "意见书", "调解书", "催告书", "协议书"]
        return "本" + (kinds.first { title.hasSuffix($0) } ?? "通知")
    }
}

/// A flag that is not set, or an amount of nothing: written 否 or 0元, and as a section not there.
private struct NoticeNo: MustacheCustomRenderable {
    let renderText: String
    var isNull: Bool { true }

    init(_ text: String) {
        renderText = text
    }
}
