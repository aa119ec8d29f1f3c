import Law

/// Something that a participant puts on the record; it moves no stage and no term.
public struct Remark: Sendable, Equatable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// 催办: a reminder to whoever must act.
        case urge
        /// 期限异议: a term was counted wrongly, says the one who remarks it.
        case challenge
        /// 补充材料: a document handed in outside any step.
        case supplement
    }

    /// What it is.
    public let kind: Kind
    /// In the participant's own words; personal data.
    public let text: String
    /// The documents handed in with it.
    public let held: [HeldDocument]
    /// Who remarks it.
    public let by: Participant

    /// A remark.
    public init(_ kind: Kind, _ text: String, held: [HeldDocument] = [], by person: Participant) {
        self.kind = kind
        self.text = text
        self.held = held
        by = person
    }
}
