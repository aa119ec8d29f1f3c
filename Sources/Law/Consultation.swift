/// How the answers to one question put to several are joined.
public enum Join: String, Sendable, CaseIterable {
    /// 会签: all must agree.
    case all
    /// 或签: any one agreeing is enough.
    case any
    /// 依次: all must agree, one after another.
    case sequence
    /// 抄送: for information; nobody is waited for.
    case inform
}

/// What silence until the deadline means (默示规则).
public enum Silence: String, Sendable, CaseIterable {
    case consent
    case objection
    case noOpinion = "no-opinion"
}

/// How a consultation ended.
public enum ConsultationResult: String, Sendable, CaseIterable {
    case agreed
    case objected
    case noOpinion = "no-opinion"
    case informed
    case sentBack = "sent-back"
    case withdrawn
}

/// A rule by which a question is put to several persons or organs (征询、会签).
public struct ConsultationRule: Named {
    /// The name of a consultation.
    public typealias ID = Identifier<ConsultationRule>
    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// The step that puts the question.
    public let askedBy: Step.ID
    /// How the answers are joined.
    public let join: Join
    /// The role of those asked.
    public let addressees: Role.ID
    /// The time for each answer.
    public let within: Length
    /// What silence means.
    public let silence: Silence
    /// The stages to which one asked may return the file.
    public let sendBack: [Stage.ID]
    /// The articles.
    public let basis: [Basis]

    /// A consultation.
    public init(
        id: ID, title: Title, askedBy: Step.ID, join: Join, addressees: Role.ID, within: Length,
        silence: Silence, sendBack: [Stage.ID], basis: [Basis]
    ) {
        self.id = id
        self.title = title
        self.askedBy = askedBy
        self.join = join
        self.addressees = addressees
        self.within = within
        self.silence = silence
        self.sendBack = sendBack
        self.basis = basis
    }
}
