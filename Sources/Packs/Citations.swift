import Indicators
import Law

extension Pack {
    /// Every citation of the pack's rules, with the rule it stands in.
    var citations: [(basis: Basis, kind: Referent, name: String)] {
        var found: [(Basis, Referent, String)] = []
        let cite = { (basis: [Basis], kind: Referent, name: String) in
            found += basis.map { ($0, kind, name) }
        }
        for step in procedure.steps {
            cite(step.basis, .step, step.id.text)
            for rule in step.requirements { cite(rule.basis, .step, step.id.text) }
            for wait in step.waits { cite(wait.basis, .step, step.id.text) }
        }
        for limit in procedure.timeLimits {
            cite(limit.basis, .deadline, limit.id.text)
            for pause in limit.pauses { cite(pause.basis, .deadline, limit.id.text) }
            cite(limit.extend?.basis ?? [], .deadline, limit.id.text)
        }
        for rule in procedure.consultations { cite(rule.basis, .consultation, rule.id.text) }
        for rule in procedure.publications { cite(rule.basis, .step, rule.by.text) }
        for debt in procedure.debts {
            cite(debt.basis, .debt, debt.id.text)
            cite(debt.surcharge?.basis ?? [], .debt, debt.id.text)
        }
        for outcome in procedure.outcomes { cite(outcome.basis, .outcome, outcome.id.text) }
        for remedy in procedure.remedies { cite(remedy.basis, .remedy, remedy.id.text) }
        for passing in procedure.passing { cite(passing.basis, .provision, passing.from.text) }
        for indicator in indicators { cite(indicator.basis, .indicator, indicator.id.text) }
        return found
    }
}
