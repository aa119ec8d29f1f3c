package import Law

/// What a deadline of a pack says, each thing in a sentence, so that no reader is told a term that does not govern.
package struct TermWords: Sendable {
    /// A deadline told in full.
    package struct Told: Sendable {
        /// How long.
        package let length: String
        /// From when it runs, and from which day it counts where that is another.
        package let start: String
        /// In which cases it runs; nil where it always does.
        package let when: String?
        /// What meets it.
        package let met: String
        /// What stands still, starts anew, lengthens, or is judged by another day.
        package let course: [String]
        /// What silence means, and what undoes that.
        package let silence: [String]

        /// All of it, a sentence a line, without the length.
        package var lines: [String] {
            [start] + [when].compactMap { $0 } + [met] + course + silence
        }
    }

    let conditions: ConditionWords
    private var words: CaseWords { conditions.words }
    private var procedure: Procedure { conditions.procedure }

    /// The words of a procedure that is looked at by itself.
    package init(_ procedure: Procedure, in words: Words) {
        conditions = ConditionWords(procedure, in: words)
    }

    /// The deadline in full.
    package func told(_ limit: TimeLimit) -> Told {
        Told(
            length: length(limit.span), start: start(limit),
            when: limit.when.map { self(.runsWhen, ["condition": conditions.text($0)]) },
            met: self(.met, ["steps": steps(limit.metBy)]),
            course: course(limit), silence: silence(limit))
    }

    /// How long: a length, lengths by the choices of a field, or what an act sets.
    package func length(_ span: TimeLimit.Span) -> String {
        switch span {
        case .fixed(let length): words.words.length(length)
        case .chosen(let field, let lengths):
            self(
                .spanChosen,
                [
                    "field": conditions.field(field),
                    "choices": choices(lengths, of: field).joined(separator: self(.listed)),
                ])
        case .set(let field): self(.spanSet, ["field": conditions.field(field)])
        }
    }

    /// Each choice with its length, in the order in which the form lists them.
    private func choices(_ lengths: [String: Length], of field: Field.ID) -> [String] {
        var known = lengths.keys.sorted()
        if case .choice(let choices) = procedure.fields[field]?.kind {
            known = choices.map(\.id.text).filter { lengths[$0] != nil }
        }
        return known.compactMap { choice in
            lengths[choice].map { length in
                self(
                    .spanChoice,
                    [
                        "choice": conditions.quoted(words.value(.choice(choice), of: field)),
                        "length": words.words.length(length),
                    ])
            }
        }
    }

    // MARK: - From when

    private func start(_ limit: TimeLimit) -> String {
        let from = steps(limit.from)
        switch limit.countedFrom {
        case .steps(let counted) where Set(limit.from) != Set(counted):
            return self(.startStep, ["steps": from, "counted": steps(counted)])
        case .field(let field):
            return self(
                isSure(field, of: limit) ? .startField : .startFieldElse,
                ["steps": from, "field": conditions.field(field)])
        case .steps, nil:
            return self(isOfHours(limit.span) ? .startHour : .startDay, ["steps": from])
        }
    }

    /// Whether every step that starts the deadline must state the field.
    private func isSure(_ field: Field.ID, of limit: TimeLimit) -> Bool {
        limit.from.allSatisfy { id in
            procedure.steps[id]?.form.flatMap { procedure.forms[$0] }?.entries
                .contains { $0.field == field && $0.required } ?? false
        }
    }

    private func isOfHours(_ span: TimeLimit.Span) -> Bool {
        if case .fixed(let length) = span { length.unit == .hours } else { false }
    }

    // MARK: - What becomes of it

    private func course(_ limit: TimeLimit) -> [String] {
        var lines = limit.pauses.map(pause)
        if !limit.restarts.isEmpty {
            lines.append(self(.restarts, ["steps": steps(limit.restarts)]))
        }
        lines += limit.extensions.map { rule in
            self(
                rule.field == nil ? .extendBy : .extendMost,
                [
                    "step": conditions.step(rule.by), "times": "\(rule.times)",
                    "length": words.words.length(rule.most),
                ])
        }
        if let field = limit.posted {
            lines.append(self(.posted, ["field": conditions.field(field)]))
        }
        return lines
    }

    private func pause(_ pause: TimeLimit.Pause) -> String {
        let text = standing(pause)
        guard let when = pause.when else { return text }
        return self(.pauseWhen, ["pause": text, "condition": conditions.text(when)])
    }

    private func standing(_ pause: TimeLimit.Pause) -> String {
        let ground = words.title(pause.ground)
        switch pause.cause {
        case .between(let from, let until):
            return self(
                .pauseSteps, ["from": steps(from), "until": steps(until), "ground": ground])
        case .consultation(let rule):
            let title = words.consultation(rule)
            let places = ["consultation": conditions.quoted(title), "ground": ground]
            return self(title == ground ? .pauseAsking : .pauseGround, places)
        }
    }

    private func silence(_ limit: TimeLimit) -> [String] {
        var lines: [String] = []
        switch limit.lapse {
        case .overdue: lines.append(self(.lapseOverdue))
        case .take(let step): lines.append(self(.lapseTakes, ["step": conditions.step(step)]))
        case .bar(let barred): lines.append(self(.lapseBars, ["steps": steps(barred)]))
        }
        let undoing = procedure.steps.filter { $0.undoes.contains(limit.id) }
        if !undoing.isEmpty {
            lines.append(self(.undoing, ["steps": steps(undoing.map(\.id))]))
        }
        if let why = limit.noUndoing { lines.append(words.title(why)) }
        return lines
    }

    private func steps(_ ids: [Step.ID]) -> String { conditions.either(ids.map(words.step)) }

    private func callAsFunction(_ phrase: RuleTextPhrase) -> String { words.words(phrase) }
    private func callAsFunction(
        _ phrase: RuleTextPhrase, _ places: [String: String]
    ) -> String { words.words(phrase, places) }
}
