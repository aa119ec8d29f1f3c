/// A case file as its reader wants it: every name with its title, every term with what is left of it.
struct CaseSheet: Encodable {
    struct Labelled: Encodable, Hashable {
        let id: String
        let title: String
    }

    struct Party: Encodable {
        let role: Labelled
        let person: Labelled
    }

    /// What was decided, and what can be done against it.
    struct Decision: Encodable {
        struct Remedy: Encodable {
            let title: String
            let within: String?
            /// The last day, if the decision was served on the day it was made.
            let until: String?
            let basis: [String]
        }
        let outcome: Labelled
        let day: String
        let basis: [String]
        let remedies: [Remedy]
    }

    struct Term: Encodable {
        enum State: String, Encodable {
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
        }
        let deadline: Labelled
        let holder: Labelled
        let state: State
        let due: String?
        /// What is left or gone, in words.
        let remark: String
        let why: [String]
        let basis: [String]

        var isRunning: Bool { [.running, .paused, .overdue].contains(state) }
    }

    struct Consultation: Encodable {
        struct Question: Encodable {
            let addressee: Labelled
            let due: String?
            let state: String
        }
        let consultation: Labelled
        let join: String
        let silence: String
        let askers: [Labelled]
        /// Nil while somebody is waited for.
        let result: String?
        let questions: [Question]
    }

    struct Debt: Encodable {
        let debt: Labelled
        let incurred: String
        let paid: String
        let principal: String
        let surcharge: String
        let total: String
        let payableUntil: String?
        let isSettled: Bool
    }

    struct Publication: Encodable {
        let publication: Labelled
        let since: String
        let until: String?
        let withdrawn: String?
        let shown: [Stated]
    }

    struct Stated: Encodable {
        let field: String
        let title: String
        let value: String
    }

    /// A line of the record.
    struct Entry: Encodable {
        let sequence: Int
        let version: Int
        let day: String
        let effective: String
        let recorded: String
        /// The day of recording, if that was later.
        let recordedLater: String?
        /// The step, with its name where it is one.
        let what: Labelled
        let role: String
        let people: [Labelled]
        let approver: Labelled?
        let outcome: Labelled?
        let number: String?
        let fields: [Stated]
        let documents: [Labelled]
        let addressees: [Labelled]
        let notices: [Labelled]
    }

    struct Possible: Encodable {
        let step: Labelled
        let by: [Labelled]
        let officers: Int
        let certified: Bool
        let approvedBy: Labelled?
        let outcomes: [Labelled]
        let to: Labelled?
    }

    struct Impossible: Encodable {
        let step: Labelled
        let code: String
        let reason: String
        let basis: [String]
    }

    let `case`: String
    let number: String?
    let procedure: Labelled
    let edition: String
    let organ: Labelled
    let version: Int
    let opened: String
    let last: String
    let parties: [Party]
    let stage: Labelled
    let isFinal: Bool
    let decision: Decision?
    let deadlines: [Term]
    let consultations: [Consultation]
    let debts: [Debt]
    let publications: [Publication]
    let record: [Entry]
    /// What the law has done by itself since, which the next act or `settle` will record.
    let unrecorded: [String]
    let may: [Possible]
    let mayNot: [Impossible]
}
