package import Engine
package import Law

/// An executable story: days, who does what, what is due, what is refused, how it ends.
package struct Scenario: Sendable {
    /// The file's name without `.yaml`, with the variant if the story is told for several values.
    package let name: String
    package let place: Place
    package let title: Title
    package let proves: [Basis]
    /// The organ of the case file.
    package let organ: Organ.ID
    /// What of a person differs from the ordinary.
    package let people: [String: Exception]
    /// The older procedure under which the story begins, if it tells of passing over.
    package let startsUnder: Procedure.ID?
    package let lines: [Line]
    package let ends: Ending

    /// What of a person differs from holding the role, in the right organ, with a valid certificate.
    package struct Exception: Sendable, Equatable {
        package let organ: Organ.ID?
        /// Nil if the certificate is as it should be.
        package let certificate: Certificate?

        package enum Certificate: Sendable, Equatable {
            case missing
            case until(Day)
        }
    }

    /// A person of a story: a role, and a name where it matters.
    package struct Speaker: Sendable, Hashable, CustomStringConvertible {
        package let role: Role.ID
        package let name: String

        /// Reads `role` or `role/name`.
        package init(_ text: String) {
            let parts = text.split(separator: "/", maxSplits: 1)
            role = Role.ID(String(parts.first ?? ""))
            name = String(parts.last ?? "")
        }

        package var id: Person.ID { Person.ID(name) }
        package var description: String { role.text == name ? name : "\(role)/\(name)" }
    }

    package struct Line: Sendable {
        package let place: Place
        /// When it happens; 09:00 if the story names only the day.
        package let moment: Moment
        package let namesHour: Bool
        package let by: [Speaker]
        package let deed: Deed
        package let due: [Expected]
        package let upshot: Upshot
        package let refused: Refusal.Code?
    }

    package enum Deed: Sendable {
        case act(Told)
        case move(ConsultationRule.ID, ConsultationMove)
        /// The law takes a step by itself.
        case law(Step.ID)
        /// The law takes the silence of those asked.
        case silence(ConsultationRule.ID)
        /// The file passes over to the procedure that tells the story.
        case passing
    }

    /// An act as a story tells it.
    package struct Told: Sendable {
        package let step: Step.ID
        package let approvedBy: Speaker?
        package let outcome: Outcome.ID?
        package let with: [String: String]
        package let documents: [DocumentKind.ID]
        package let asks: [Speaker]
    }

    /// The day, or the moment, on which a deadline or consultation is due.
    package struct Expected: Sendable {
        package let name: String
        package let day: Day
        package let moment: Moment?
        package let place: Place
    }

    /// What comes of a step that is taken: each part that a line names must be so.
    package struct Upshot: Sendable {
        package let place: Place
        /// The notices that it issues.
        package let issues: [NoticeText.ID]?
        /// The remedies told with its outcome.
        package let remedies: [Told]?
        /// What the public sees of the fields that it publishes.
        package let shows: [Shown]
        /// The deadlines that it meets.
        package let meets: [TimeLimit.ID]?

        /// A remedy with the time to use it; nil where the law sets none.
        package struct Told: Sendable, Equatable {
            package let remedy: Remedy.ID
            package let within: Length?
        }

        /// A published field as it is shown; empty where nothing is.
        package struct Shown: Sendable, Equatable {
            package let field: Field.ID
            package let text: String
        }
    }

    package struct Ending: Sendable {
        package let place: Place
        package let stage: Stage.ID?
        package let outcome: Outcome.ID?
        package let overdue: [TimeLimit.ID]?
        package let unpaid: [(debt: DebtRule.ID, amount: Money)]
        package let figures: [(indicator: String, value: Int)]
        package let number: String?
    }
}
