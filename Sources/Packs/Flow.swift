import Law

/// The course of a procedure without people and content: which deadlines may run in which stage.
///
/// Conditions are left open, so the flow allows at least every course that the engine allows.
struct Flow {
    let procedure: Procedure
    /// What each step does, by position.
    private let effects: [Effect]
    /// The positions of the steps that may be taken in each stage.
    private let steps: [[Int]]
    /// The deadlines that each consultation pauses.
    private let paused: [PositionSet]
    /// The duties that nobody can meet any more in each stage, and that end there.
    private let unmeetable: [PositionSet]
    /// The deadlines before whose end somebody must act.
    let urging: PositionSet

    /// A point in the course: the stage, and what runs there, all by position.
    struct Point: Hashable {
        var stage: Int
        /// Running deadlines that are counting.
        var counting = PositionSet()
        /// Running deadlines that are paused.
        var paused = PositionSet()
        /// Open consultations.
        var asking = PositionSet()
    }

    /// What may happen next.
    enum Move: Hashable {
        /// The step at a position is taken.
        case step(Int)
        /// A consultation gets its result.
        case result(Int)
        /// One asked returns the file to a stage.
        case sendBack(Int, to: Int)
    }

    init(_ procedure: Procedure) {
        self.procedure = procedure
        let sure = SureFields(procedure)
        let paused = procedure.consultations.map { rule in
            procedure.limits { $0.pauses.contains { $0.cause == .consultation(rule.id) } }
        }
        self.paused = paused
        effects = procedure.steps.map { Effect(of: $0, in: procedure, sure.after($0.id), paused) }
        let positions = procedure.stepPositions
        steps = procedure.stages.map { stage in
            procedure.steps(in: stage.id).compactMap { positions[$0.id] }
        }
        urging = procedure.limits(where: \.urges)
        unmeetable = procedure.stages.map { stage in
            procedure.limits { limit in
                limit.lapse == .overdue
                    && !limit.metBy.contains { procedure.canTake($0, from: stage.id) }
            }
        }
    }

    /// The points right after a case file is opened, each with the step that opens it.
    var beginnings: [(step: Int, point: Point)] {
        procedure.steps.indices.filter { procedure.steps[$0].place == .opening }.flatMap { step in
            effects[step].to.map { stage in
                after(step, from: Point(stage: stage)).map { (step, $0) }
            } ?? []
        }
    }

    func isFinal(_ point: Point) -> Bool { procedure.stages[point.stage].isFinal }

    /// Everything that may happen at a point, and the points after it.
    func moves(at point: Point) -> [(Move, Point)] {
        var moves: [(Move, Point)] = []
        for step in steps[point.stage] {
            let effect = effects[step]
            if effect.isByLaw, effect.lapsing.isDisjoint(with: point.counting) { continue }
            for next in after(step, from: point) { moves.append((.step(step), next)) }
        }
        for index in point.asking.positions {
            let closed = closing(index, at: point)
            moves.append((.result(index), closed))
            for stage in procedure.consultations[index].sendBack {
                guard let position = procedure.position(of: stage) else { continue }
                var back = closed
                back.stage = position
                moves.append((.sendBack(index, to: position), back))
            }
        }
        return moves
    }

    /// The points after a step: several where it depends on a condition which deadlines start.
    private func after(_ step: Int, from point: Point) -> [Point] {
        let effect = effects[step]
        var next = point
        next.stage = effect.to ?? point.stage
        next.end(effect.ends)
        next.resume(effect.resumes)
        next.pause(effect.pauses)
        next.asking = next.asking.union(effect.asks)
        next.pause(effect.awaits)
        return effect.starts.map { starting in
            var one = next
            one.counting = one.counting.union(starting.subtracting(one.paused))
            one.end(unmeetable[one.stage])
            return one
        }
    }

    private func closing(_ consultation: Int, at point: Point) -> Point {
        var next = point
        next.asking.remove(consultation)
        next.resume(paused[consultation])
        return next
    }
}

// MARK: - What can be reached

extension Flow {
    /// What can be reached from the beginnings.
    struct Reach {
        var points: Set<Point>
        /// For each stage, the stages from which it is entered.
        var entrances: [PositionSet]
    }

    /// Everything that can be reached; nil if there are more points than can be looked at.
    func reachable(limit: Int = 100_000) -> Reach? {
        var reach = Reach(
            points: Set(beginnings.map(\.point)),
            entrances: procedure.stages.map { _ in PositionSet() })
        var frontier = Array(reach.points)
        while let point = frontier.popLast() {
            guard reach.points.count <= limit else { return nil }
            guard !isFinal(point) else { continue }
            for (_, next) in moves(at: point) {
                reach.entrances[next.stage].insert(point.stage)
                if reach.points.insert(next).inserted { frontier.append(next) }
            }
        }
        return reach
    }
}

extension Flow.Point {
    fileprivate mutating func end(_ limits: PositionSet) {
        counting = counting.subtracting(limits)
        paused = paused.subtracting(limits)
    }

    fileprivate mutating func resume(_ limits: PositionSet) {
        counting = counting.union(paused.intersection(limits))
        paused = paused.subtracting(limits)
    }

    fileprivate mutating func pause(_ limits: PositionSet) {
        paused = paused.union(counting.intersection(limits))
        counting = counting.subtracting(limits)
    }
}
