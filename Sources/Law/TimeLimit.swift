/// A rule that something must be done within a time (期限); each time it starts, a `Deadline` runs.
public struct TimeLimit: Named {
    /// The name of a time limit.
    public typealias ID = Identifier<TimeLimit>

    /// How long.
    public enum Span: Sendable, Equatable {
        case fixed(Length)
        /// By the choice in a field.
        case chosen(by: Field.ID, [String: Length])
        /// As an act set it in a field of kind length.
        case set(by: Field.ID)
    }

    /// Time that is not counted.
    public struct Pause: Sendable, Equatable {
        /// What begins and ends the time not counted.
        public enum Cause: Sendable, Equatable {
            case between(from: [Step.ID], until: [Step.ID])
            case consultation(ConsultationRule.ID)
        }

        /// What begins and ends it.
        public let cause: Cause
        /// The legal ground.
        public let ground: Title
        /// The article.
        public let basis: [Basis]

        /// A pause.
        public init(cause: Cause, ground: Title, basis: [Basis]) {
            self.cause = cause
            self.ground = ground
            self.basis = basis
        }
    }

    /// How the time may be made longer.
    public struct Extension: Sendable, Equatable {
        /// The step that extends.
        public let by: Step.ID
        /// How often.
        public let times: Int
        /// The added length, or the longest that a field may add.
        public let most: Length
        /// The field of kind length in which the act says how much; nil if it is always `most`.
        public let field: Field.ID?
        /// The article.
        public let basis: [Basis]

        /// An extension.
        public init(by: Step.ID, times: Int, most: Length, field: Field.ID?, basis: [Basis]) {
            self.by = by
            self.times = times
            self.most = most
            self.field = field
            self.basis = basis
        }
    }

    /// The law's answer to silence.
    public enum Lapse: Sendable, Equatable {
        /// The duty remains and is overdue.
        case overdue
        /// The law takes this step by itself.
        case take(Step.ID)
        /// These steps can no longer be taken.
        case bar([Step.ID])
    }

    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// How long.
    public let span: Span
    /// The steps that start it.
    public let from: [Step.ID]
    /// The earlier step from whose day it counts, if not from the step that starts it.
    public let countedFrom: Step.ID?
    /// It starts only if this holds.
    public let when: Condition?
    /// The steps that meet it.
    public let metBy: [Step.ID]
    /// Whose duty or right it is.
    public let holder: Role.ID
    /// Time not counted.
    public let pauses: [Pause]
    /// Steps from whose day it counts anew.
    public let restarts: [Step.ID]
    /// How it may be made longer.
    public let extend: Extension?
    /// The law's answer to silence.
    public let lapse: Lapse
    /// The articles.
    public let basis: [Basis]

    /// A time limit.
    public init(
        id: ID, title: Title, span: Span, from: [Step.ID], countedFrom: Step.ID? = nil,
        when: Condition? = nil, metBy: [Step.ID], holder: Role.ID, pauses: [Pause] = [],
        restarts: [Step.ID] = [], extend: Extension? = nil, lapse: Lapse, basis: [Basis]
    ) {
        self.id = id
        self.title = title
        self.span = span
        self.from = from
        self.countedFrom = countedFrom
        self.when = when
        self.metBy = metBy
        self.holder = holder
        self.pauses = pauses
        self.restarts = restarts
        self.extend = extend
        self.lapse = lapse
        self.basis = basis
    }
}
