package import Law

/// The longest time a party can lawfully be made to wait for an outcome, over all courses of a procedure.
///
/// Everybody takes all the time the law allows, with every extension; working days are turned into the natural days they
/// can span at most in the last announced years. Time that is not counted comes on top, ground by ground. Where a course
/// can go round, no round is repeated: no step of it is taken more often than its `times`, or than once.
package struct LongestWait: Sendable {
    /// Natural days from opening to an outcome or an end, all bounded terms used to the full, nothing paused.
    package let days: Int
    /// The grounds on which time is not counted, each with the most days it can add once; nil if it has no bound.
    package let pauses: [(ground: Title, most: Int?)]
    /// The steps of the longest course, each with the days waited before it.
    package let course: [(step: String, waited: Int)]
    /// The stages on some course in which no term is running, so that the wait has no bound there.
    package let unbounded: [Stage.ID]
    /// Whether some course can go round again and again, each round within its terms.
    package let goesRound: Bool
    /// Whether every course was looked at.
    package let isComplete: Bool

    package init(of procedure: Procedure, by calendar: WorkingCalendar) {
        let span = WorstSpan(calendar: calendar)
        var search = WaitSearch(procedure, span)
        search.run()
        goesRound = search.goesRound
        if search.goesRound {
            search = WaitSearch(procedure, span, repeatsRounds: false)
            search.run()
        }
        pauses = procedure.pauses(by: span)
        days = search.best.map { search.labels[$0].waited } ?? 0
        course = search.best.map(search.course) ?? []
        unbounded = search.unbounded.sorted()
        isComplete = search.isComplete
    }
}

/// Label-correcting search: a course is given up once another reached the same place later and with no less time left.
private struct WaitSearch {
    /// A place in the course: what runs, and how often the steps of a cycle were taken.
    struct Spot: Hashable {
        var point: Flow.Point
        var taken: [Int: Int] = [:]
    }

    /// A course up to a spot.
    struct Label {
        let spot: Spot
        /// Days left of running deadlines, by position; of open consultations, by position less 1000.
        let left: [Int: Int]
        let waited: Int
        let step: String
        let parent: Int?

        /// No less time left, wherever both count.
        func hasAtLeast(_ other: Label) -> Bool {
            left.allSatisfy { key, days in days >= other.left[key] ?? 0 }
        }
    }

    let flow: Flow
    private let terms: [Int: Int]
    /// The positions of the steps by which a course can go round.
    private let cyclic: Set<Int>
    /// The deadlines that each step makes count anew, by position.
    private let restarted: [[Int]]
    var labels: [Label] = []
    var best: Int?
    var unbounded: Set<Stage.ID> = []
    var goesRound = false
    var isComplete = true
    private var frontier: [Int] = []
    private var known: [Spot: [Int]] = [:]
    private let repeatsRounds: Bool
    private var courses: [Flow.Point: [(Flow.Move, Flow.Point)]] = [:]

    init(_ procedure: Procedure, _ span: WorstSpan, repeatsRounds: Bool = true) {
        self.repeatsRounds = repeatsRounds
        flow = Flow(procedure)
        cyclic = procedure.stepsOnCycles
        restarted = procedure.steps.map { step in
            procedure.timeLimits.indices.filter {
                procedure.timeLimits[$0].restarts.contains(step.id)
            }
        }
        var terms: [Int: Int] = [:]
        for (index, limit) in procedure.timeLimits.enumerated() {
            terms[index] = span.days(of: limit)
        }
        for (index, rule) in procedure.consultations.enumerated() {
            terms[index - 1000] = span.days(of: rule.within)
        }
        self.terms = terms
    }

    mutating func run() {
        for (step, point) in flow.beginnings {
            reach(Spot(point: point), left: [:], waited: 0, by: .step(step), after: nil)
        }
        while let index = frontier.popLast() {
            guard labels.count < 60_000 else {
                isComplete = false
                return
            }
            follow(index)
        }
    }

    func course(to index: Int) -> [(step: String, waited: Int)] {
        var course: [(step: String, waited: Int)] = []
        var at: Int? = index
        while let here = at {
            let parent = labels[here].parent
            let before = parent.map { labels[$0].waited } ?? 0
            course.append((labels[here].step, labels[here].waited - before))
            at = parent
        }
        return course.reversed()
    }

    private mutating func follow(_ index: Int) {
        let label = labels[index]
        let point = label.spot.point
        let running = label.left.filter { key, _ in
            key < 0 || point.counting.contains(key) && flow.urging.contains(key)
        }
        if running.isEmpty { unbounded.insert(procedure.stages[point.stage].id) }
        let waited = running.values.min() ?? 0
        let left = label.left.merging(running.mapValues { $0 - waited }) { _, less in less }
        for (move, next) in moves(at: point) where next.paused.isEmpty {
            var spot = Spot(point: next, taken: label.spot.taken)
            guard take(move, &spot) else { continue }
            var after = left
            for limit in restarts(move) where after[limit] != nil { after[limit] = terms[limit] }
            reach(spot, left: after, waited: label.waited + waited, by: move, after: index)
        }
    }

    /// Goes on from a spot, or ends there with an outcome or a final stage.
    private mutating func reach(
        _ spot: Spot, left: [Int: Int], waited: Int, by move: Flow.Move, after parent: Int?
    ) {
        if decides(move) || flow.isFinal(spot.point) {
            finish(spot, waited: waited, step: name(of: move), after: parent)
        } else if parent.map({ labels[$0].spot }) != spot || !restarts(move).isEmpty {
            add(spot, left: left, waited: waited, step: name(of: move), after: parent)
        }
    }

    private var procedure: Procedure { flow.procedure }

    private mutating func moves(at point: Flow.Point) -> [(Flow.Move, Flow.Point)] {
        if let moves = courses[point] { return moves }
        let moves = flow.moves(at: point)
        courses[point] = moves
        return moves
    }

    private func name(of move: Flow.Move) -> String {
        switch move {
        case .result(let index), .sendBack(let index, _): "(\(procedure.consultations[index].id))"
        case .step(let index): procedure.steps[index].id.text
        }
    }

    /// Counts a step on a cycle; false if it may not be taken so often.
    private func take(_ move: Flow.Move, _ spot: inout Spot) -> Bool {
        guard case .step(let index) = move, cyclic.contains(index),
            let times = procedure.steps[index].times ?? (repeatsRounds ? nil : 1)
        else { return true }
        spot.taken[index, default: 0] += 1
        return spot.taken[index, default: 0] <= times
    }

    /// The deadlines that count anew.
    private func restarts(_ move: Flow.Move) -> [Int] {
        guard case .step(let index) = move else { return [] }
        return restarted[index]
    }

    private func decides(_ move: Flow.Move) -> Bool {
        guard case .step(let index) = move else { return false }
        return !procedure.steps[index].outcomes.isEmpty
    }

    private mutating func finish(_ spot: Spot, waited: Int, step: String, after parent: Int?) {
        guard waited > best.map({ labels[$0].waited }) ?? -1 else { return }
        labels.append(Label(spot: spot, left: [:], waited: waited, step: step, parent: parent))
        best = labels.count - 1
    }

    private mutating func add(
        _ spot: Spot, left: [Int: Int], waited: Int, step: String, after parent: Int?
    ) {
        let point = spot.point
        let keys =
            point.counting.union(point.paused).positions + point.asking.positions.map { $0 - 1000 }
        let kept = Dictionary(
            uniqueKeysWithValues: keys.map { key in
                (key, left[key] ?? term(key, waited: waited, step: step, after: parent))
            })
        let label = Label(spot: spot, left: kept, waited: waited, step: step, parent: parent)
        guard !regains(label) else {
            goesRound = true
            return
        }
        let rivals = known[spot] ?? []
        guard
            !rivals.contains(where: { labels[$0].waited >= waited && labels[$0].hasAtLeast(label) })
        else { return }
        labels.append(label)
        known[spot] = rivals + [labels.count - 1]
        frontier.append(labels.count - 1)
    }

    /// The days of a term that starts now, less what passed since the earlier step from which it counts.
    private func term(_ key: Int, waited: Int, step: String, after parent: Int?) -> Int {
        let whole = terms[key] ?? 0
        guard key >= 0, case .steps(let counted) = procedure.timeLimits[key].countedFrom,
            !counted.contains(Step.ID(step))
        else { return whole }
        var at = parent
        while let index = at {
            if counted.contains(Step.ID(labels[index].step)) {
                return max(0, whole - (waited - labels[index].waited))
            }
            at = labels[index].parent
        }
        return whole
    }

    /// Whether the course stood here before, and waited since, with no more time left then.
    private func regains(_ label: Label) -> Bool {
        var at = label.parent
        while let index = at {
            let earlier = labels[index]
            if earlier.spot == label.spot, earlier.waited < label.waited, label.hasAtLeast(earlier)
            {
                return true
            }
            at = earlier.parent
        }
        return false
    }
}

extension Procedure {
    /// The grounds of all pauses, each once, with the bound of the time limit that is sure to end it.
    fileprivate func pauses(by span: WorstSpan) -> [(ground: Title, most: Int?)] {
        var found: [(ground: Title, most: Int?)] = []
        for pause in timeLimits.flatMap(\.pauses)
        where !found.contains(where: { $0.ground == pause.ground }) {
            found.append((pause.ground, bound(of: pause.cause, by: span)))
        }
        return found
    }

    private func bound(of cause: TimeLimit.Pause.Cause, by span: WorstSpan) -> Int? {
        switch cause {
        case .consultation(let id): return consultations[id].map { span.days(of: $0.within) }
        case .between(let from, let until):
            let limits = timeLimits.filter { limit in
                let ends =
                    if case .take(let step) = limit.lapse { limit.metBy + [step] } else {
                        limit.metBy
                    }
                return limit.when == nil && limit.urges && limit.from.contains(where: from.contains)
                    && ends.contains(where: until.contains)
            }
            return limits.map(span.days).max()
        }
    }

    /// The steps that lead from a stage to one from which that stage can be reached again, and those that stay there and
    /// set a time running.
    fileprivate var stepsOnCycles: Set<Int> {
        var links: [Stage.ID: Set<Stage.ID>] = [:]
        for stage in stages { links[stage.id] = Set(steps(in: stage.id).compactMap(\.to)) }
        let positions = stepPositions
        return Set(
            stages.flatMap { stage in
                steps(in: stage.id).filter { step in
                    step.to.map { reaches(stage.id, from: $0, links) }
                        ?? setsTimeRunning(step.id)
                }
                .compactMap { positions[$0.id] }
            })
    }

    private func setsTimeRunning(_ step: Step.ID) -> Bool {
        timeLimits.contains { $0.from.contains(step) || $0.restarts.contains(step) }
            || consultations.contains { $0.askedBy == step }
    }

    private func reaches(
        _ goal: Stage.ID, from start: Stage.ID, _ links: [Stage.ID: Set<Stage.ID>]
    ) -> Bool {
        var seen: Set<Stage.ID> = [start]
        var frontier = [start]
        while let stage = frontier.popLast() {
            if stage == goal { return true }
            for next in links[stage] ?? [] where seen.insert(next).inserted {
                frontier.append(next)
            }
        }
        return false
    }
}
