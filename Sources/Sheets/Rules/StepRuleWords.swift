package import Law

/// What a step of a pack asks, and what the questions and remedies beside it say, in words.
package struct StepRuleWords: Sendable {
    let conditions: ConditionWords
    private var words: CaseWords { conditions.words }
    private var procedure: Procedure { conditions.procedure }

    /// The words of a procedure that is looked at by itself.
    package init(_ procedure: Procedure, in words: Words) {
        conditions = ConditionWords(procedure, in: words)
    }

    /// Who must act together, hold a certificate, approve.
    package func people(_ step: Step) -> String? {
        var needs: [String] = []
        if step.people.atLeast > 1 {
            needs.append(words(.officers, ["count": "\(step.people.atLeast)"]))
        }
        if step.people.certified { needs.append(words(.certified)) }
        if let role = step.people.approvedBy {
            needs.append(words(.approval, ["role": words.role(role)]))
        }
        return needs.isEmpty ? nil : needs.joined(separator: words(.needsListed))
    }

    /// Times that must pass, what was told before, what it undoes, how often it may be taken.
    package func rules(_ step: Step) -> [(text: String, basis: [Basis])] {
        var rules = step.waits.map { wait in
            (text: self.wait(wait), basis: wait.basis)
        }
        if let told = step.told { rules.append((self.told(told), told.basis)) }
        if !step.undoes.isEmpty {
            let terms = conditions.either(step.undoes.map { words.term($0.text) })
            rules.append((self(.undoes, ["terms": terms]), []))
        }
        if let times = step.times { rules.append((self(.times, ["times": "\(times)"]), [])) }
        return rules
    }

    /// What must hold, and with which code and words the step is refused otherwise.
    package func requirement(_ rule: Requirement) -> String {
        self(.requires, ["condition": conditions.text(rule.that)])
            + self(.refusedElse, ["code": rule.code, "say": words.title(rule.say)])
    }

    private func wait(_ wait: Wait) -> String {
        self(
            .wait,
            ["step": conditions.step(wait.after), "length": words.words.length(wait.atLeast)])
    }

    private func told(_ told: Step.Told) -> String {
        let pairs = told.noHeavier.map { pair in
            self(
                .toldPair,
                [
                    "stated": conditions.field(pair.stated), "told": conditions.field(pair.told),
                ])
        }
        return self(
            .told,
            [
                "step": conditions.step(told.by),
                "pairs": pairs.joined(separator: self(.listed)),
            ])
    }

    // MARK: - Consultations

    /// Who is asked, how long each has, what silence means, what waits for the answers.
    package func consultation(_ rule: ConsultationRule) -> String {
        var text = self(
            .asks,
            [
                "step": conditions.step(rule.askedBy), "role": words.role(rule.addressees),
                "length": words.words.length(rule.within), "join": words.join(rule.join),
                "silence": words.silence(rule.silence),
            ])
        if !rule.holds.isEmpty {
            let steps = conditions.either(rule.holds.map(words.step))
            text += self(.clause) + self(.holds, ["steps": steps])
        }
        if !rule.sendBack.isEmpty {
            let stages = conditions.either(rule.sendBack.map(words.stage))
            text += self(.clause) + self(.sendBack, ["stages": stages])
        }
        return text
    }

    // MARK: - Remedies

    /// By when a remedy must be used, against decisions of which days, after which other; empty where nothing is set.
    package func remedy(_ remedy: Remedy) -> String {
        var parts: [String] = []
        if let before = remedy.after.flatMap({ procedure.remedies[$0] }) {
            parts.append(
                self(.remedyAfter, ["remedy": conditions.quoted(words.title(before.title))]))
        }
        if let within = remedy.within {
            parts.append(self(.remedyWithin, ["length": words.words.length(within)]))
        }
        if let days = remedy.inForce {
            parts.append(self(.remedyDays, ["days": conditions.days(days)]))
        }
        return parts.joined(separator: self(.clause))
    }

    private func callAsFunction(_ phrase: RuleTextPhrase) -> String { words.words(phrase) }
    private func callAsFunction(
        _ phrase: RuleTextPhrase, _ places: [String: String]
    ) -> String { words.words(phrase, places) }
}
