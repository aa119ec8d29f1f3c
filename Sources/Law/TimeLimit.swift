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
        public var cause: Cause
        /// The legal ground.
        public var ground: Title
        /// It begins only if this holds then.
        public var when: Condition?
        /// The article.
        public var basis: [Basis]

        /// A pause.
        public init(
            cause: Cause, ground: Title, when: Condition? = nil, basis: [Basis]
        ) {
            self.cause = cause
            self.ground = ground
            self.when = when
            self.basis = basis
        }
    }

    /// How the time may be made longer.
    public struct Extension: Sendable, Equatable {
        /// The step that extends.
        public var by: Step.ID
        /// How often.
        public var times: Int
        /// The added length, or the longest that a field may add.
        public var most: Length
        /// The field of kind length in which the act says how much; nil if it is always `most`.
        public var field: Field.ID?
        /// The article.
        public var basis: [Basis]

        /// An extension.
        public init(by: Step.ID, times: Int, most: Length, field: Field.ID?, basis: [Basis]) {
            self.by = by
            self.times = times
            self.most = most
            self.field = field
            self.basis = basis
        }
    }

    /// From which day it counts, if not from the step that starts it.
    public enum CountedFrom: Sendable, Equatable {
        /// The last time that one of these earlier steps was taken; from the starting step if none ever was.
        case steps([Step.ID])
        /// The day in a field, such as the day of receipt; from the starting step if it is not set.
        case field(Field.ID)
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
    public var id: ID
    /// What a person reads.
    public var title: Title
    /// How long.
    public var span: Span
    /// The steps that start it.
    public var from: [Step.ID]
    /// From which day it counts, if not from the step that starts it.
    public var countedFrom: CountedFrom?
    /// It starts only if this holds.
    public var when: Condition?
    /// The steps that meet it.
    public var metBy: [Step.ID]
    /// Whose duty or right it is.
    public var holder: Role.ID
    /// Time not counted.
    public var pauses: [Pause]
    /// Steps from whose day it counts anew.
    public var restarts: [Step.ID]
    /// How it may be made longer, each way by a step of its own.
    public var extensions: [Extension]
    /// The law's answer to silence.
    public var lapse: Lapse
    /// The day field of the acts that meet it which says when they were posted (民事诉讼法 85: posting in time is in time).
    public var posted: Field.ID?
    /// Why nothing undoes its lapse and no posting counts; nil where something does.
    public var noUndoing: Title?
    /// The articles.
    public var basis: [Basis]

    /// A time limit.
    public init(
        id: ID, title: Title, span: Span, from: [Step.ID], countedFrom: CountedFrom? = nil,
        when: Condition? = nil, metBy: [Step.ID], holder: Role.ID, pauses: [Pause] = [],
        restarts: [Step.ID] = [], extensions: [Extension] = [], lapse: Lapse,
        posted: Field.ID? = nil, noUndoing: Title? = nil, basis: [Basis]
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
        self.extensions = extensions
        self.lapse = lapse
        self.posted = posted
        self.noUndoing = noUndoing
        self.basis = basis
    }
}
