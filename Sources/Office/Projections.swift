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
    /// The first party's name, or that of the organ's first officer where no party took part.
    package let party: String?
    /// Whose work it is.
    package let assignee: Person.ID?

    package init(
        subject: CaseFile.ID, procedure: Procedure.ID, organ: Organ.ID, stage: Stage.ID,
        isFinal: Bool, outcome: Outcome.ID?, number: String?, opened: Day, last: Moment,
        version: Int, nextLapse: Moment?, party: String? = nil, assignee: Person.ID? = nil
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
        self.party = party
        self.assignee = assignee
    }
}

/// By what a case file is found, and by whom.
package struct CaseIndex: Sendable, Equatable {
    /// The organs that may look into it.
    package var organs: [Organ.ID] = []
    /// The people who take part in it.
    package var people: [Person.ID] = []
    /// What a search looks through, as ``SearchText`` writes it.
    package var text = ""
    /// What of it is, or was, shown to the public.
    package var published: [PublishedItem] = []

    package init() {}
}

/// A running deadline, or a question waiting for one person's answer, in the work queue.
package struct WorkItem: Sendable, Equatable {
    package let subject: CaseFile.ID
    /// The organ whose duty it is; nil where people of any organ may be in the role.
    package let organ: Organ.ID?
    package let deadline: String
    package let holder: Role.ID
    /// Who alone can do it; nil where anybody in the role can.
    package let person: Person.ID?
    /// Nil while paused.
    package let due: Moment?

    package init(
        subject: CaseFile.ID, organ: Organ.ID?, deadline: String, holder: Role.ID,
        person: Person.ID? = nil, due: Moment?
    ) {
        self.subject = subject
        self.organ = organ
        self.deadline = deadline
        self.holder = holder
        self.person = person
        self.due = due
    }
}

/// Something shown to the public, as lists show it.
package struct PublishedItem: Sendable, Equatable {
    package let subject: CaseFile.ID
    /// Its place among the publications of the case file, from 0.
    package let position: Int
    package let procedure: Procedure.ID
    package let rule: PublicationRule.ID
    package let organ: Organ.ID
    package let since: Moment
    package let withdrawn: Moment?

    package init(
        subject: CaseFile.ID, position: Int, procedure: Procedure.ID, rule: PublicationRule.ID,
        organ: Organ.ID, since: Moment, withdrawn: Moment?
    ) {
        self.subject = subject
        self.position = position
        self.procedure = procedure
        self.rule = rule
        self.organ = organ
        self.since = since
        self.withdrawn = withdrawn
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
