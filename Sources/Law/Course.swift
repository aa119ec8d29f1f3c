/// Which steps a case file can still come to from each stage, whatever anybody does; computed once for a procedure.
struct Course: Sendable {
    private let reachable: [Stage.ID: Set<Step.ID>]

    init(
        stages: Catalogue<Stage>, steps: Catalogue<Step>,
        consultations: Catalogue<ConsultationRule>
    ) {
        let taken = Dictionary(
            stages.map { stage in
                (
                    stage.id,
                    steps.filter { $0.place.allows(stage.id, isFinal: stage.isFinal) }
                )
            }, uniquingKeysWith: { first, _ in first })
        let ends = Set(stages.filter(\.isFinal).map(\.id))
        reachable = Dictionary(
            stages.map { ($0.id, Self.steps(from: $0.id, taken, consultations, until: ends)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether the step may still be taken from the stage, at once or later.
    func canTake(_ step: Step.ID, from stage: Stage.ID) -> Bool {
        reachable[stage]?.contains(step) ?? true
    }

    /// What can still be done from a stage until the file ends: with its end its deadlines end.
    private static func steps(
        from stage: Stage.ID, _ taken: [Stage.ID: [Step]],
        _ consultations: Catalogue<ConsultationRule>, until ends: Set<Stage.ID>
    ) -> Set<Step.ID> {
        var seen: Set<Stage.ID> = [stage]
        var found: Set<Step.ID> = []
        var frontier = [stage]
        while let next = frontier.popLast() {
            for step in taken[next] ?? [] where found.insert(step.id).inserted {
                let sentBack = consultations.filter { $0.askedBy == step.id }.flatMap(\.sendBack)
                for stage in [step.to].compactMap({ $0 }) + sentBack
                where !ends.contains(stage) && seen.insert(stage).inserted {
                    frontier.append(stage)
                }
            }
        }
        return found
    }
}

extension Step.Place {
    /// Whether a step with this place may be taken in a stage.
    public func allows(_ stage: Stage.ID, isFinal: Bool) -> Bool {
        switch self {
        case .opening: false
        case .stages(let stages): stages.contains(stage)
        case .anywhere: !isFinal
        }
    }
}

extension Procedure {
    /// Whether a step may still be taken from a stage, at once or later.
    public func canTake(_ step: Step.ID, from stage: Stage.ID) -> Bool {
        course.canTake(step, from: stage)
    }
}
