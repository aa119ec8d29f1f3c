import Indicators
import Law

/// The type system of law: what can be seen to be wrong with a pack without running anything.
struct StaticCheck {
    let pack: Pack
    let references: References
    let findings: Findings

    init(_ pack: Pack, _ references: References, _ findings: Findings) {
        self.pack = pack
        self.references = references
        self.findings = findings
    }

    var procedure: Procedure { pack.procedure }

    func run() {
        checkStages()
        checkDeadlines()
        checkLengthsAreSet()
        checkFieldKinds()
        checkLawSteps()
        checkBasis()
        checkOutcomes()
        checkPeople()
        checkIndicators()
        checkUnnoticed()
        checkRights()
        checkControls()
        checkPlainWords()
    }

    func report(_ kind: Referent, _ name: String, _ message: String) {
        guard let place = references.place(of: kind, name) else { return report(message) }
        findings.report(place, message)
    }

    /// Reports what concerns the procedure as a whole.
    func report(_ message: String, severity: Diagnostic.Severity = .error) {
        findings.report(
            Place("\(pack.source.folder)/procedure.yaml"), message, severity: severity)
    }
}

// MARK: - Deadlines

extension StaticCheck {
    private func checkDeadlines() {
        for limit in procedure.timeLimits {
            if let when = limit.when, when.flattened.contains(where: \.needsTime) {
                report(
                    .deadline, limit.id.text,
                    "'when' of deadline '\(limit.id)' may only ask about fields, steps and outcome")
            }
            if case .bar(let steps) = limit.lapse, steps.isEmpty {
                report(.deadline, limit.id.text, "deadline '\(limit.id)' bars no step")
            }
            if case .take(let step) = limit.lapse, procedure.steps[step]?.isByLaw == false {
                report(
                    .deadline, limit.id.text,
                    "step '\(step)' is taken when '\(limit.id)' lapses, so it must be 'by: law'")
            }
        }
    }

    private func checkLawSteps() {
        for step in procedure.steps where step.isByLaw {
            let isTaken = procedure.timeLimits.contains { $0.lapse == .take(step.id) }
            if !isTaken {
                report(.step, step.id.text, "step '\(step.id)' is by law, but no deadline takes it")
            }
            if step.outcomes.count > 1 {
                report(.step, step.id.text, "the law cannot choose among outcomes")
            }
            if step.form != nil {
                report(.step, step.id.text, "the law fills in no form")
            }
        }
    }
}

// MARK: - Law

extension StaticCheck {
    private func checkBasis() {
        let rules = pack.citations
        for rule in rules where rule.kind != .provision {
            let days = days(of: rule)
            let partial = rule.basis.compactMap { procedure.provisions[Provision.ID($0.text)] }
                .filter { !$0.inForce.covers(days) }
            guard let first = partial.first, !partial.map(\.inForce).cover(days) else { continue }
            report(
                rule.kind, rule.name,
                "\(rule.kind.rawValue) '\(rule.name)' cites \(first.id), in force \(first.inForce), but the \(days == procedure.inForce ? "procedure" : "rule") is in force \(days)"
            )
        }
        let used = Set(rules.flatMap(\.basis).map(\.text))
        for provision in procedure.provisions where !used.contains(provision.id.text) {
            report(.provision, provision.id.text, "nothing uses provision '\(provision.id)'")
        }
    }

    /// The days on which a rule must have its articles: a remedy those against whose decisions it is open.
    private func days(of rule: CitedBy) -> Validity {
        let all = procedure.inForce
        guard rule.kind == .remedy, let own = procedure.remedies[Remedy.ID(rule.name)]?.inForce
        else { return all }
        let until = [all.until, own.until].compactMap { $0 }.min()
        return Validity(from: max(all.from, own.from), until: until)
    }

    /// Every matter says in one plain sentence what it is good for, and how people ask for it.
    private func checkPlainWords() {
        if procedure.plain == nil {
            report("the procedure says nothing in plain words: add 'plain'")
        }
        if procedure.askedAs.chinese.isEmpty {
            report("nobody finds the procedure by everyday words: add 'asked-as'")
        }
    }

    private func checkOutcomes() {
        for outcome in procedure.outcomes {
            if outcome.burdens, outcome.remedies.isEmpty {
                report(
                    .outcome, outcome.id.text,
                    "outcome '\(outcome.id)' burdens a party, but names no remedies")
            }
            if !procedure.steps.contains(where: { $0.outcomes.contains(outcome.id) }) {
                report(.outcome, outcome.id.text, "no step decides outcome '\(outcome.id)'")
            }
        }
        for remedy in references.unused(.remedy) {
            findings.report(remedy.place, "no outcome names remedy '\(remedy.name)'")
        }
        for parameter in references.unused(.parameter) {
            findings.report(parameter.place, "nothing uses parameter '\(parameter.name)'")
        }
        for notice in references.unused(.notice) {
            findings.report(notice.place, "no step issues notice '\(notice.name)'")
        }
        for form in references.unused(.form) {
            findings.report(form.place, "no step uses form '\(form.name)'")
        }
    }

    /// Separation rules that nobody could satisfy.
    private func checkPeople() {
        let opener = procedure.steps.first { $0.place == .opening }?.by ?? []
        for step in procedure.steps {
            let roles = step.by.compactMap { procedure.roles[$0] }
            for other in step.people.notBy {
                let shared = procedure.steps[other].map { Set($0.by) == Set(step.by) } ?? false
                let isOneParty = roles.allSatisfy { $0.kind == .party && opener.contains($0.id) }
                if other == step.id, step.times == 1 {
                    report(
                        .step, step.id.text,
                        "step '\(step.id)' is taken only once, so nobody can have taken it before")
                } else if shared, isOneParty {
                    report(
                        .step, step.id.text,
                        "nobody could take step '\(step.id)': only the same party may, and it took '\(other)'"
                    )
                }
            }
            if let field = step.people.notOf, !roles.isEmpty,
                roles.allSatisfy({ $0.kind != .party && $0.of == .field(field) })
            {
                report(
                    .step, step.id.text,
                    "nobody could take step '\(step.id)': they must and must not belong to '\(field)'"
                )
            }
        }
    }

    private func checkIndicators() {
        for indicator in pack.indicators {
            let fields =
                (indicator.condition?.fields ?? []) + indicator.breakdown.compactMap(\.field)
                + [indicator.organ].compactMap { $0 } + indicator.summed
            for field in fields where procedure.fields[field]?.personal ?? false {
                report(
                    .indicator, indicator.id.text,
                    "figure '\(indicator.id)' depends on personal field '\(field)'")
            }
        }
    }
}

extension Indicator {
    fileprivate var summed: [Field.ID] {
        switch kind {
        case .sum(let field, let minus, _): [field] + [minus].compactMap { $0 }
        case .distinct(.field(let field), _): [field]
        case .count, .distinct(.officers, _), .ratio, .stock: []
        }
    }
}

extension Indicator.Breakdown {
    fileprivate var field: Field.ID? {
        switch self {
        case .outcome: nil
        case .field(let field): field
        }
    }
}

extension Condition {
    /// Whether it can only be judged with a calendar at hand.
    fileprivate var needsTime: Bool {
        switch self {
        case .doneWithin, .lapsed, .inTime, .consulted, .settled: true
        case .relate(let left, _, let right): left.needsTime || right.needsTime
        case .compare, .oneOf, .isSet, .done, .doneSince, .outcome, .running, .handedIn, .all, .any,
            .not:
            false
        }
    }
}
