import Law

/// Which fields are sure to be set once a step has been taken, whatever the course before it.
struct SureFields {
    private let procedure: Procedure
    private let everything: Set<Field.ID>
    private var known: [Step.ID: Set<Field.ID>] = [:]

    /// Begins with every field everywhere, and takes away what some course leaves open until nothing changes.
    init(_ procedure: Procedure) {
        self.procedure = procedure
        everything = Set(procedure.fields.map(\.id))
        for step in procedure.steps { known[step.id] = everything }
        var isChanging = true
        while isChanging {
            isChanging = false
            for step in procedure.steps {
                let now = before(step).union(stated(by: step))
                if now != known[step.id] {
                    known[step.id] = now
                    isChanging = true
                }
            }
        }
    }

    func after(_ step: Step.ID) -> Set<Field.ID> { known[step] ?? [] }

    /// What the step's form or its requirements do not allow to be left out.
    private func stated(by step: Step) -> Set<Field.ID> {
        let required = step.form.flatMap { procedure.forms[$0] }?.entries.filter(\.required) ?? []
        let needed = step.requirements.flatMap { rule in
            rule.that.fields.filter(rule.that.needs)
        }
        return Set(required.map(\.field)).union(needed)
    }

    private func before(_ step: Step) -> Set<Field.ID> {
        let stages: [Stage.ID]
        switch step.place {
        case .opening: return []
        case .stages(let named): stages = named
        case .anywhere: stages = procedure.stages.filter { !$0.isFinal }.map(\.id)
        }
        let arrived = common(to: stages.flatMap(arrivals))
        guard step.isByLaw else { return arrived }
        let lapsing = procedure.timeLimits.filter { $0.lapse == .take(step.id) }
        return arrived.union(common(to: lapsing.flatMap(\.from)))
    }

    /// The steps after which a case file can come to stand in a stage.
    private func arrivals(at stage: Stage.ID) -> [Step.ID] {
        procedure.steps.filter { $0.to == stage }.map(\.id)
            + procedure.consultations.filter { $0.sendBack.contains(stage) }.map(\.askedBy)
    }

    /// What is known after every one of the steps; after none of them, which never happens, everything.
    private func common(to steps: [Step.ID]) -> Set<Field.ID> {
        steps.reduce(everything) { $0.intersection(after($1)) }
    }
}

extension Condition {
    /// Whether it can only hold if the field is set.
    func needs(_ field: Field.ID) -> Bool {
        switch self {
        case .compare(let read, _, _), .oneOf(let read, _), .isSet(let read),
            .doneWithin(_, _, let read):
            read == field
        case .relate(let left, _, let right): left.field == field || right.field == field
        case .all(let parts): parts.contains { $0.needs(field) }
        case .any(let parts): !parts.isEmpty && parts.allSatisfy { $0.needs(field) }
        case .done, .doneSince, .lapsed, .inTime, .consulted, .outcome, .settled, .running,
            .handedIn, .not:
            false
        }
    }
}
