/// What the law allows in one kind of matter, in one edition (程序).
///
/// It never changes, and every decision reads it, so it is shared by reference.
public final class Procedure: Named {
    /// The name of a procedure.
    public typealias ID = Identifier<Procedure>

    /// How running case files of an older edition pass over to this one (新旧法衔接).
    public struct Passing: Sendable, Equatable {
        /// The older procedure.
        public var from: ID
        /// The first day.
        public var on: Day
        /// Old stages whose names differ here.
        public var stages: [Stage.ID: Stage.ID]
        /// What a person is told.
        public var say: Title
        /// The articles.
        public var basis: [Basis]

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

    /// Everyday words and questions, by language.
    public struct AskedAs: Sendable, Equatable {
        /// In Chinese.
        public let chinese: [String]
        /// In English.
        public let english: [String]

        /// Words by which people look for it.
        public init(chinese: [String] = [], english: [String] = []) {
            self.chinese = chinese
            self.english = english
        }
    }

    /// A family of procedures whose editions share figures (事项).
    public enum Matter: Sendable {
        /// The name of a matter.
        public typealias ID = Identifier<Matter>
    }

    /// All that is said of it; whatever is not here is computed from it.
    public let parts: Parts

    /// A procedure of which this is said.
    public init(_ parts: Parts) {
        self.parts = parts
        effects = Effects(
            limits: parts.timeLimits, consultations: parts.consultations,
            publications: parts.publications,
            debts: parts.debts)
        course = Course(
            stages: parts.stages, steps: parts.steps, consultations: parts.consultations)
    }

    /// A procedure with its parts.
    public convenience init(
        id: ID, matter: Matter.ID, title: Title, plain: Title? = nil,
        askedAs: AskedAs = AskedAs(), inForce: Validity, numbering: Numbering?,
        confidentiality: Confidentiality? = nil, roles: Catalogue<Role>, stages: Catalogue<Stage>,
        steps: Catalogue<Step>,
        timeLimits: Catalogue<TimeLimit>, consultations: Catalogue<ConsultationRule>,
        publications: Catalogue<PublicationRule>, debts: Catalogue<DebtRule>,
        outcomes: Catalogue<Outcome>, remedies: Catalogue<Remedy>,
        parameters: Catalogue<Parameter> = Catalogue([]), passing: [Passing],
        fields: Catalogue<Field>, forms: Catalogue<Form>, notices: Catalogue<NoticeText>,
        documents: Catalogue<DocumentKind>, instruments: Catalogue<Instrument>,
        provisions: Catalogue<Provision>
    ) {
        self.init(
            Parts(
                id: id, matter: matter, title: title, plain: plain, askedAs: askedAs,
                inForce: inForce, numbering: numbering, confidentiality: confidentiality,
                roles: roles, stages: stages, steps: steps, timeLimits: timeLimits,
                consultations: consultations, publications: publications, debts: debts,
                outcomes: outcomes, remedies: remedies, parameters: parameters, passing: passing,
                fields: fields, forms: forms, notices: notices, documents: documents,
                instruments: instruments, provisions: provisions))
    }

    /// Which steps a case file can still come to from each stage.
    let course: Course

    /// What each step sets in motion, found by step.
    let effects: Effects

    /// Equal if all that is said is.
    public static func == (left: Procedure, right: Procedure) -> Bool {
        left === right || left.parts == right.parts
    }
}

extension Procedure {
    /// The steps that may be taken in a stage, in the pack's order.
    public func steps(in stage: Stage.ID) -> [Step] {
        steps.filter { $0.place.allows(stage, isFinal: stages[stage]?.isFinal ?? true) }
    }
}
