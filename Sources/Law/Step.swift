/// An act that a role may take in certain stages (环节).
///
/// Shared by reference, as its procedure is: every judgement of an act looks at all of them.
public final class Step: Named {
    /// The name of a step.
    public typealias ID = Identifier<Step>

    /// Where a step may be taken.
    public enum Place: Sendable, Equatable {
        /// It opens a case file.
        case opening
        /// In these stages.
        case stages([Stage.ID])
        /// In every stage that is not final.
        case anywhere
    }

    /// Who must act, and who must not.
    public struct People: Sendable, Equatable {
        /// How many different people act together, at least.
        public var atLeast = 1
        /// Whether each must hold an enforcement certificate valid on the day (Penalty Law, article 42).
        public var certified = false
        /// Steps whose actors may not act here.
        public var notBy: [Step.ID] = []
        /// A field naming an organ whose people may not act here.
        public var notOf: Field.ID?
        /// The role of the person, other than the actors, who must approve.
        public var approvedBy: Role.ID?

        /// One person, without further rules.
        public init() {}
    }

    /// What the party was told before, which the act may not go beyond (Penalty Law, articles 44, 45 and 62).
    public struct Told: Sendable, Equatable {
        /// A field of the act, and the field in which it was told.
        public struct Pair: Sendable, Equatable {
            /// What the act states.
            public var stated: Field.ID
            /// What was told.
            public var told: Field.ID

            /// A field of the act with the field in which it was told.
            public init(stated: Field.ID, told: Field.ID) {
                self.stated = stated
                self.told = told
            }
        }

        /// The step that told it.
        public var by: Step.ID
        /// What may not be heavier than told.
        public var noHeavier: [Pair]
        /// The articles.
        public var basis: [Basis]

        /// What was told before.
        public init(by step: Step.ID, noHeavier: [Pair], basis: [Basis]) {
            by = step
            self.noHeavier = noHeavier
            self.basis = basis
        }
    }

    /// All that is said of it; whatever is not here is computed from it.
    public let parts: Parts

    /// A step of which this is said.
    public init(_ parts: Parts) {
        self.parts = parts
    }

    /// A step.
    public convenience init(
        id: ID, title: Title, by: [Role.ID], place: Place, to: Stage.ID?, form: Form.ID? = nil,
        documents: [DocumentKind.ID] = [], notices: [NoticeText.ID] = [],
        outcomes: [Outcome.ID] = [], people: People = People(), requirements: [Requirement] = [],
        waits: [Wait] = [], times: Int? = nil, recuses: Field.ID? = nil,
        told: Told? = nil, undoes: [TimeLimit.ID] = [], basis: [Basis]
    ) {
        self.init(
            Parts(
                id: id, title: title, by: by, place: place, to: to, form: form,
                documents: documents,
                notices: notices, outcomes: outcomes, people: people, requirements: requirements,
                waits: waits, times: times, recuses: recuses, told: told, undoes: undoes,
                basis: basis))
    }

    /// Whether only the law takes it, when a deadline lapses.
    public var isByLaw: Bool { by.count == 1 && by[0] == Role.law }

    /// Equal if all that is said is.
    public static func == (left: Step, right: Step) -> Bool {
        left === right || left.parts == right.parts
    }
}
