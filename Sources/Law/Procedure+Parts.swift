extension Procedure {
    /// All that is said of it, as a value that can be changed.
    public struct Parts: Sendable, Equatable {
        /// The name.
        public var id: ID
        /// The matter.
        public var matter: Matter.ID
        /// What a person reads.
        public var title: Title
        /// What it is good for, in one plain sentence to a citizen; nil in packs admitted before it was asked for.
        public var plain: Title?
        /// The everyday words by which people look for it.
        public var askedAs: AskedAs
        /// The days on which a case file may be opened under it.
        public var inForce: Validity
        /// How case files are numbered.
        public var numbering: Numbering?
        /// Why the record is open only to those who take part; nil where the organ's people may look into it.
        public var confidentiality: Confidentiality?
        /// Who takes part.
        public var roles: Catalogue<Role>
        /// The stages.
        public var stages: Catalogue<Stage>
        /// The steps.
        public var steps: Catalogue<Step>
        /// The deadlines.
        public var timeLimits: Catalogue<TimeLimit>
        /// The consultations.
        public var consultations: Catalogue<ConsultationRule>
        /// The publications.
        public var publications: Catalogue<PublicationRule>
        /// The debts.
        public var debts: Catalogue<DebtRule>
        /// The outcomes.
        public var outcomes: Catalogue<Outcome>
        /// The remedies.
        public var remedies: Catalogue<Remedy>
        /// The values that no article fixes for all.
        public var parameters: Catalogue<Parameter>
        /// How running case files pass over to it.
        public var passing: [Passing]
        /// The fields of all its forms.
        public var fields: Catalogue<Field>
        /// The forms.
        public var forms: Catalogue<Form>
        /// The notices.
        public var notices: Catalogue<NoticeText>
        /// The kinds of document.
        public var documents: Catalogue<DocumentKind>
        /// The instruments cited.
        public var instruments: Catalogue<Instrument>
        /// The provisions relied on.
        public var provisions: Catalogue<Provision>
    }

    /// A copy of which something else is said.
    public func with(_ change: (inout Parts) -> Void) -> Procedure {
        var parts = parts
        change(&parts)
        return Procedure(parts)
    }
}

// MARK: - Read from the parts

extension Procedure {
    /// The name.
    @inlinable public var id: ID { parts.id }
    /// The matter.
    @inlinable public var matter: Matter.ID { parts.matter }
    /// What a person reads.
    @inlinable public var title: Title { parts.title }
    /// What it is good for, in one plain sentence to a citizen; nil in packs admitted before it was asked for.
    @inlinable public var plain: Title? { parts.plain }
    /// The everyday words by which people look for it.
    @inlinable public var askedAs: AskedAs { parts.askedAs }
    /// The days on which a case file may be opened under it.
    @inlinable public var inForce: Validity { parts.inForce }
    /// How case files are numbered.
    @inlinable public var numbering: Numbering? { parts.numbering }
    /// Why the record is open only to those who take part; nil where the organ's people may look into it.
    @inlinable public var confidentiality: Confidentiality? { parts.confidentiality }
    /// Who takes part.
    @inlinable public var roles: Catalogue<Role> { parts.roles }
    /// The stages.
    @inlinable public var stages: Catalogue<Stage> { parts.stages }
    /// The steps.
    @inlinable public var steps: Catalogue<Step> { parts.steps }
    /// The deadlines.
    @inlinable public var timeLimits: Catalogue<TimeLimit> { parts.timeLimits }
    /// The consultations.
    @inlinable public var consultations: Catalogue<ConsultationRule> { parts.consultations }
    /// The publications.
    @inlinable public var publications: Catalogue<PublicationRule> { parts.publications }
    /// The debts.
    @inlinable public var debts: Catalogue<DebtRule> { parts.debts }
    /// The outcomes.
    @inlinable public var outcomes: Catalogue<Outcome> { parts.outcomes }
    /// The remedies.
    @inlinable public var remedies: Catalogue<Remedy> { parts.remedies }
    /// The values that no article fixes for all.
    @inlinable public var parameters: Catalogue<Parameter> { parts.parameters }
    /// How running case files pass over to it.
    @inlinable public var passing: [Passing] { parts.passing }
    /// The fields of all its forms.
    @inlinable public var fields: Catalogue<Field> { parts.fields }
    /// The forms.
    @inlinable public var forms: Catalogue<Form> { parts.forms }
    /// The notices.
    @inlinable public var notices: Catalogue<NoticeText> { parts.notices }
    /// The kinds of document.
    @inlinable public var documents: Catalogue<DocumentKind> { parts.documents }
    /// The instruments cited.
    @inlinable public var instruments: Catalogue<Instrument> { parts.instruments }
    /// The provisions relied on.
    @inlinable public var provisions: Catalogue<Provision> { parts.provisions }
}
