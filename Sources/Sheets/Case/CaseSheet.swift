/// A case file as its reader wants it: every name with its title, every term with what is left of it.
package struct CaseSheet: Encodable, Sendable {
    /// A name of the pack or the district with its title in the reader's language.
    package struct Labelled: Encodable, Hashable, Sendable {
        package let id: String
        package let title: String

        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    package struct Party: Encodable, Sendable {
        package let role: Labelled
        package let person: Labelled
    }

    /// What was decided, and what can be done against it.
    package struct Decision: Encodable, Sendable {
        package struct Remedy: Encodable, Sendable {
            package let title: String
            package let within: String?
            /// The last day, if the decision was served on the day it was made.
            package let until: String?
            package let basis: [String]
        }
        package let outcome: Labelled
        package let day: String
        package let basis: [String]
        package let remedies: [Remedy]
    }

    package struct Term: Encodable, Sendable {
        package enum State: String, Encodable, Sendable, CaseIterable {
            case running
            case paused
            case overdue
            /// Its time is over, and what that means has not been recorded, or bars somebody.
            case passed
            case met
            case late
            /// The law acted in the place of the silent.
            case lapsed
            case dropped
            /// Its duty was not done by its last day, and later fell away.
            case missed
        }
        package let deadline: Labelled
        package let holder: Labelled
        package let state: State
        package let due: String?
        /// What is left or gone, in words.
        package let remark: String
        /// The due date and each thing that made it so, the reasons moved in.
        package let why: [String]
        package let basis: [String]
        /// The reasons alone.
        package let reasons: [String]
        /// The days until the last day; negative once it has passed, nil while paused or where the term has ended.
        package let daysLeft: Int?

        package var isRunning: Bool { [.running, .paused, .overdue].contains(state) }

        private enum CodingKeys: String, CodingKey {
            case deadline
            case holder
            case state
            case due
            case remark
            case why
            case basis
        }
    }

    package struct Consultation: Encodable, Sendable {
        package struct Question: Encodable, Sendable {
            package let addressee: Labelled
            package let due: String?
            package let state: String
        }
        package let consultation: Labelled
        package let join: String
        package let silence: String
        package let askers: [Labelled]
        /// Nil while somebody is waited for.
        package let result: String?
        package let questions: [Question]
    }

    package struct Debt: Encodable, Sendable {
        package let debt: Labelled
        package let incurred: String
        package let paid: String
        package let principal: String
        package let surcharge: String
        package let total: String
        package let payableUntil: String?
        package let isSettled: Bool
    }

    package struct Publication: Encodable, Sendable {
        package let publication: Labelled
        package let since: String
        package let until: String?
        package let withdrawn: String?
        package let shown: [Stated]
    }

    package struct Stated: Encodable, Sendable {
        package let field: String
        package let title: String
        package let value: String
    }

    /// A line of the record.
    package struct Entry: Encodable, Sendable {
        package let sequence: Int
        package let version: Int
        package let day: String
        package let effective: String
        package let recorded: String
        /// The day of recording, if that was later.
        package let recordedLater: String?
        /// The step, with its name where it is one.
        package let what: Labelled
        package let role: String
        package let people: [Labelled]
        package let approver: Labelled?
        package let outcome: Labelled?
        package let number: String?
        package let fields: [Stated]
        package let documents: [Labelled]
        package let addressees: [Labelled]
        package let notices: [Labelled]
    }

    package struct Possible: Encodable, Sendable {
        package let step: Labelled
        package let by: [Labelled]
        package let officers: Int
        package let certified: Bool
        package let approvedBy: Labelled?
        package let outcomes: [Labelled]
        package let to: Labelled?
    }

    package struct Impossible: Encodable, Sendable {
        package let step: Labelled
        package let code: String
        /// In the reader's language where there are words for it.
        package let reason: String
        package let basis: [String]
        /// The engine's own words, in simplified Chinese.
        package let chinese: String

        private enum CodingKeys: String, CodingKey {
            case step
            case code
            case reason
            case basis
        }
    }

    package let `case`: String
    package let number: String?
    package let procedure: Labelled
    package let edition: String
    package let organ: Labelled
    package let version: Int
    package let opened: String
    package let last: String
    package let parties: [Party]
    package let stage: Labelled
    package let isFinal: Bool
    package let decision: Decision?
    package let deadlines: [Term]
    package let consultations: [Consultation]
    package let debts: [Debt]
    package let publications: [Publication]
    package let record: [Entry]
    /// What the law has done by itself since, which the next act or `settle` will record.
    package let unrecorded: [String]
    /// The stage at which it is judged what may be done: where the law has brought the file, also before that is recorded.
    package let stageNow: Labelled
    package let may: [Possible]
    package let mayNot: [Impossible]
}
