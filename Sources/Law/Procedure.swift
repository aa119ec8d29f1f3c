/// What the law allows in one kind of matter, in one edition (程序).
///
/// It never changes, and every decision reads it, so it is shared by reference.
public final class Procedure: Named {
    /// The name of a procedure.
    public typealias ID = Identifier<Procedure>

    /// A gapless number that some steps give to the case file (案号).
    public struct Numbering: Sendable, Equatable {
        /// The steps that give it.
        public let at: [Step.ID]
        /// The number, with `{year}` and `{n}`.
        public let pattern: String

        /// A numbering.
        public init(at: [Step.ID], pattern: String) {
            self.at = at
            self.pattern = pattern
        }

        /// The n-th number of a year.
        public func number(_ n: Int, in year: Int) -> String {
            pattern.split(separator: "{", omittingEmptySubsequences: false)
                .map { part in
                    if part.hasPrefix("year}") { return "\(year)" + part.dropFirst(5) }
                    if part.hasPrefix("n}") { return "\(n)" + part.dropFirst(2) }
                    return String(part)
                }
                .joined()
        }
    }

    /// How running case files of an older edition pass over to this one (新旧法衔接).
    public struct Passing: Sendable, Equatable {
        /// The older procedure.
        public let from: ID
        /// The first day.
        public let on: Day
        /// Old stages whose names differ here.
        public let stages: [Stage.ID: Stage.ID]
        /// What a person is told.
        public let say: Title
        /// The articles.
        public let basis: [Basis]

        /// A passing.
        public init(
            from: ID, on: Day, stages: [Stage.ID: Stage.ID], say: Title, basis: [Basis]
        ) {
            self.from = from
            self.on = on
            self.stages = stages
            self.say = say
            self.basis = basis
        }
    }

    /// Why the record is open only to those who take part (保密).
    public struct Confidentiality: Sendable, Equatable {
        /// What a person is told.
        public let say: Title
        /// The articles.
        public let basis: [Basis]

        /// A confidentiality.
        public init(say: Title, basis: [Basis]) {
            self.say = say
            self.basis = basis
        }
    }

    /// A family of procedures whose editions share figures (事项).
    public enum Matter: Sendable {
        /// The name of a matter.
        public typealias ID = Identifier<Matter>
    }

    /// The name.
    public let id: ID
    /// The matter.
    public let matter: Matter.ID
    /// What a person reads.
    public let title: Title
    /// The days on which a case file may be opened under it.
    public let inForce: Validity
    /// How case files are numbered.
    public let numbering: Numbering?
    /// Why the record is open only to those who take part; nil where the organ's people may look into it.
    public let confidentiality: Confidentiality?
    /// Who takes part.
    public let roles: Catalogue<Role>
    /// The stages.
    public let stages: Catalogue<Stage>
    /// The steps.
    public let steps: Catalogue<Step>
    /// The deadlines.
    public let timeLimits: Catalogue<TimeLimit>
    /// The consultations.
    public let consultations: Catalogue<ConsultationRule>
    /// The publications.
    public let publications: Catalogue<PublicationRule>
    /// The debts.
    public let debts: Catalogue<DebtRule>
    /// The outcomes.
    public let outcomes: Catalogue<Outcome>
    /// The remedies.
    public let remedies: Catalogue<Remedy>
    /// How running case files pass over to it.
    public let passing: [Passing]
    /// The fields of all its forms.
    public let fields: Catalogue<Field>
    /// The forms.
    public let forms: Catalogue<Form>
    /// The notices.
    public let notices: Catalogue<NoticeText>
    /// The kinds of document.
    public let documents: Catalogue<DocumentKind>
    /// The instruments cited.
    public let instruments: Catalogue<Instrument>
    /// The provisions relied on.
    public let provisions: Catalogue<Provision>

    /// A procedure with its parts.
    public init(
        id: ID, matter: Matter.ID, title: Title, inForce: Validity, numbering: Numbering?,
        confidentiality: Confidentiality? = nil, roles: Catalogue<Role>, stages: Catalogue<Stage>,
        steps: Catalogue<Step>,
        timeLimits: Catalogue<TimeLimit>, consultations: Catalogue<ConsultationRule>,
        publications: Catalogue<PublicationRule>, debts: Catalogue<DebtRule>,
        outcomes: Catalogue<Outcome>, remedies: Catalogue<Remedy>, passing: [Passing],
        fields: Catalogue<Field>, forms: Catalogue<Form>, notices: Catalogue<NoticeText>,
        documents: Catalogue<DocumentKind>, instruments: Catalogue<Instrument>,
        provisions: Catalogue<Provision>
    ) {
        self.id = id
        self.matter = matter
        self.title = title
        self.inForce = inForce
        self.numbering = numbering
        self.confidentiality = confidentiality
        self.roles = roles
        self.stages = stages
        self.steps = steps
        self.timeLimits = timeLimits
        self.consultations = consultations
        self.publications = publications
        self.debts = debts
        self.outcomes = outcomes
        self.remedies = remedies
        self.passing = passing
        self.fields = fields
        self.forms = forms
        self.notices = notices
        self.documents = documents
        self.instruments = instruments
        self.provisions = provisions
        effects = Effects(
            limits: timeLimits, consultations: consultations, publications: publications,
            debts: debts)
    }

    /// What each step sets in motion, found by step.
    let effects: Effects

    /// Equal if every rule is.
    public static func == (left: Procedure, right: Procedure) -> Bool {
        left === right
            || left.id == right.id && left.inForce == right.inForce && left.steps == right.steps
                && left.confidentiality == right.confidentiality
                && left.stages == right.stages && left.timeLimits == right.timeLimits
                && left.forms == right.forms && left.fields == right.fields
                && left.provisions == right.provisions && left.outcomes == right.outcomes
                && left.consultations == right.consultations
                && left.publications == right.publications && left.debts == right.debts
    }
}

extension Procedure {
    /// The steps that may be taken in a stage, in the pack's order.
    public func steps(in stage: Stage.ID) -> [Step] {
        steps.filter { step in
            switch step.place {
            case .opening: false
            case .stages(let stages): stages.contains(stage)
            case .anywhere: self.stages[stage].map { !$0.isFinal } ?? false
            }
        }
    }
}
