import Law

/// What taking a step does to the stage, the deadlines and the consultations of a case file, all by position.
struct Effect {
    let to: Int?
    let isByLaw: Bool
    /// The deadlines that take it when they lapse.
    let lapsing: PositionSet
    let ends: PositionSet
    let resumes: PositionSet
    let pauses: PositionSet
    /// The consultations it opens.
    let asks: PositionSet
    /// The deadlines that these pause.
    let awaits: PositionSet
    /// The sets of deadlines of which one starts, depending on conditions.
    let starts: [PositionSet]

    /// `sure` are the fields set once it is taken, `paused` the deadlines that each consultation pauses.
    init(
        of step: Step, in procedure: Procedure, _ sure: Set<Field.ID>, _ paused: [PositionSet]
    ) {
        to = step.to.flatMap(procedure.position)
        isByLaw = step.isByLaw
        lapsing = procedure.limits { $0.lapse == .take(step.id) }
        ends = procedure.limits { $0.metBy.contains(step.id) || $0.lapse == .take(step.id) }
        resumes = procedure.limits { $0.pauses.contains { $0.cause.ends(with: step.id) } }
        pauses = procedure.limits { $0.pauses.contains { $0.cause.begins(with: step.id) } }
        let rules = procedure.consultations
        let asked = rules.indices.filter {
            rules[$0].askedBy == step.id && rules[$0].join != .inform
        }
        asks = PositionSet(asked)
        awaits = asked.reduce(PositionSet()) { $0.union(paused[$1]) }
        starts = procedure.starting(step.id, sure) ?? []
    }
}

extension Procedure {
    /// The sets of deadlines of which a step starts one; nil if there are too many to explore.
    func starting(_ step: Step.ID, _ sure: Set<Field.ID>) -> [PositionSet]? {
        let started = timeLimits.indices.filter { timeLimits[$0].from.contains(step) }
        let always = PositionSet(started.filter { timeLimits[$0].when == nil })
        let perhaps = started.filter { timeLimits[$0].when != nil }
        let conditions = perhaps.compactMap { timeLimits[$0].when }
        return Alternatives(self, sure: sure, taking: step).sets(of: conditions)?.map { holding in
            always.union(PositionSet(holding.positions.map { perhaps[$0] }))
        }
    }

    func limits(where matches: (TimeLimit) -> Bool) -> PositionSet {
        PositionSet(timeLimits.indices.filter { matches(timeLimits[$0]) })
    }

    func position(of stage: Stage.ID) -> Int? { stages.firstIndex { $0.id == stage } }

    var stepPositions: [Step.ID: Int] {
        Dictionary(
            steps.indices.map { (steps[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension TimeLimit {
    /// Whether somebody must act before it lapses, or the law will; one that only bars later steps urges nobody.
    var urges: Bool {
        switch lapse {
        case .overdue, .take: true
        case .bar: false
        }
    }
}

extension TimeLimit.Pause.Cause {
    fileprivate func begins(with step: Step.ID) -> Bool {
        if case .between(let from, _) = self { from.contains(step) } else { false }
    }

    fileprivate func ends(with step: Step.ID) -> Bool {
        if case .between(_, let until) = self { until.contains(step) } else { false }
    }
}
