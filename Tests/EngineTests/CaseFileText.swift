import Law

@testable import Engine

/// A case file as text, one fact a line: what golden files keep.
struct CaseFileText {
    let file: CaseFile
    let calendar: WorkingCalendar

    var text: String {
        (head + fields + deeds + deadlines + consultations + rest).joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        [
            "case \(file.id) of \(file.organ), version \(file.version), last \(file.last)",
            "edition \(file.edition), procedure \(file.procedure)",
            "stage \(file.stage), outcome \(file.outcome?.text ?? "-"), number \(file.number ?? "-")",
        ]
    }

    private var fields: [String] {
        file.fields.sorted { $0.key < $1.key }.map { "field \($0.key) = \($0.value)" }
    }

    private var deeds: [String] {
        file.deeds.map { deed in
            let people = deed.people.map(\.id.text).joined(separator: "+")
            let approver = deed.approver.map { ", approved by \($0.id)" } ?? ""
            let outcome = deed.outcome.map { ", outcome \($0)" } ?? ""
            return
                "deed \(deed.at) \(deed.step) by \(deed.role) \(people)\(approver)\(outcome) -> \(deed.stage)"
        }
    }

    private var deadlines: [String] {
        file.deadlines.flatMap { deadline in
            let due = deadline.due(by: calendar)
            let head =
                "deadline \(deadline.limit.id) by \(deadline.startedBy): \(end(deadline)), due \(due?.moment.description ?? "-")"
            return [head] + (due?.reasons ?? []).map { "  \(words($0))" }
        }
    }

    private func end(_ deadline: Deadline) -> String {
        switch deadline.end {
        case .met(let step, let moment): "met by \(step) at \(moment)"
        case .lapsed(let moment): "lapsed at \(moment)"
        case .dropped(let moment): "dropped at \(moment)"
        case nil: deadline.isPaused ? "paused" : "running"
        }
    }

    private func words(_ reason: DueDate.Reason) -> String {
        switch reason {
        case .start(let moment, let length): "\(length) from \(moment)"
        case .rest(let day, .weekend): "rest \(day) weekend"
        case .rest(let day, .holiday(let festival)): "rest \(day) \(festival)"
        case .worked(let day, let festival): "worked \(day) \(festival)"
        case .paused(let from, let until, let ground): "paused \(from)..\(until) \(ground)"
        case .extended(let length): "extended \(length)"
        case .rolledOver(let from, let to): "rolled over \(from) -> \(to)"
        case .unannounced(let day): "unannounced after \(day)"
        case .uncharted(let days): "uncharted outside \(days.lowerBound)..\(days.upperBound)"
        }
    }

    private var consultations: [String] {
        file.consultations.flatMap { consultation in
            let head =
                "consultation \(consultation.rule.id) \(consultation.rule.join.rawValue): \(consultation.result?.rawValue ?? "open")"
            return [head]
                + consultation.questions.map { question in
                    let delegate = question.delegate.map { ", advised by \($0)" } ?? ""
                    let advice = question.advice.map { ": \($0.rawValue)" } ?? ""
                    return
                        "  \(question.addressee) \(words(question.state)) put \(question.put?.description ?? "-")\(delegate)\(advice)"
                }
        }
    }

    private func words(_ state: Consultation.Question.State) -> String {
        switch state {
        case .waiting: "waiting"
        case .open: "open"
        case .answered(let opinion): "answered \(opinion.rawValue)"
        case .silent: "silent"
        case .passedOn: "passed-on"
        case .removed: "removed"
        case .moot: "moot"
        }
    }

    private var rest: [String] {
        let published = file.publications.map {
            "publication \($0.rule) \($0.since)..\($0.withdrawn?.description ?? "")"
        }
        let paid = file.payments.map { "payment \($0.debt) \($0.amount) \($0.at)" }
        let recused = file.recused.sorted().map { "recused \($0)" }
        return published + paid + recused + file.documents.map { "document \($0)" }
    }
}
