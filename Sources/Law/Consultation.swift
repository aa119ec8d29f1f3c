/// How the answers to one question put to several are joined.
public enum Join: String, Sendable, CaseIterable {
    /// 会签: all must agree.
    case all
    /// 或签: any one agreeing is enough.
    case any
    /// 依次: all must agree, one after another.
    case sequence
    /// 各自表态: each keeps their own time, and nobody's answer ends another's.
    case each
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
    public var id: ID
    /// What a person reads.
    public var title: Title
    /// The step that puts the question.
    public var askedBy: Step.ID
    /// How the answers are joined.
    public var join: Join
    /// The role of those asked.
    public var addressees: Role.ID
    /// The time for each answer.
    public var within: Length
    /// What silence means.
    public var silence: Silence
    /// The stages to which one asked may return the file.
    public var sendBack: [Stage.ID]
    /// The steps that may not be taken while somebody is waited for.
    public var holds: [Step.ID]
    /// The articles.
    public var basis: [Basis]

    /// A consultation.
    public init(
        id: ID, title: Title, askedBy: Step.ID, join: Join, addressees: Role.ID, within: Length,
        silence: Silence, sendBack: [Stage.ID], holds: [Step.ID] = [], basis: [Basis]
    ) {
        self.id = id
        self.title = title
        self.askedBy = askedBy
        self.join = join
        self.addressees = addressees
        self.within = within
        self.silence = silence
        self.sendBack = sendBack
        self.holds = holds
        self.basis = basis
    }
}
