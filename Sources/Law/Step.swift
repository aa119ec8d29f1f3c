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

    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// The roles of which one acts; `law` alone for what the law does by itself.
    public let by: [Role.ID]
    /// Where it may be taken.
    public let place: Place
    /// The stage after it; nil if the stage stays.
    public let to: Stage.ID?
    /// What the act states.
    public let form: Form.ID?
    /// What must be handed in with it.
    public let documents: [DocumentKind.ID]
    /// The notices it issues.
    public let notices: [NoticeText.ID]
    /// The legal results of which one is chosen; empty if it decides nothing.
    public let outcomes: [Outcome.ID]
    /// Who must act, and who must not.
    public let people: People
    /// What must hold.
    public let requirements: [Requirement]
    /// The times that must have passed.
    public let waits: [Wait]
    /// How often it may be taken in one case file; nil for no limit.
    public let times: Int?
    /// A field naming a person who may not act in the file again (回避).
    public let recuses: Field.ID?
    /// The articles.
    public let basis: [Basis]

    /// A step.
    public init(
        id: ID, title: Title, by: [Role.ID], place: Place, to: Stage.ID?, form: Form.ID? = nil,
        documents: [DocumentKind.ID] = [], notices: [NoticeText.ID] = [],
        outcomes: [Outcome.ID] = [], people: People = People(), requirements: [Requirement] = [],
        waits: [Wait] = [], times: Int? = nil, recuses: Field.ID? = nil, basis: [Basis]
    ) {
        self.id = id
        self.title = title
        self.by = by
        self.place = place
        self.to = to
        self.form = form
        self.documents = documents
        self.notices = notices
        self.outcomes = outcomes
        self.people = people
        self.requirements = requirements
        self.waits = waits
        self.times = times
        self.recuses = recuses
        self.basis = basis
    }

    /// Whether only the law takes it, when a deadline lapses.
    public var isByLaw: Bool { by.count == 1 && by[0] == Role.law }

    /// Whether all parts are the same.
    public static func == (left: Step, right: Step) -> Bool {
        left === right
            || left.id == right.id && left.title == right.title && left.by == right.by
                && left.place == right.place && left.to == right.to && left.form == right.form
                && left.documents == right.documents && left.notices == right.notices
                && left.outcomes == right.outcomes && left.people == right.people
                && left.requirements == right.requirements && left.waits == right.waits
                && left.times == right.times && left.recuses == right.recuses
                && left.basis == right.basis
    }
}
