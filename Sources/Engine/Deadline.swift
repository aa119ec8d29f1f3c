public import Law

/// A time limit that started running in a case file, under the rule of the edition then in force.
public struct Deadline: Sendable, Equatable {
    /// The rule under which it started.
    public let limit: TimeLimit
    /// The step that started it.
    public let startedBy: Step.ID
    /// What is counted, so far.
    public private(set) var counting: Counting
    /// How it ended; nil while it runs.
    public private(set) var end: End?
    /// Positions of the pauses, among those of the rule, that last at present.
    private var pausing: Set<Int> = []
    /// The steps that extended it, in order.
    private(set) var extendedBy: [Step.ID] = []

    /// How a running deadline ended.
    public enum End: Sendable, Equatable {
        case met(by: Step.ID, at: Moment)
        /// The law acted in the place of the silent.
        case lapsed(at: Moment)
        /// The case file ended, or the law changed so that nothing is owed.
        case dropped(at: Moment)
    }

    init(_ limit: TimeLimit, startedBy step: Step.ID, from start: Moment, length: Length) {
        self.limit = limit
        startedBy = step
        counting = Counting(from: start, length)
    }

    /// Whether it has neither been met nor ended otherwise.
    public var isRunning: Bool { end == nil }

    /// Whether time is not counted at present.
    public var isPaused: Bool { !pausing.isEmpty }

    /// The due date; nil while paused.
    public func due(by calendar: WorkingCalendar) -> DueDate? { counting.due(by: calendar) }

    /// Whether it was due before a moment without having been met by then.
    public func isOverdue(at moment: Moment, by calendar: WorkingCalendar) -> Bool {
        guard isRunning, limit.lapse == .overdue, let due = due(by: calendar) else { return false }
        return due.moment < moment
    }

    /// Whether its time passed without its being met: the law's silence has taken effect.
    public func hasLapsed(at moment: Moment, by calendar: WorkingCalendar) -> Bool {
        switch end {
        case .lapsed: true
        case .met(_, let met): due(by: calendar).map { $0.moment < met } ?? false
        case .dropped: false
        case nil: due(by: calendar).map { $0.moment < moment } ?? false
        }
    }

    /// Whether it was met, and not late.
    public func isMetInTime(by calendar: WorkingCalendar) -> Bool {
        guard case .met(_, let moment) = end, let due = due(by: calendar) else { return false }
        return moment <= due.moment
    }
}

extension Deadline {
    mutating func finish(_ end: End) {
        self.end = end
        for cause in pausing { resume(cause, at: end.moment) }
    }

    /// Begins a pause for a cause; one that begins while another lasts adds nothing until that ends.
    mutating func pause(_ cause: Int, at moment: Moment) {
        guard limit.pauses.indices.contains(cause), pausing.insert(cause).inserted,
            pausing.count == 1
        else { return }
        counting.pauses.append(Interval(from: moment, ground: limit.pauses[cause].ground.chinese))
    }

    /// Ends a pause for a cause; time counts again once no cause is left.
    mutating func resume(_ cause: Int, at moment: Moment) {
        guard pausing.remove(cause) != nil, pausing.isEmpty, !counting.pauses.isEmpty else {
            return
        }
        counting.pauses[counting.pauses.count - 1].until = moment
    }

    /// Counts anew from a moment; what was paused or extended before no longer matters, but a pause that still lasts does.
    mutating func restart(at moment: Moment) {
        let lasting = counting.pauses.last { $0.until == nil }
        counting = Counting(from: moment, counting.length)
        if let lasting { counting.pauses = [Interval(from: moment, ground: lasting.ground)] }
        extendedBy = []
    }

    mutating func extend(by length: Length, _ step: Step.ID) {
        counting.extensions.append(length)
        extendedBy.append(step)
    }

    /// How often a step extended what is counted now.
    func extensions(by step: Step.ID) -> Int { extendedBy.count { $0 == step } }

    /// Runs again after it had ended with its file, from a moment on; the time in between is not counted.
    mutating func revive(at moment: Moment) {
        guard let ended = end?.moment else { return }
        end = nil
        if counting.pauses.last?.until == ended {
            counting.pauses[counting.pauses.count - 1].until = moment
        } else {
            counting.pauses.append(Interval(from: ended, until: moment, ground: Self.undone))
        }
    }

    /// The ground on which the time between a lapse and its undoing is not counted.
    package static let undone = "期限届满后恢复"
}

extension Deadline.End {
    /// When it ended.
    public var moment: Moment {
        switch self {
        case .met(_, let moment), .lapsed(let moment), .dropped(let moment): moment
        }
    }
}
