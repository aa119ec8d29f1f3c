public import Law

/// Whether a step may be taken now, and if not, why.
public struct Standing: Sendable, Equatable {
    /// The step.
    public let step: Step
    /// Why it may not be taken; nil if it may, by the right people and with the right content.
    public let refusal: Refusal?
}

/// What may be done next in a case file and by whom, and why the rest may not.
public func standing(of file: CaseFile, in occasion: Occasion) -> [Standing] {
    let steps = occasion.procedure.steps.filter { !$0.isByLaw && $0.place != .opening }
    guard let first = steps.first else { return [] }
    // One check, turned to each step: a case file is large to copy.
    var check = StepCheck(step: first, file: file, occasion: occasion)
    return steps.map { step in
        check.step = step
        return Standing(step: step, refusal: check.refusalByStanding)
    }
}

extension StepCheck {
    fileprivate var refusalByStanding: Refusal? {
        do throws(Refusal) {
            try standing()
            try meetsKnownRequirements()
            return nil
        } catch {
            return error
        }
    }

    /// The requirements that nothing stated in the step's own form, and no outcome chosen in it, can change.
    fileprivate func meetsKnownRequirements() throws(Refusal) {
        let own = Set(step.form.flatMap { procedure.forms[$0] }?.entries.map(\.field) ?? [])
        let now = Circumstances(at: occasion.effective, by: occasion.calendar, taking: step.id)
        for rule in step.requirements {
            let isOpen =
                !own.isDisjoint(with: rule.that.fields)
                || (!step.outcomes.isEmpty
                    && rule.that.flattened.contains { part in
                        if case .outcome = part { true } else { false }
                    })
            guard !isOpen, !file.holds(rule.that, in: now, under: procedure) else { continue }
            throw refusal(Refusal.Code(rule.code), rule.say.chinese, basis: rule.basis)
        }
    }
}
