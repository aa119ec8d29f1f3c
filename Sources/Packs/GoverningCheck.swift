import Law

/// Of parallel terms the one that governs must be sure, and a notice tells no other.
extension StaticCheck {
    func checkGoverningTerms(_ flow: Flow, _ reach: Flow.Reach) {
        checkParallelTerms()
        checkNotices(sureToRun(flow, reach))
    }

    /// Two terms of one holder, of which the same acts meet one that meet the other, never start together: only the
    /// shorter would govern.
    private func checkParallelTerms() {
        let sure = SureFields(procedure)
        var seen: Set<[Int]> = []
        for step in procedure.steps {
            for set in procedure.starting(step.id, sure.after(step.id)) ?? [] {
                for (first, second) in set.positions.pairs
                where seen.insert([first, second]).inserted {
                    checkPair(procedure.timeLimits[first], procedure.timeLimits[second], step)
                }
            }
        }
    }

    private func checkPair(_ first: TimeLimit, _ second: TimeLimit, _ step: Step) {
        let one = Set(first.metBy)
        let other = Set(second.metBy)
        guard first.holder == second.holder, first.lapse.kind == second.lapse.kind,
            one.isSubset(of: other) || other.isSubset(of: one)
        else { return }
        report(
            .deadline, second.id.text,
            "deadlines '\(first.id)' and '\(second.id)' can both start with '\(step.id)' and are met alike: say by 'when' which of them governs"
        )
    }

    /// A notice names the last day of a term only where that term is sure to run, or in a section that is left out otherwise.
    private func checkNotices(_ running: [Step.ID: PositionSet]) {
        for step in procedure.steps {
            for notice in step.notices.compactMap({ procedure.notices[$0] }) {
                for due in notice.unguardedDues.sorted() where !runs(due, after: step, running) {
                    report(
                        .notice, notice.id.text,
                        "'\(due)' may not run when step '\(step.id)' issues this notice: write {{#due.\(due)}}…{{/due.\(due)}} around it"
                    )
                }
            }
        }
    }

    private func runs(
        _ due: String, after step: Step, _ running: [Step.ID: PositionSet]
    ) -> Bool {
        if procedure.consultations.contains(where: { $0.id.text == due && $0.askedBy == step.id }) {
            return true
        }
        guard let position = procedure.timeLimits.firstIndex(where: { $0.id.text == due }),
            let sure = running[step.id]
        else { return false }
        return sure.contains(position)
    }

    /// For each step the terms that run after it on every course.
    private func sureToRun(_ flow: Flow, _ reach: Flow.Reach) -> [Step.ID: PositionSet] {
        var sure: [Step.ID: PositionSet] = [:]
        let note = { (step: Int, point: Flow.Point) in
            let running = point.counting.union(point.paused)
            let id = procedure.steps[step].id
            sure[id] = sure[id].map { $0.intersection(running) } ?? running
        }
        for (step, point) in flow.beginnings { note(step, point) }
        for point in reach.points where !flow.isFinal(point) {
            for case (.step(let step), let next) in flow.moves(at: point) { note(step, next) }
        }
        return sure
    }
}

extension TimeLimit.Lapse {
    fileprivate enum Kind { case overdue, take, bar }

    fileprivate var kind: Kind {
        switch self {
        case .overdue: .overdue
        case .take: .take
        case .bar: .bar
        }
    }
}

extension Array {
    /// Every two elements, the earlier first.
    fileprivate var pairs: [(Element, Element)] {
        indices.flatMap { first in self[(first + 1)...].map { (self[first], $0) } }
    }
}
