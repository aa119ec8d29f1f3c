package import Engine
package import Law

/// How long case files stay at the stages of their procedures, each stay counted on the day on which it ends.
package enum StageTime {
    /// The figure under which the stays at a stage are counted; no indicator of a pack can have such a name.
    package static func figure(of stage: Stage.ID, in matter: Procedure.Matter.ID) -> FigureName {
        FigureName(matter, Indicator.ID("@\(stage)"))
    }

    /// The stay that an event ends, its days as the cell; nil if the case file stays where it was, or had ended there.
    ///
    /// Days of the calendar from the day on which the file came to the stage; 0 if it left on the same day.
    package static func contribution(
        of event: Event, before: CaseFile?, after: CaseFile, under procedure: Procedure
    ) -> Contribution? {
        guard let before, before.stage != after.stage, before.procedure == after.procedure,
            let stage = procedure.stages[before.stage], !stage.isFinal
        else { return nil }
        let left = event.effective.day
        return Contribution(
            figure: figure(of: stage.id, in: procedure.matter), organ: after.organ, day: left,
            cell: "\(before.stageSince.day.distance(to: left))", member: nil, amount: 1)
    }
}

/// Stays of whole days, by how many lasted how long.
package struct Stays: Sendable {
    private let counts: [(days: Int, count: Int)]
    package let count: Int

    /// Reads the cells of a figure of ``StageTime``.
    package init(cells: [String: Int]) {
        counts = cells.compactMap { cell, count in Int(cell).map { ($0, count) } }
            .sorted { $0.days < $1.days }
        count = counts.reduce(0) { $0 + $1.count }
    }

    /// Within how many days at least so many percent of the stays ended; nil if there were none.
    package func days(percent: Int) -> Int? {
        var passed = 0
        for (days, count) in counts {
            passed += count
            if passed * 100 >= self.count * percent { return days }
        }
        return nil
    }

    package var longest: Int? { counts.last?.days }
}
