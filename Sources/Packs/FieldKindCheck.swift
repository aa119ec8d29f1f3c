import Indicators
import Law

/// Every field that a rule reads in a certain way is of a kind that can be read so.
extension StaticCheck {
    func checkFieldKinds() {
        for role in procedure.roles {
            if case .field(let field) = role.of {
                expect(field, .organ, "an organ", .role, role.id.text)
            }
        }
        for step in procedure.steps {
            expect(step.people.notOf, .organ, "an organ", .step, step.id.text)
            expect(step.recuses, .person, "a person", .step, step.id.text)
        }
        for limit in procedure.timeLimits { checkKinds(of: limit) }
        for indicator in pack.indicators { checkKinds(of: indicator) }
    }

    private func checkKinds(of limit: TimeLimit) {
        for rule in limit.extensions {
            expect(rule.field, .length, "a length", .deadline, limit.id.text)
        }
        switch limit.span {
        case .fixed: break
        case .set(let field): expect(field, .length, "a length", .deadline, limit.id.text)
        case .chosen(let field, _): expectChoice(field, .deadline, limit.id.text)
        }
    }

    private func checkKinds(of indicator: Indicator) {
        let name = indicator.id.text
        expect(indicator.organ, .organ, "an organ", .indicator, name)
        for case .field(let field) in indicator.breakdown { expectChoice(field, .indicator, name) }
        guard case .sum(let field, let minus, _) = indicator.kind,
            let kind = procedure.fields[field]?.kind
        else { return }
        if kind != .number, kind != .money {
            report(.indicator, name, "field '\(field)' is neither a number nor money")
        } else if let minus {
            expect(minus, kind, kind == .money ? "money" : "a number", .indicator, name)
        }
    }

    private func expect(
        _ field: Field.ID?, _ kind: Field.Kind, _ words: String, _ referent: Referent,
        _ name: String
    ) {
        guard let field, let actual = procedure.fields[field]?.kind, actual != kind else { return }
        report(referent, name, "field '\(field)' is not \(words)")
    }

    private func expectChoice(_ field: Field.ID, _ referent: Referent, _ name: String) {
        if case .choice = procedure.fields[field]?.kind { return }
        report(referent, name, "field '\(field)' is not a choice")
    }
}

/// Every deadline whose length stands in a field starts for sure when its step is taken.
extension StaticCheck {
    func checkLengthsAreSet() {
        let sure = SureFields(procedure)
        for limit in procedure.timeLimits {
            guard let field = limit.span.field, limit.when?.needs(field) != true else { continue }
            for step in limit.from where !sure.after(step).contains(field) {
                report(
                    .deadline, limit.id.text,
                    "field '\(field)' may be empty after step '\(step)', and then the deadline would not start"
                )
            }
        }
    }
}

extension TimeLimit.Span {
    /// The field that says how long.
    fileprivate var field: Field.ID? {
        switch self {
        case .fixed: nil
        case .chosen(let field, _), .set(let field): field
        }
    }
}
