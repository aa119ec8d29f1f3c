package import Engine
package import Indicators
package import Law

/// Which of the entries that made up a figure to list.
package struct EntriesQuery<Place: Sendable>: Sendable {
    package let figure: FigureName
    package var days: ClosedRange<Day>
    package var organ: Organ.ID?
    /// The place of the last entry of the page before.
    package var after: Place?
    package var limit = 50

    package init(figure: FigureName, days: ClosedRange<Day>) {
        self.figure = figure
        self.days = days
    }
}

/// In order of day and entry.
package typealias CountedQuery = EntriesQuery<CountedEvent.Place>
/// Of a figure of ``StageTime``, the longest stay first; the days are those on which it ended.
package typealias StayQuery = EntriesQuery<Stay.Place>

/// An entry of the record that a figure counted, with its case file as it stands now.
package struct CountedEvent: Sendable, Equatable {
    package let sequence: Int
    package let day: Day
    /// The organ for which it counts.
    package let organ: Organ.ID
    package let amount: Int
    package let summary: CaseSummary

    package init(
        sequence: Int, day: Day, organ: Organ.ID, amount: Int, summary: CaseSummary
    ) {
        self.sequence = sequence
        self.day = day
        self.organ = organ
        self.amount = amount
        self.summary = summary
    }

    package var place: Place { Place(day: day, sequence: sequence) }

    /// Where an entry stands in the list.
    package struct Place: Sendable, Equatable {
        package let day: Day
        package let sequence: Int

        package init(day: Day, sequence: Int) {
            self.day = day
            self.sequence = sequence
        }
    }
}

/// How many open case files stand at a stage, and which of them has been there without a new entry for longest.
package struct StageWait: Sendable, Equatable {
    package let procedure: Procedure.ID
    package let stage: Stage.ID
    package let count: Int
    package let oldest: CaseFile.ID
    package let since: Moment

    package init(
        procedure: Procedure.ID, stage: Stage.ID, count: Int, oldest: CaseFile.ID, since: Moment
    ) {
        self.procedure = procedure
        self.stage = stage
        self.count = count
        self.oldest = oldest
        self.since = since
    }
}

/// Which open case files at a stage to list, those first that have gone longest without an entry.
package struct WaitQuery: Sendable {
    package let procedure: Procedure.ID
    package let stage: Stage.ID
    package var organ: Organ.ID?
    /// The last case file of the page before.
    package var after: Place?
    package var limit = 50

    /// Where a case file stands in the list.
    package struct Place: Sendable, Equatable {
        package let last: Moment
        package let subject: CaseFile.ID

        package init(last: Moment, subject: CaseFile.ID) {
            self.last = last
            self.subject = subject
        }
    }

    package init(procedure: Procedure.ID, stage: Stage.ID) {
        self.procedure = procedure
        self.stage = stage
    }
}

/// How long a case file stayed at a stage, with the entry that ended the stay and the file as it stands now.
package struct Stay: Sendable, Equatable {
    package let days: Int
    package let sequence: Int
    package let left: Day
    package let summary: CaseSummary

    package init(days: Int, sequence: Int, left: Day, summary: CaseSummary) {
        self.days = days
        self.sequence = sequence
        self.left = left
        self.summary = summary
    }

    package var place: Place { Place(days: days, sequence: sequence) }

    /// Where a stay stands in the list.
    package struct Place: Sendable, Equatable {
        package let days: Int
        package let sequence: Int

        package init(days: Int, sequence: Int) {
            self.days = days
            self.sequence = sequence
        }
    }
}

/// How long case files stayed at a stage that they left.
package struct StageStays: Sendable {
    package let procedure: Procedure.ID
    package let stage: Stage.ID
    package let stays: Stays
}

/// How much of an organ's work is overdue, and how much soon will be.
package struct Risk: Sendable, Equatable {
    /// Nil for work that people of any organ may do.
    package let organ: Organ.ID?
    package let overdue: Int
    package let soon: Int

    package init(organ: Organ.ID?, overdue: Int, soon: Int) {
        self.organ = organ
        self.overdue = overdue
        self.soon = soon
    }
}
