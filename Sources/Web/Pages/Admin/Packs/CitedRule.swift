import Indicators
import Law
import Office

/// A rule of a pack, or a part of one, with the articles it rests on.
struct CitedRule: Sendable {
    let kind: RulePhrase
    let title: Title
    /// What a part says of itself, such as what must hold, or the ground of a pause.
    let part: Title?
    /// What must hold: for a requirement to be met, for a term to run.
    let condition: Condition?
    let basis: [Basis]

    init(
        _ kind: RulePhrase, _ title: Title, part: Title? = nil, condition: Condition? = nil,
        _ basis: [Basis]
    ) {
        self.kind = kind
        self.title = title
        self.part = part
        self.condition = condition
        self.basis = basis
    }
}

extension AdmittedPack {
    /// Every rule that rests on an article, in the order of the pack.
    var citedRules: [CitedRule] {
        let figures = indicators.indicators.map { CitedRule(.figure, $0.title, $0.basis) }
        return procedure.stepRules + procedure.termRules + procedure.endRules + figures
            + procedure.frameRules
    }
}

extension Procedure {
    fileprivate var stepRules: [CitedRule] {
        steps.flatMap { step -> [CitedRule] in
            let requirements = step.requirements.map {
                CitedRule(
                    .requirement, step.title, part: $0.say, condition: $0.that, $0.basis)
            }
            let waits = step.waits.map { wait in
                CitedRule(.wait, step.title, part: steps[wait.after]?.title, wait.basis)
            }
            let told = step.told.map { told in
                CitedRule(.told, step.title, part: steps[told.by]?.title, told.basis)
            }
            return [CitedRule(.step, step.title, step.basis)] + requirements
                + [told].compactMap { $0 } + waits
        }
    }

    fileprivate var termRules: [CitedRule] {
        let limits = timeLimits.flatMap { limit -> [CitedRule] in
            let pauses = limit.pauses.map {
                CitedRule(.pause, limit.title, part: $0.ground, $0.basis)
            }
            let lengthening = limit.extensions.map { rule in
                CitedRule(.lengthening, limit.title, part: steps[rule.by]?.title, rule.basis)
            }
            let rule = CitedRule(
                .deadline, limit.title, condition: limit.when, limit.basis)
            return [rule] + pauses + lengthening
        }
        return limits + consultations.map { CitedRule(.consultation, $0.title, $0.basis) }
    }

    fileprivate var endRules: [CitedRule] {
        let ends =
            outcomes.map { CitedRule(.outcome, $0.title, $0.basis) }
            + remedies.map { CitedRule(.remedy, $0.title, $0.basis) }
            + publications.map { CitedRule(.publication, $0.title, $0.basis) }
        return ends
            + debts.flatMap { debt -> [CitedRule] in
                let surcharge = debt.surcharge.map { CitedRule(.surcharge, debt.title, $0.basis) }
                return [CitedRule(.debt, debt.title, debt.basis)] + [surcharge].compactMap { $0 }
            }
    }

    fileprivate var frameRules: [CitedRule] {
        parameters.map { CitedRule(.parameter, $0.title, $0.basis) }
            + passing.map { CitedRule(.passing, $0.say, $0.basis) }
            + [confidentiality].compactMap { $0 }
            .map { CitedRule(.confidentiality, $0.say, $0.basis) }
    }
}
