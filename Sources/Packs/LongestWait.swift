package import Law

/// The longest time a party can lawfully be made to wait for an outcome, over all courses of a procedure.
///
/// Everybody takes all the time the law allows, with every extension; working days are turned into the natural days they
/// can span at most in the last announced years. Time that is not counted comes on top, ground by ground.
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
        pauses = procedure.pauses(by: span)
        days = search.best.map { search.labels[$0].waited } ?? 0
        course = search.best.map(search.course) ?? []
        unbounded = search.unbounded.sorted()
        goesRound = search.goesRound
        isComplete = search.isComplete
    }
}

/// Label-correcting search: a course is given up once another reached the same place later and with no less time left.
private struct WaitSearch {
    /// A place in the course: what runs, and how often the steps of a cycle were taken.
    struct Spot: Hashable {
        var point: Flow.Point
        var taken: [Step.ID: Int] = [:]
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
    private let cyclic: Set<Step.ID>
    var labels: [Label] = []
    var best: Int?
    var unbounded: Set<Stage.ID> = []
    var goesRound = false
    var isComplete = true
    private var frontier: [Int] = []
    private var known: [Spot: [Int]] = [:]
    private var courses: [Flow.Point: [(Flow.Move, Flow.Point)]] = [:]

    init(_ procedure: Procedure, _ span: WorstSpan) {
        flow = Flow(procedure)
        cyclic = procedure.stepsOnCycles
        var terms: [Int: Int] = [:]
        for (index, limit) in procedure.timeLimits.enumerated() {
            let added = limit.extend.map { $0.times * span.days(of: .fixed($0.most)) } ?? 0
            terms[index] = span.days(of: limit.span) + added
        }
        for (index, rule) in procedure.consultations.enumerated() {
            terms[index - 1000] = span.days(of: .fixed(rule.within))
        }
        self.terms = terms
    }

    mutating func run() {
        for (step, point) in flow.beginnings {
            add(Spot(point: point), left: [:], waited: 0, step: step.text, after: nil)
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
        let running = label.left.filter { $0.key < 0 || point.counting.contains($0.key) && urges($0.key) }
        if running.isEmpty { unbounded.insert(point.stage) }
        let waited = running.values.min() ?? 0
        let left = label.left.merging(running.mapValues { $0 - waited }) { _, less in less }
        for (move, next) in moves(at: point) where next.paused.isEmpty {
            var spot = Spot(point: next, taken: label.spot.taken)
            guard let name = take(move, &spot) else { continue }
            var after = left
            if case .step(let id) = move { restart(id, &after) }
            let total = label.waited + waited
            if decides(move) || flow.isFinal(next) {
                finish(spot, waited: total, step: name, after: index)
            } else if spot != label.spot || !restarts(move).isEmpty {
                add(spot, left: after, waited: total, step: name, after: index)
            }
        }
    }

    private func urges(_ index: Int) -> Bool { flow.procedure.timeLimits[index].urges }

    private mutating func moves(at point: Flow.Point) -> [(Flow.Move, Flow.Point)] {
        if let moves = courses[point] { return moves }
        let moves = flow.moves(at: point)
        courses[point] = moves
        return moves
    }

    /// The name of a move; nil if it may not be taken so often.
    private func take(_ move: Flow.Move, _ spot: inout Spot) -> String? {
        switch move {
        case .result(let index): return "(\(flow.procedure.consultations[index].id))"
        case .sendBack(let index, _): return "(\(flow.procedure.consultations[index].id))"
        case .step(let id):
            if cyclic.contains(id), let times = flow.procedure.steps[id]?.times {
                guard spot.taken[id, default: 0] < times else { return nil }
                spot.taken[id, default: 0] += 1
            }
            return id.text
        }
    }

    private func restarts(_ move: Flow.Move) -> [Int] {
        guard case .step(let id) = move else { return [] }
        return flow.procedure.timeLimits.indices.filter {
            flow.procedure.timeLimits[$0].restarts.contains(id)
        }
    }

    private func restart(_ id: Step.ID, _ left: inout [Int: Int]) {
        for index in restarts(.step(id)) where left[index] != nil { left[index] = terms[index] }
    }

    private func decides(_ move: Flow.Move) -> Bool {
        guard case .step(let id) = move else { return false }
        return !(flow.procedure.steps[id]?.outcomes.isEmpty ?? true)
    }

    private mutating func finish(_ spot: Spot, waited: Int, step: String, after parent: Int) {
        guard waited > best.map({ labels[$0].waited }) ?? -1 else { return }
        labels.append(Label(spot: spot, left: [:], waited: waited, step: step, parent: parent))
        best = labels.count - 1
    }

    private mutating func add(
        _ spot: Spot, left: [Int: Int], waited: Int, step: String, after parent: Int?
    ) {
        let point = spot.point
        let keys = point.counting.union(point.paused).union(point.asking.map { $0 - 1000 })
        let kept = Dictionary(
            uniqueKeysWithValues: keys.map { ($0, left[$0] ?? terms[$0] ?? 0) })
        let label = Label(spot: spot, left: kept, waited: waited, step: step, parent: parent)
        guard !regains(label) else {
            goesRound = true
            return
        }
        let rivals = known[spot] ?? []
        guard !rivals.contains(where: { labels[$0].waited >= waited && labels[$0].hasAtLeast(label) })
        else { return }
        labels.append(label)
        known[spot] = rivals + [labels.count - 1]
        frontier.append(labels.count - 1)
    }

    /// Whether the course stood here before, and waited since, with no more time left then.
    private func regains(_ label: Label) -> Bool {
        var at = label.parent
        while let index = at {
            let earlier = labels[index]
            if earlier.spot == label.spot, earlier.waited < label.waited, label.hasAtLeast(earlier) {
                return true
            }
            at = earlier.parent
        }
        return false
    }
}

/// Lengths as the natural days they can span at most.
private struct WorstSpan {
    let calendar: WorkingCalendar
    private let restBlock: Int

    init(calendar: WorkingCalendar) {
        self.calendar = calendar
        restBlock = Self.longest(1, calendar) - 1
    }

    func days(of span: TimeLimit.Span) -> Int {
        switch span {
        case .fixed(let length): days(of: length)
        case .chosen(_, let lengths): lengths.values.map(days).max() ?? 0
        case .set: days(of: Length(1, .months))
        }
    }

    private func days(of length: Length) -> Int {
        switch length.unit {
        case .hours: (length.count + 23) / 24
        case .days: length.count + restBlock
        case .months: length.count * 31 + restBlock
        case .years: length.count * 366 + restBlock
        case .workingDays: Self.longest(length.count, calendar)
        }
    }

    private static func longest(_ count: Int, _ calendar: WorkingCalendar) -> Int {
        let last = calendar.announced.upperBound.adding(days: -count * 2 - 30)
        let first = max(calendar.announced.lowerBound, last.adding(days: -366 * 5))
        guard first <= last else { return count * 2 + 10 }
        return (0...first.distance(to: last)).map { offset in
            let day = first.adding(days: offset)
            return day.distance(to: calendar.day(count, workingDaysAfter: day))
        }
        .max() ?? count
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
        case .consultation(let id): return consultations[id].map { span.days(of: .fixed($0.within)) }
        case .between(let from, let until):
            let limits = timeLimits.filter { limit in
                let ends =
                    if case .take(let step) = limit.lapse { limit.metBy + [step] } else { limit.metBy }
                return limit.when == nil && limit.urges && limit.from.contains(where: from.contains)
                    && ends.contains(where: until.contains)
            }
            return limits.map { span.days(of: $0.span) }.max()
        }
    }

    /// The steps that lead from a stage to one from which that stage can be reached again, and those that stay there and
    /// make a time limit count anew.
    fileprivate var stepsOnCycles: Set<Step.ID> {
        var links: [Stage.ID: Set<Stage.ID>] = [:]
        for stage in stages { links[stage.id] = Set(steps(in: stage.id).compactMap(\.to)) }
        return Set(
            stages.flatMap { stage in
                steps(in: stage.id).filter { step in
                    step.to.map { reaches(stage.id, from: $0, links) }
                        ?? timeLimits.contains { $0.restarts.contains(step.id) }
                }
                .map(\.id)
            })
    }

    private func reaches(
        _ goal: Stage.ID, from start: Stage.ID, _ links: [Stage.ID: Set<Stage.ID>]
    ) -> Bool {
        var seen: Set<Stage.ID> = [start]
        var frontier = [start]
        while let stage = frontier.popLast() {
            if stage == goal { return true }
            for next in links[stage] ?? [] where seen.insert(next).inserted { frontier.append(next) }
        }
        return false
    }
}
