import Law

/// The course of a procedure without people and content: which deadlines may run in which stage.
///
/// Conditions are left open, so the flow allows at least every course that the engine allows.
struct Flow {
    let procedure: Procedure
    let stepIndex: [Step.ID: Int]

    /// A point in the course: the stage, and what runs there.
    struct Point: Hashable {
        var stage: Stage.ID
        /// Positions of running deadlines that are counting.
        var counting: Set<Int> = []
        /// Positions of running deadlines that are paused.
        var paused: Set<Int> = []
        /// Positions of open consultations.
        var asking: Set<Int> = []
    }

    /// What may happen next.
    enum Move: Hashable {
        case step(Step.ID)
        /// A consultation gets its result.
        case result(Int)
        /// One asked returns the file to a stage.
        case sendBack(Int, Stage.ID)
    }

    init(_ procedure: Procedure) {
        self.procedure = procedure
        stepIndex = Dictionary(
            procedure.steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The points right after a case file is opened.
    var beginnings: [(Step.ID, Point)] {
        procedure.steps.filter { $0.place == .opening }.flatMap { step in
            step.to.map { stage in
                after(step, from: Point(stage: stage)).map { (step.id, $0) }
            } ?? []
        }
    }

    func isFinal(_ point: Point) -> Bool { procedure.stages[point.stage]?.isFinal ?? true }

    /// Everything that may happen at a point, and the points after it.
    func moves(at point: Point) -> [(Move, Point)] {
        let steps = procedure.steps(in: point.stage).filter { !$0.isByLaw || mayLapse(into: $0, point) }
        let stepped = steps.flatMap { step in
            after(step, from: point).map { (Move.step(step.id), $0) }
        }
        let answered = point.asking.sorted().flatMap { index -> [(Move, Point)] in
            let rule = procedure.consultations[index]
            let closed = closing(index, at: point)
            return [(.result(index), closed)]
                + rule.sendBack.map { stage in
                    var back = closed
                    back.stage = stage
                    return (.sendBack(index, stage), back)
                }
        }
        return stepped + answered
    }

    private func mayLapse(into step: Step, _ point: Point) -> Bool {
        point.counting.contains { procedure.timeLimits[$0].lapse == .take(step.id) }
    }

    /// The points after a step: several where it depends on a condition which deadline starts.
    private func after(_ step: Step, from point: Point) -> [Point] {
        var next = point
        next.stage = step.to ?? point.stage
        for (index, limit) in procedure.timeLimits.enumerated() {
            let isEnded = limit.metBy.contains(step.id) || limit.lapse == .take(step.id)
            if isEnded {
                next.counting.remove(index)
                next.paused.remove(index)
            }
            for pause in limit.pauses {
                guard case .between(let from, let until) = pause.cause else { continue }
                if until.contains(step.id), next.paused.remove(index) != nil { next.counting.insert(index) }
                if from.contains(step.id), next.counting.remove(index) != nil { next.paused.insert(index) }
            }
        }
        ask(step.id, &next)
        return starting(step.id, next)
    }

    private func ask(_ step: Step.ID, _ point: inout Point) {
        for (index, rule) in procedure.consultations.enumerated()
        where rule.askedBy == step && rule.join != .inform {
            point.asking.insert(index)
            for (limit, rule) in pausing(index) where point.counting.contains(limit) && rule {
                point.counting.remove(limit)
                point.paused.insert(limit)
            }
        }
    }

    private func closing(_ index: Int, at point: Point) -> Point {
        var next = point
        next.asking.remove(index)
        for (limit, pauses) in pausing(index) where pauses && next.paused.remove(limit) != nil {
            next.counting.insert(limit)
        }
        return next
    }

    private func pausing(_ consultation: Int) -> [(Int, Bool)] {
        let id = procedure.consultations[consultation].id
        return procedure.timeLimits.enumerated().map { index, limit in
            (index, limit.pauses.contains { $0.cause == .consultation(id) })
        }
    }

    private func starting(_ step: Step.ID, _ point: Point) -> [Point] {
        var always = point
        var perhaps: [Int] = []
        for (index, limit) in procedure.timeLimits.enumerated()
        where limit.from.contains(step) && !point.counting.contains(index)
            && !point.paused.contains(index)
        {
            if limit.when == nil { always.counting.insert(index) } else { perhaps.append(index) }
        }
        guard !perhaps.isEmpty else { return [always] }
        let chosen = perhaps.map { index in
            var one = always
            one.counting.insert(index)
            return one
        }
        return perhaps.count == 1 ? chosen + [always] : chosen
    }

    /// Every point that can be reached; nil if there are more than can be looked at.
    func reachable(limit: Int = 100_000) -> Set<Point>? {
        var seen = Set(beginnings.map(\.1))
        var frontier = Array(seen)
        while let point = frontier.popLast() {
            guard seen.count <= limit else { return nil }
            guard !isFinal(point) else { continue }
            for (_, next) in moves(at: point) where seen.insert(next).inserted {
                frontier.append(next)
            }
        }
        return seen
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
