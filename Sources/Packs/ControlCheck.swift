import Law

/// Whoever may not have done an earlier step controls it; a control must be younger than what it controls.
///
/// A legal review (法制审核) of an investigation that was reopened afterwards is no review of what is decided.
extension StaticCheck {
    func checkControls() {
        let depths = depths
        for control in procedure.steps where !control.people.notBy.isEmpty {
            let controlled = control.people.notBy.filter {
                depth(of: $0, depths) < depth(of: control.id, depths)
            }
            for step in procedure.steps where step.id != control.id && relies(step, on: control) {
                checkFreshness(of: control, over: controlled, for: step)
            }
        }
    }

    /// How many stages lie before each stage, on the shortest way from the opening.
    private var depths: [Stage.ID: Int] {
        var depths: [Stage.ID: Int] = [:]
        var frontier = procedure.steps.filter { $0.place == .opening }.compactMap(\.to)
        var depth = 0
        while !frontier.isEmpty {
            for stage in frontier { depths[stage] = depth }
            let next = frontier.flatMap { procedure.steps(in: $0) }.compactMap(\.to)
            frontier = Set(next).filter { depths[$0] == nil }.sorted()
            depth += 1
        }
        return depths
    }

    private func depth(of step: Step.ID, _ depths: [Stage.ID: Int]) -> Int {
        guard let step = procedure.steps[step], step.place != .opening else { return -1 }
        return procedure.stages.filter { step.place.allows($0.id, isFinal: $0.isFinal) }
            .compactMap { depths[$0.id] }.min() ?? 0
    }

    /// Whether the step asks for the control, or for what only the control states.
    private func relies(_ step: Step, on control: Step) -> Bool {
        let own = statedOnly(by: control)
        return step.requirements.flatMap { $0.that.flattened }.contains { part in
            switch part {
            case .done(control.id), .doneSince(control.id, _): true
            case .compare(let field, _, _), .oneOf(let field, _): own.contains(field)
            case .done, .doneSince, .relate, .isSet, .doneWithin, .lapsed, .inTime, .consulted,
                .outcome, .settled, .running, .handedIn, .all, .any, .not:
                false
            }
        }
    }

    private func statedOnly(by control: Step) -> Set<Field.ID> {
        guard let form = control.form, let own = procedure.forms[form] else { return [] }
        let elsewhere = procedure.steps.filter { $0.form != form && $0.id != control.id }
            .compactMap { $0.form.flatMap { procedure.forms[$0] } }.flatMap(\.entries).map(\.field)
        return Set(own.entries.map(\.field)).subtracting(elsewhere)
    }

    private func checkFreshness(
        of control: Step, over controlled: [Step.ID], for step: Step
    ) {
        let outdating = controlled.filter { controlled in
            procedure.steps[controlled].map { canComeBetween($0, control, step) } ?? false
        }
        let fresh = step.requirements.flatMap { $0.that.flattened }.contains { part in
            if case .doneSince(control.id, let others) = part {
                return Set(outdating).isSubset(of: others)
            }
            return false
        }
        guard !outdating.isEmpty, !fresh else { return }
        let names = outdating.map(\.text).joined(separator: ", ")
        report(
            .step, step.id.text,
            "step '\(step.id)' relies on '\(control.id)', after which its subject can change: ask for {done: \(control.id), since: [\(names)]}"
        )
    }

    /// Whether what is controlled can be done again after the control and before the step.
    private func canComeBetween(_ controlled: Step, _ control: Step, _ step: Step) -> Bool {
        guard controlled.place != .opening, controlled.times != 1 else { return false }
        return stages(after: control).contains { stage in
            procedure.canTake(controlled.id, from: stage)
                && stages(after: controlled).contains { procedure.canTake(step.id, from: $0) }
        }
    }

    private func stages(after step: Step) -> [Stage.ID] {
        if let to = step.to { return [to] }
        return procedure.stages.filter { step.place.allows($0.id, isFinal: $0.isFinal) }.map(\.id)
    }
}
