import Law

/// Stages: each can be reached and left, and in each a deadline runs or the pack says why not.
extension StaticCheck {
    func checkStages() {
        guard isSmallEnough() else { return }
        let flow = Flow(procedure)
        guard !flow.beginnings.isEmpty else {
            report("no step opens a case file (opens: true)")
            return
        }
        guard let reach = flow.reachable() else {
            report(
                "too many courses to explore; stages were not checked for deadlines",
                severity: .warning)
            return
        }
        let reached = PositionSet(reach.points.map(\.stage))
        let ends = stagesLeadingToAnEnd(reach)
        for (index, stage) in procedure.stages.enumerated() {
            if !reached.contains(index) {
                report(.stage, stage.id.text, "stage '\(stage.id)' can never be reached")
            } else if !stage.isFinal, !ends.contains(index) {
                report(.stage, stage.id.text, "stage '\(stage.id)' can never be left for an end")
            }
        }
        for step in procedure.steps where !isReachable(step, reached) {
            report(.step, step.id.text, "step '\(step.id)' can never be taken")
        }
        checkForDeadlines(reach, flow.urging)
        checkGoverningTerms(flow, reach)
    }

    /// Whether the courses can be explored at all.
    private func isSmallEnough() -> Bool {
        let most = PositionSet.capacity
        for (things, count) in [
            ("stages", procedure.stages.count), ("deadlines", procedure.timeLimits.count),
            ("consultations", procedure.consultations.count),
        ] where count > most {
            report("\(count) \(things) are too many to explore; a pack has at most \(most)")
            return false
        }
        let sure = SureFields(procedure)
        let tangled = procedure.steps.filter { procedure.starting($0.id, sure.after($0.id)) == nil }
        for step in tangled {
            report(
                .step, step.id.text,
                "step '\(step.id)' starts too many conditional deadlines to explore")
        }
        return tangled.isEmpty
    }

    private func isReachable(_ step: Step, _ reached: PositionSet) -> Bool {
        switch step.place {
        case .opening, .anywhere: true
        case .stages(let stages):
            stages.contains { procedure.position(of: $0).map(reached.contains) ?? false }
        }
    }

    private func stagesLeadingToAnEnd(_ reach: Flow.Reach) -> PositionSet {
        var frontier = procedure.stages.indices.filter { procedure.stages[$0].isFinal }
        var ends = PositionSet(frontier)
        while let stage = frontier.popLast() {
            for before in reach.entrances[stage].subtracting(ends).positions {
                ends.insert(before)
                frontier.append(before)
            }
        }
        return ends
    }

    /// In every stage that does not say why not, something must be sure to run.
    private func checkForDeadlines(_ reach: Flow.Reach, _ urging: PositionSet) {
        let idle = PositionSet(
            reach.points.filter { $0.asking.isEmpty && $0.counting.isDisjoint(with: urging) }
                .map(\.stage))
        for (index, stage) in procedure.stages.enumerated()
        where idle.contains(index) && !stage.isFinal && stage.noDeadline == nil {
            report(
                .stage, stage.id.text,
                "in stage '\(stage.id)' no deadline is sure to run; add one, or say 'no-deadline'")
        }
    }
}
