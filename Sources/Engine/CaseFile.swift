public import Law

/// One running matter with its whole record (案卷), as the events made it.
public struct CaseFile: Sendable, Equatable {
    /// The stable name of a case file.
    public typealias ID = Identifier<CaseFile>

    /// A step that was taken.
    public struct Deed: Sendable, Equatable {
        /// Which step.
        public let step: Step.ID
        /// The role acted in.
        public let role: Role.ID
        /// When it took effect.
        public let at: Moment
        /// Who acted.
        public let people: [Participant]
        /// Who approved.
        public let approver: Participant?
        /// The stage after it.
        public let stage: Stage.ID
        /// The legal result it chose.
        public let outcome: Outcome.ID?
    }

    /// What was shown to the public.
    public struct Publication: Sendable, Equatable {
        /// The rule.
        public let rule: PublicationRule.ID
        /// Since when.
        public let since: Moment
        /// Withdrawn when.
        public internal(set) var withdrawn: Moment?
    }

    /// A payment of a debt.
    public struct Payment: Sendable, Equatable {
        /// The debt.
        public let debt: DebtRule.ID
        /// The amount.
        public let amount: Money
        /// When.
        public let at: Moment
    }

    /// The stable name.
    public let id: ID
    /// The organ that handles it.
    public let organ: Organ.ID
    /// The edition it is pinned to.
    public internal(set) var edition: Edition.ID
    /// The procedure of that edition.
    public internal(set) var procedure: Procedure.ID
    /// How many events it has.
    public internal(set) var version = 0
    /// When the last event took effect.
    public internal(set) var last: Moment
    /// The stage.
    public internal(set) var stage: Stage.ID
    /// Since when it stands at its stage; passing over to another edition renames the stage and begins nothing.
    public private(set) var stageSince: Moment
    /// The legal result, once decided.
    public internal(set) var outcome: Outcome.ID?
    /// The number, once given.
    public internal(set) var number: String?
    /// What was stated, the latest of each field.
    public internal(set) var fields: [Field.ID: Value] = [:]
    /// The steps taken, in order.
    public internal(set) var deeds: [Deed] = []
    /// The deadlines that ever ran, in order of starting.
    public internal(set) var deadlines: [Deadline] = []
    /// The consultations, in order of asking.
    public internal(set) var consultations: [Consultation] = []
    /// What was published.
    public internal(set) var publications: [Publication] = []
    /// What was paid.
    public internal(set) var payments: [Payment] = []
    /// Who may not act in it.
    public internal(set) var recused: Set<Person.ID> = []
    /// The documents handed in.
    public internal(set) var documents: [DocumentKind.ID] = []
    /// The contents of documents handed in, in order.
    public internal(set) var held: [HeldDocument] = []
    /// Whose work it is; nil while it is nobody's in particular.
    public internal(set) var assignee: Person.ID?

    init(
        id: ID, organ: Organ.ID, edition: Edition.ID, procedure: Procedure.ID, stage: Stage.ID,
        at moment: Moment
    ) {
        self.id = id
        self.organ = organ
        self.edition = edition
        self.procedure = procedure
        self.stage = stage
        stageSince = moment
        last = moment
    }

    mutating func move(to next: Stage.ID, at moment: Moment) {
        guard next != stage else { return }
        stage = next
        stageSince = moment
    }
}

extension CaseFile {
    /// The last time a step was taken; nil if never.
    public func lastDeed(_ step: Step.ID) -> Deed? { deeds.last { $0.step == step } }

    /// The running deadline of a rule; nil if none runs.
    public func running(_ limit: TimeLimit.ID) -> Deadline? {
        deadlines.last { $0.limit.id == limit && $0.isRunning }
    }

    /// The last consultation under a rule; nil if none was asked.
    public func consultation(_ rule: ConsultationRule.ID) -> Consultation? {
        consultations.last { $0.rule.id == rule }
    }

    /// The organ that a field names; nil if it names none.
    public func organ(in field: Field.ID) -> Organ.ID? {
        if case .organ(let organ) = fields[field] { organ } else { nil }
    }

    /// The deadlines that are overdue at a moment.
    public func overdue(at moment: Moment, by calendar: WorkingCalendar) -> [Deadline] {
        deadlines.filter { $0.isOverdue(at: moment, by: calendar) }
    }
}
