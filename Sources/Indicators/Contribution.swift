package import Engine
package import Law

/// What one event adds to one figure.
package struct Contribution: Hashable, Sendable {
    package let figure: FigureName
    package let organ: Organ.ID
    package let day: Day
    /// The cell of the breakdown, its parts joined by `|`; empty without one.
    package let cell: String
    /// The value whose difference is counted; nil unless the figure counts different values.
    package let member: String?
    package let amount: Int

    /// The same, taken away again.
    fileprivate var takenBack: Contribution {
        Contribution(
            figure: figure, organ: organ, day: day, cell: cell, member: member, amount: -amount)
    }
}

/// The indicators of a procedure, sorted by what they count on.
package struct IndicatorSet: Sendable {
    package let procedure: Procedure
    package let indicators: Catalogue<Indicator>
    private let byStep: [Step.ID: [Indicator]]
    private let others: [Indicator]

    package init(_ indicators: Catalogue<Indicator>, of procedure: Procedure) {
        self.procedure = procedure
        self.indicators = indicators
        var byStep: [Step.ID: [Indicator]] = [:]
        var others: [Indicator] = []
        for indicator in indicators {
            switch indicator.trigger {
            case .steps(let steps):
                for step in steps { byStep[step, default: []].append(indicator) }
            case .outcomes, .stage: others.append(indicator)
            case nil: break
            }
        }
        self.byStep = byStep
        self.others = others
    }

    /// What an event adds to the figures, given the case file before and after it.
    package func contributions(
        of event: Event, before: CaseFile?, after: CaseFile, by calendar: WorkingCalendar
    ) -> [Contribution] {
        var found: [Contribution] = []
        if case .acted(let act) = event.fact {
            for indicator in byStep[act.step] ?? [] {
                found += contribution(to: indicator, of: event, act, after, calendar)
            }
        }
        for indicator in others where reaches(indicator, before, after) {
            found += contribution(to: indicator, of: event, event.act, after, calendar)
        }
        if let before, isUndone(by: event) {
            for indicator in others where reaches(indicator, after, before) {
                found += contribution(to: indicator, of: event, nil, before, calendar)
                    .filter { $0.member == nil }.map(\.takenBack)
            }
        }
        return found
    }

    /// Whether the event defeats a lapse, so that what the lapse brought is taken back on its own day.
    private func isUndone(by event: Event) -> Bool {
        event.act.flatMap { procedure.steps[$0.step] }.map { !$0.undoes.isEmpty } ?? false
    }

    private func reaches(_ indicator: Indicator, _ before: CaseFile?, _ after: CaseFile) -> Bool {
        switch indicator.trigger {
        case .outcomes(let outcomes):
            let had = before?.outcome.map(outcomes.contains) ?? false
            return !had && (after.outcome.map(outcomes.contains) ?? false)
        case .stage(let stage): return before?.stage != stage && after.stage == stage
        case .steps, nil: return false
        }
    }

    private func contribution(
        to indicator: Indicator, of event: Event, _ act: Act?, _ file: CaseFile,
        _ calendar: WorkingCalendar
    ) -> [Contribution] {
        if let condition = indicator.condition {
            let now = Circumstances(at: event.effective, by: calendar)
            guard file.holds(condition, in: now, under: procedure) else { return [] }
        }
        let place = indicator.breakdown.map { cell($0, of: file) }.joined(separator: "|")
        let make = { (member: String?, amount: Int) -> Contribution in
            Contribution(
                figure: FigureName(procedure.matter, indicator.id),
                organ: organ(for: indicator, file), day: event.effective.day, cell: place,
                member: member, amount: amount)
        }
        switch indicator.kind {
        case .count: return [make(nil, 1)]
        case .sum(let field, let minus, _):
            let less = minus.flatMap { file.fields[$0]?.quantity } ?? 0
            return [make(nil, (file.fields[field]?.quantity ?? 0) - less)]
        case .distinct(.officers, _): return (act?.people ?? []).map { make($0.id.text, 1) }
        case .distinct(.field(let field), _):
            return file.fields[field].map { [make($0.description, 1)] } ?? []
        case .ratio, .stock: return []
        }
    }

    private func organ(for indicator: Indicator, _ file: CaseFile) -> Organ.ID {
        if let field = indicator.organ, case .organ(let organ) = file.fields[field] {
            organ
        } else {
            file.organ
        }
    }

    private func cell(_ breakdown: Indicator.Breakdown, of file: CaseFile) -> String {
        switch breakdown {
        case .outcome: file.outcome?.text ?? ""
        case .field(let field): file.fields[field]?.description ?? ""
        }
    }
}

extension Value {
    /// Numbers, and money in fen; nil for what cannot be added.
    fileprivate var quantity: Int? {
        switch self {
        case .number(let number): number
        case .money(let money): money.fen
        case .text, .day, .flag, .choice, .organ, .person, .length, .erased: nil
        }
    }
}
