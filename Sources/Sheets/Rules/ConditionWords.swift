package import Law

/// Conditions of rules in the reader's language; fields, steps and choices are called what the pack calls them.
package struct ConditionWords: Sendable {
    let words: CaseWords

    var procedure: Procedure { words.procedure }

    package init(_ words: CaseWords) {
        self.words = words
    }

    /// The words of a procedure that is looked at by itself, not in a case file.
    package init(_ procedure: Procedure, in words: Words) {
        self.init(CaseWords(procedure: procedure, district: nil, names: [:], words: words))
    }

    /// The condition as a clause without an end.
    package func text(_ condition: Condition) -> String { clause(condition, isNot: false).text }

    func callAsFunction(_ phrase: ConditionPhrase) -> String { words.words(phrase) }
    func callAsFunction(_ phrase: ConditionPhrase, _ places: [String: String]) -> String {
        words.words(phrase, places)
    }

    /// A name of the pack between quotation marks.
    func quoted(_ name: String) -> String { self(.quoted, ["name": name]) }

    /// Names of the pack, of which any one will do.
    func either(_ names: [String]) -> String {
        let marked = names.map(quoted)
        guard let last = marked.last, marked.count > 2 else {
            return marked.joined(separator: self(.orValue))
        }
        return words.listed(Array(marked.dropLast())) + self(.orValue) + last
    }

    func field(_ id: Field.ID) -> String { quoted(words.field(id)) }
    func step(_ id: Step.ID) -> String { quoted(words.step(id)) }
    func term(_ id: TimeLimit.ID) -> String { quoted(words.term(id.text)) }

    // MARK: - Clauses

    /// A part of a sentence, and by which word its own parts hang together.
    struct Clause {
        var text: String
        var joint: ConditionPhrase?
    }

    /// What holds, or with `isNot` what is denied: a denial is pushed down to what it denies.
    func clause(_ condition: Condition, isNot: Bool) -> Clause {
        switch condition {
        case .not(let part): clause(part, isNot: !isNot)
        case .all(let parts): joined(parts, by: isNot ? .or : .and, isNot)
        case .any(let parts): joined(parts, by: isNot ? .and : .or, isNot)
        case .compare(let field, let comparison, let value):
            compared(.field(field), comparison, .literal(value), isNot)
        case .relate(let left, let comparison, let right):
            compared(left, comparison, right, isNot)
        case .oneOf, .isSet, .done, .doneSince, .doneWithin, .lapsed, .inTime, .consulted,
            .outcome, .settled, .running, .handedIn:
            Clause(text: plain(condition, isNot), joint: condition.isTwofold && isNot ? .or : nil)
        }
    }

    private func joined(
        _ parts: [Condition], by joint: ConditionPhrase, _ isNot: Bool
    ) -> Clause {
        let clauses = parts.map { clause($0, isNot: isNot) }
        guard clauses.count > 1 else { return clauses.first ?? Clause(text: "") }
        let texts = clauses.map { part in
            part.joint == nil || part.joint == joint
                ? part.text : self(.grouped, ["text": part.text])
        }
        return Clause(text: texts.joined(separator: self(joint)), joint: joint)
    }

    /// A comparison; one whose field is not stated does not hold, so that its denial does.
    private func compared(
        _ left: Quantity, _ comparison: Condition.Comparison, _ right: Quantity, _ isNot: Bool
    ) -> Clause {
        guard isNot else { return Clause(text: comparing(left, comparison, right)) }
        if comparison == .equals {
            return Clause(text: comparing(left, .differs, right))
        }
        let text = comparing(left, comparison.denied, right)
        let fields = [left.field, right.field].compactMap { $0 }
        guard !fields.isEmpty else { return Clause(text: text) }
        let names = fields.map(field).joined(separator: self(.orValue))
        return Clause(text: self(.unsetOr, ["fields": names, "text": text]), joint: .or)
    }

    /// Conditions that have no parts.
    private func plain(_ condition: Condition, _ isNot: Bool) -> String {
        switch condition {
        case .oneOf(let field, let values):
            let known = either(values.map { words.value($0, of: field) })
            return self(
                isNot ? .noneOf : .equals, ["left": self.field(field), "right": known])
        case .isSet(let field):
            return self(isNot ? .unset : .set, ["field": self.field(field)])
        case .done(let id):
            return self(taken(id, isNot), ["step": step(id)])
        case .doneSince(let id, let others):
            return self(
                isNot ? .notDoneSince : .doneSince,
                ["step": step(id), "others": either(others.map(words.step))])
        case .doneWithin(let id, let length, let field):
            return self(
                isNot ? .notDoneWithin : .doneWithin,
                [
                    "step": step(id), "field": self.field(field),
                    "length": words.words.length(length),
                ])
        case .lapsed(let limit):
            return self(isNot ? .notLapsed : .lapsed, ["term": term(limit)])
        case .inTime(let limit):
            return self(isNot ? .notInTime : .inTime, ["term": term(limit)])
        case .consulted(let rule, let result):
            return self(
                isNot ? .notConsulted : .consulted,
                [
                    "consultation": quoted(words.consultation(rule)),
                    "result": quoted(words.result(result)),
                ])
        case .outcome(let outcome):
            return self(
                isNot ? .notOutcome : .outcome, ["outcome": quoted(words.outcome(outcome))])
        case .settled(let debt):
            let title = procedure.debts[debt].map { words.title($0.title) } ?? debt.text
            return self(isNot ? .notSettled : .settled, ["debt": quoted(title)])
        case .running(let limit):
            return self(isNot ? .notRunning : .running, ["term": term(limit)])
        case .handedIn(let document):
            return self(
                isNot ? .notHandedIn : .handedIn,
                ["document": quoted(words.document(document))])
        case .compare, .relate, .all, .any, .not:
            return clause(condition, isNot: isNot).text
        }
    }

    /// What the law does by itself happens; people take steps.
    private func taken(_ id: Step.ID, _ isNot: Bool) -> ConditionPhrase {
        if procedure.steps[id]?.isByLaw ?? false { return isNot ? .notHappened : .happened }
        return isNot ? .notDone : .done
    }
}

extension Condition {
    /// Whether it is denied in two ways: by what was not done, and by what was done after it.
    fileprivate var isTwofold: Bool { if case .doneSince = self { true } else { false } }
}

extension Condition.Comparison {
    /// The comparison that holds where this one does not.
    fileprivate var denied: Condition.Comparison {
        switch self {
        case .equals: .differs
        case .differs: .equals
        case .atMost: .above
        case .atLeast: .below
        case .below: .atLeast
        case .above: .atMost
        }
    }
}
