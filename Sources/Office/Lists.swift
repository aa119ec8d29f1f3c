package import Engine
package import Indicators
package import Law

/// Which case files to list; every condition that is set must hold.
package struct CaseQuery: Sendable {
    package enum Order: Sendable {
        /// By name, as figures are checked.
        case name
        /// By name, the newest of each matter first.
        case newestName
    }

    package var figure: FigureName?
    package var days: ClosedRange<Day>?
    package var organ: Organ.ID?
    /// An organ that may look into them: the handling one, or another that is concerned.
    package var concerning: Organ.ID?
    /// A person who takes part.
    package var involving: Person.ID?
    package var procedure: Procedure.ID?
    /// Procedures that may not be listed.
    package var except: [Procedure.ID] = []
    package var stage: Stage.ID?
    package var isOpen: Bool?
    /// Words, as a person writes them.
    package var text: String?
    package var order = Order.name
    /// The last name of the page before.
    package var after: CaseFile.ID?
    package var limit = 50

    package init() {}
}

/// Which running deadlines to list, earliest first, paused ones last.
package struct WorkQuery: Sendable {
    package enum Assignee: Sendable, Equatable {
        case person(Person.ID)
        case nobody
    }

    /// Whose duty it is.
    package enum Duty: Sendable, Equatable {
        case organ(Organ.ID)
        /// Of whoever is in the role, in any organ.
        case anybody
    }

    package var duty: Duty?
    package var assignee: Assignee?
    /// Questions waiting for this person.
    package var person: Person.ID?
    package var procedure: Procedure.ID?
    package var except: [Procedure.ID] = []
    package var holders: [Role.ID] = []
    package var stage: Stage.ID?
    package var dueFrom: Moment?
    package var dueBefore: Moment?
    package var text: String?
    /// The place after which the page begins.
    package var after: Place?
    package var limit = 50

    /// Where a piece of work stands in the list.
    package struct Place: Sendable, Equatable {
        package let due: Moment?
        package let subject: CaseFile.ID
        package let deadline: String

        package init(due: Moment?, subject: CaseFile.ID, deadline: String) {
            self.due = due
            self.subject = subject
            self.deadline = deadline
        }
    }

    package init() {}

    /// Whether its first rows are found in the order of the list, without passing over many others.
    var isInOrder: Bool { procedure == nil && stage == nil && text == nil && holders.isEmpty }
}

/// A piece of work with its case file.
package struct DeskRow: Sendable, Equatable {
    package let item: WorkItem
    package let summary: CaseSummary

    package init(item: WorkItem, summary: CaseSummary) {
        self.item = item
        self.summary = summary
    }
}

/// Which publications to list, the latest first.
package struct PublicationQuery: Sendable {
    package var procedure: Procedure.ID?
    package var rule: PublicationRule.ID?
    package var organ: Organ.ID?
    /// The days on which they were first shown.
    package var days: ClosedRange<Day>?
    /// Only those shown since before this moment, as a next page wants them.
    package var before: PublishedItem?
    package var limit = 20

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
