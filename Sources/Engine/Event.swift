public import Law

/// A person as they take part in an act: who, for which organ, in which roles, with which certificate.
public struct Participant: Sendable, Hashable {
    /// An enforcement certificate (行政执法证件).
    public struct Certificate: Sendable, Hashable {
        /// Its number.
        public let number: String
        /// The days on which it is valid.
        public let valid: Validity

        /// A certificate.
        public init(number: String, valid: Validity) {
            self.number = number
            self.valid = valid
        }
    }

    /// Who.
    public let id: Person.ID
    /// The name; personal data if a party's.
    public let name: String
    /// The organ acted for; nil for a citizen.
    public let organ: Organ.ID?
    /// The roles held.
    public let roles: Set<Role.ID>
    /// The certificate held.
    public let certificate: Certificate?

    /// A person taking part.
    public init(
        id: Person.ID, name: String, organ: Organ.ID? = nil, roles: Set<Role.ID>,
        certificate: Certificate? = nil
    ) {
        self.id = id
        self.name = name
        self.organ = organ
        self.roles = roles
        self.certificate = certificate
    }
}

/// A step as somebody wants to take it, or took it.
public struct Act: Sendable, Equatable {
    /// Which step.
    public var step: Step.ID
    /// The role acted in.
    public var role: Role.ID
    /// Who acts.
    public var people: [Participant]
    /// Who approves.
    public var approver: Participant?
    /// The legal result chosen.
    public var outcome: Outcome.ID?
    /// What is stated.
    public var fields: [Field.ID: Value]
    /// What is handed in.
    public var documents: [DocumentKind.ID]
    /// The contents handed in, where they are held.
    public var held: [HeldDocument]
    /// Who is asked, where the step puts a question.
    public var addressees: [Person.ID]
    /// The number given to the case file, where the step gives one; set by the engine.
    public var number: String?
    /// The mark with which that number begins, where it has one; set by the engine.
    public var mark: String?

    /// An act.
    public init(
        _ step: Step.ID, as role: Role.ID, by people: [Participant], approver: Participant? = nil,
        outcome: Outcome.ID? = nil, fields: [Field.ID: Value] = [:],
        documents: [DocumentKind.ID] = [], held: [HeldDocument] = [],
        addressees: [Person.ID] = [], number: String? = nil, mark: String? = nil
    ) {
        self.step = step
        self.role = role
        self.people = people
        self.approver = approver
        self.outcome = outcome
        self.fields = fields
        self.documents = documents
        self.held = held
        self.addressees = addressees
        self.number = number
        self.mark = mark
    }
}

/// What somebody asks the engine to let happen.
public enum Command: Sendable, Equatable {
    case act(Act)
    /// A move in a running consultation, by a person; by the law itself (silence) if nil.
    case consult(ConsultationRule.ID, ConsultationMove, by: Participant?)
    /// Passing over to the edition given as context.
    case pass
    /// The file becomes the work of one officer, or of nobody (交办).
    case assign(to: Person.ID?, by: Participant)
    /// Something put on the record that moves nothing.
    case remark(Remark)
}

/// Something that happened in a case file; it is never changed afterwards.
public struct Event: Sendable, Equatable {
    /// What happened.
    public enum Fact: Sendable, Equatable {
        case acted(Act)
        case consulted(ConsultationRule.ID, ConsultationMove, by: Participant?)
        case passed(from: Procedure.ID, to: Procedure.ID)
        case assigned(to: Person.ID?, by: Participant)
        case remarked(Remark)
        /// The personal part of the record up to here was erased on this ground.
        case erased(ground: String)
    }

    /// The case file.
    public let subject: CaseFile.ID
    /// Its place among the events of the case file, from 1.
    public let version: Int
    /// When it was recorded.
    public let recorded: Moment
    /// When it takes effect; never before an earlier event of the case file.
    public let effective: Moment
    /// The organ of the case file.
    public let organ: Organ.ID
    /// The edition under which it happened.
    public let edition: Edition.ID
    /// What happened.
    public let fact: Fact

    /// An event.
    public init(
        subject: CaseFile.ID, version: Int, recorded: Moment, effective: Moment, organ: Organ.ID,
        edition: Edition.ID, fact: Fact
    ) {
        self.subject = subject
        self.version = version
        self.recorded = recorded
        self.effective = effective
        self.organ = organ
        self.edition = edition
        self.fact = fact
    }
}

extension Event {
    /// The act, if the event is one.
    public var act: Act? {
        if case .acted(let act) = fact { act } else { nil }
    }
}

/// A procedure together with the hash of its text: what a case file is pinned to.
public struct Edition: Sendable, Equatable {
    /// The hash of a pack's text.
    public typealias ID = Identifier<Edition>
    /// The hash.
    public let id: ID
    /// The procedure.
    public let procedure: Procedure

    /// An edition.
    public init(id: ID, procedure: Procedure) {
        self.id = id
        self.procedure = procedure
    }
}
