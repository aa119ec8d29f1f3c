package import Engine
package import Indicators
package import Law

/// A case file as lists show it.
package struct CaseSummary: Sendable, Equatable {
    package let subject: CaseFile.ID
    package let procedure: Procedure.ID
    package let organ: Organ.ID
    package let stage: Stage.ID
    package let isFinal: Bool
    package let outcome: Outcome.ID?
    package let number: String?
    package let opened: Day
    package let last: Moment
    package let version: Int
    /// When the law will next act by itself.
    package let nextLapse: Moment?

    package init(
        subject: CaseFile.ID, procedure: Procedure.ID, organ: Organ.ID, stage: Stage.ID,
        isFinal: Bool, outcome: Outcome.ID?, number: String?, opened: Day, last: Moment,
        version: Int, nextLapse: Moment?
    ) {
        self.subject = subject
        self.procedure = procedure
        self.organ = organ
        self.stage = stage
        self.isFinal = isFinal
        self.outcome = outcome
        self.number = number
        self.opened = opened
        self.last = last
        self.version = version
        self.nextLapse = nextLapse
    }
}

/// A running deadline in the work queue.
package struct WorkItem: Sendable, Equatable {
    package let subject: CaseFile.ID
    package let organ: Organ.ID
    package let deadline: String
    package let holder: Role.ID
    /// Nil while paused.
    package let due: Moment?

    package init(
        subject: CaseFile.ID, organ: Organ.ID, deadline: String, holder: Role.ID, due: Moment?
    ) {
        self.subject = subject
        self.organ = organ
        self.deadline = deadline
        self.holder = holder
        self.due = due
    }
}

/// What a figure amounts to for one organ, day and cell.
package struct Tally: Sendable, Hashable {
    package let figure: FigureName
    package let organ: Organ.ID
    package let day: Day
    package let cell: String
    package let amount: Int

    package init(figure: FigureName, organ: Organ.ID, day: Day, cell: String, amount: Int) {
        self.figure = figure
        self.organ = organ
        self.day = day
        self.cell = cell
        self.amount = amount
    }
}

/// A contribution with the event that made it.
package struct NumberedContribution: Sendable, Hashable {
    package let sequence: Int
    package let subject: CaseFile.ID
    package let contribution: Contribution

    package init(sequence: Int, subject: CaseFile.ID, contribution: Contribution) {
        self.sequence = sequence
        self.subject = subject
        self.contribution = contribution
    }
}

/// Which case files to list; every condition that is set must hold.
package struct CaseQuery: Sendable {
    package var figure: FigureName?
    package var days: ClosedRange<Day>?
    package var organ: Organ.ID?
    package var procedure: Procedure.ID?
    package var stage: Stage.ID?
    package var isOpen: Bool?
    package var limit = 50

    package init() {}
}

/// Which running deadlines to list, earliest first.
package struct WorkQuery: Sendable {
    package var organ: Organ.ID?
    package var dueBefore: Moment?
    package var limit = 50

    package init() {}
}

/// Which part of a figure to add up.
package struct TallyQuery: Sendable {
    package let figure: FigureName
    package var days: ClosedRange<Day>
    package var organ: Organ.ID?

    package init(figure: FigureName, days: ClosedRange<Day>, organ: Organ.ID? = nil) {
        self.figure = figure
        self.days = days
        self.organ = organ
    }
}

extension CaseFile {
    func summary(under procedure: Procedure, by calendar: WorkingCalendar) -> CaseSummary {
        CaseSummary(
            subject: id, procedure: self.procedure, organ: organ, stage: stage,
            isFinal: procedure.stages[stage]?.isFinal ?? false, outcome: outcome, number: number,
            opened: deeds.first?.at.day ?? last.day, last: last, version: version,
            nextLapse: nextLapse(by: calendar))
    }

    func work(by calendar: WorkingCalendar) -> [WorkItem] {
        let deadlines = deadlines.filter { $0.isRunning && $0.limit.isDuty }.map { deadline in
            WorkItem(
                subject: id, organ: organ, deadline: deadline.limit.id.text,
                holder: deadline.limit.holder, due: deadline.due(by: calendar)?.moment)
        }
        let questions = consultations.filter(\.isOpen).map { consultation in
            WorkItem(
                subject: id, organ: organ, deadline: consultation.rule.id.text,
                holder: consultation.rule.addressees, due: consultation.due(by: calendar)?.moment)
        }
        return deadlines + questions
    }
}

extension TimeLimit {
    /// Whether somebody has to act; a term that only bars later steps is a right, and nobody's work.
    fileprivate var isDuty: Bool {
        switch lapse {
        case .overdue, .take: true
        case .bar: false
        }
    }
}
