import Indicators
import Law

/// What one rule cites: where it outlives a change of law, the articles of both texts, each for its days.
struct CitedBy {
    let basis: [Basis]
    let kind: Referent
    let name: String
}

extension Pack {
    /// The rules of the pack with the articles that each cites.
    var citations: [CitedBy] {
        var found: [CitedBy] = []
        let cite = { (basis: [Basis], kind: Referent, name: String) in
            if !basis.isEmpty { found.append(CitedBy(basis: basis, kind: kind, name: name)) }
        }
        for step in procedure.steps {
            cite(step.basis, .step, step.id.text)
            for rule in step.requirements { cite(rule.basis, .step, step.id.text) }
            for wait in step.waits { cite(wait.basis, .step, step.id.text) }
            cite(step.told?.basis ?? [], .step, step.id.text)
        }
        for limit in procedure.timeLimits {
            cite(limit.basis, .deadline, limit.id.text)
            for pause in limit.pauses { cite(pause.basis, .deadline, limit.id.text) }
            for rule in limit.extensions { cite(rule.basis, .deadline, limit.id.text) }
        }
        for rule in procedure.consultations { cite(rule.basis, .consultation, rule.id.text) }
        for rule in procedure.publications { cite(rule.basis, .step, rule.by.text) }
        for debt in procedure.debts {
            cite(debt.basis, .debt, debt.id.text)
            cite(debt.surcharge?.basis ?? [], .debt, debt.id.text)
        }
        for outcome in procedure.outcomes { cite(outcome.basis, .outcome, outcome.id.text) }
        for remedy in procedure.remedies { cite(remedy.basis, .remedy, remedy.id.text) }
        for parameter in procedure.parameters {
            cite(parameter.basis, .parameter, parameter.id.text)
        }
        for passing in procedure.passing { cite(passing.basis, .provision, passing.from.text) }
        for indicator in indicators { cite(indicator.basis, .indicator, indicator.id.text) }
        return found
    }
}
