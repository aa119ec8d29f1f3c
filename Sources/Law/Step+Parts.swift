extension Step {
    /// All that is said of it, as a value that can be changed.
    public struct Parts: Sendable, Equatable {
        /// The name.
        public var id: ID
        /// What a person reads.
        public var title: Title
        /// The roles of which one acts; `law` alone for what the law does by itself.
        public var by: [Role.ID]
        /// Where it may be taken.
        public var place: Place
        /// The stage after it; nil if the stage stays.
        public var to: Stage.ID?
        /// What the act states.
        public var form: Form.ID?
        /// What must be handed in with it.
        public var documents: [DocumentKind.ID]
        /// The notices it issues.
        public var notices: [NoticeText.ID]
        /// The legal results of which one is chosen; empty if it decides nothing.
        public var outcomes: [Outcome.ID]
        /// Who must act, and who must not.
        public var people: People
        /// What must hold.
        public var requirements: [Requirement]
        /// The times that must have passed.
        public var waits: [Wait]
        /// How often it may be taken in one case file; nil for no limit.
        public var times: Int?
        /// A field naming a person who may not act in the file again (回避).
        public var recuses: Field.ID?
        /// What the party was told before, which the act may not go beyond.
        public var told: Told?
        /// The deadlines whose lapse it defeats (posted in time, 正当理由).
        public var undoes: [TimeLimit.ID]
        /// The articles.
        public var basis: [Basis]
    }

    /// A copy of which something else is said.
    public func with(_ change: (inout Parts) -> Void) -> Step {
        var parts = parts
        change(&parts)
        return Step(parts)
    }
}

// MARK: - Read from the parts

extension Step {
    /// The name.
    @inlinable public var id: ID { parts.id }
    /// What a person reads.
    @inlinable public var title: Title { parts.title }
    /// The roles of which one acts; `law` alone for what the law does by itself.
    @inlinable public var by: [Role.ID] { parts.by }
    /// Where it may be taken.
    @inlinable public var place: Place { parts.place }
    /// The stage after it; nil if the stage stays.
    @inlinable public var to: Stage.ID? { parts.to }
    /// What the act states.
    @inlinable public var form: Form.ID? { parts.form }
    /// What must be handed in with it.
    @inlinable public var documents: [DocumentKind.ID] { parts.documents }
    /// The notices it issues.
    @inlinable public var notices: [NoticeText.ID] { parts.notices }
    /// The legal results of which one is chosen; empty if it decides nothing.
    @inlinable public var outcomes: [Outcome.ID] { parts.outcomes }
    /// Who must act, and who must not.
    @inlinable public var people: People { parts.people }
    /// What must hold.
    @inlinable public var requirements: [Requirement] { parts.requirements }
    /// The times that must have passed.
    @inlinable public var waits: [Wait] { parts.waits }
    /// How often it may be taken in one case file; nil for no limit.
    @inlinable public var times: Int? { parts.times }
    /// A field naming a person who may not act in the file again (回避).
    @inlinable public var recuses: Field.ID? { parts.recuses }
    /// What the party was told before, which the act may not go beyond.
    @inlinable public var told: Told? { parts.told }
    /// The deadlines whose lapse it defeats (posted in time, 正当理由).
    @inlinable public var undoes: [TimeLimit.ID] { parts.undoes }
    /// The articles.
    @inlinable public var basis: [Basis] { parts.basis }
}
