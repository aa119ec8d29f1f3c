import Engine
import Law

extension Tale {
    /// Compares what came of the step that a line tells with what the story expects.
    func expectUpshot(_ line: Scenario.Line, before: CaseFile?) throws(Unfit) {
        guard let step = line.deed.step, line.refused == nil else { return }
        let upshot = line.upshot
        if let issues = upshot.issues {
            try expect("文书", issues.map(\.text), procedure.steps[step]?.notices.map(\.text), upshot)
        }
        if let remedies = upshot.remedies {
            try expect("救济", remedies.map(\.text), remediesTold(with: step).map(\.text), upshot)
        }
        if let meets = upshot.meets {
            try expect("履行期限", meets.map(\.text), met(since: before).map(\.text), upshot)
        }
        for shown in upshot.shows {
            let actual = self.shown(shown.field, by: step, at: line.moment) ?? ""
            try expect("公开 \(shown.field)", [shown.text], [actual], upshot)
        }
    }

    /// The remedies open against the outcome of the last act of a step.
    private func remediesTold(with step: Step.ID) -> [Scenario.Upshot.Told] {
        guard let event = story.events.last(where: { $0.act?.step == step }),
            let outcome = event.act?.outcome
        else { return [] }
        return procedure.remedies(against: outcome, on: event.effective.day)
            .map { Scenario.Upshot.Told(remedy: $0.id, within: $0.within) }
    }

    /// The deadlines that were met since an earlier state of the file.
    private func met(since before: CaseFile?) -> [TimeLimit.ID] {
        let earlier = before?.deadlines ?? []
        return (story.file?.deadlines ?? []).enumerated()
            .filter { index, deadline in
                deadline.isMet && !(earlier.indices.contains(index) && earlier[index].isMet)
            }
            .map(\.element.limit.id)
    }

    /// What the public sees of a field that a step publishes.
    private func shown(_ field: Field.ID, by step: Step.ID, at moment: Moment) -> String? {
        let entries = procedure.publications(touchedBy: step).filter { $0.by == step }
            .flatMap(\.entries)
        let now = Circumstances(at: moment, by: teller.calendar)
        return entries.first { $0.field == field }
            .flatMap { story.file?.shown($0, in: now, under: procedure) }
    }

    private func expect(
        _ what: String, _ expected: [String], _ actual: [String]?, _ upshot: Scenario.Upshot
    ) throws(Unfit) {
        let expected = expected.sorted()
        let actual = (actual ?? []).sorted()
        guard expected != actual else { return }
        let text = { (names: [String]) in
            names.allSatisfy(\.isEmpty) ? "无" : names.joined(separator: "、")
        }
        throw Unfit(
            place: upshot.place, expected: "\(what)：\(text(expected))",
            actual: "\(what)：\(text(actual))")
    }
}

extension Scenario.Deed {
    /// The step that is taken, by people or by the law; nil for anything else.
    var step: Step.ID? {
        switch self {
        case .act(let told): told.step
        case .law(let step): step
        case .move, .silence, .passing: nil
        }
    }
}

extension Deadline {
    fileprivate var isMet: Bool {
        if case .met = end { true } else { false }
    }
}

extension Scenario.Upshot.Told {
    /// The remedy as a story writes it: `litigation 6 months`.
    fileprivate var text: String { "\(remedy) \(within?.description ?? "untimed")" }
}
