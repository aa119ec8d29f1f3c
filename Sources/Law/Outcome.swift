/// A legal result of a procedure, from the closed list of the law (结果).
public struct Outcome: Named {
    /// The name of an outcome.
    public typealias ID = Identifier<Outcome>
    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// Whether it burdens a party, so that remedies must be told.
    public let burdens: Bool
    /// The remedies told.
    public let remedies: [Remedy.ID]
    /// The articles.
    public let basis: [Basis]

    /// An outcome.
    public init(id: ID, title: Title, burdens: Bool, remedies: [Remedy.ID], basis: [Basis]) {
        self.id = id
        self.title = title
        self.burdens = burdens
        self.remedies = remedies
        self.basis = basis
    }
}

/// A way to have a decision reviewed (救济途径).
public struct Remedy: Named {
    /// The name of a remedy.
    public typealias ID = Identifier<Remedy>
    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// The time to use it; nil where the law sets none.
    public let within: Length?
    /// The articles.
    public let basis: [Basis]

    /// A remedy.
    public init(id: ID, title: Title, within: Length?, basis: [Basis]) {
        self.id = id
        self.title = title
        self.within = within
        self.basis = basis
    }
}

/// What of a case file is shown to the public, and how it is masked (公示).
public struct PublicationRule: Named {
    /// The name of a publication.
    public typealias ID = Identifier<PublicationRule>

    /// How a value is shown (Personal Information Protection Law, article 6).
    public enum Mask: String, Sendable, CaseIterable {
        case keep
        /// The family name, with 某 for the rest.
        case surname
        case lastFour = "last-four"
        case drop
    }

    /// A field with its mask.
    public struct Entry: Sendable, Equatable {
        /// The field.
        public let field: Field.ID
        /// Its mask.
        public let mask: Mask

        /// A field with its mask.
        public init(field: Field.ID, mask: Mask) {
            self.field = field
            self.mask = mask
        }
    }

    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// The step that publishes.
    public let by: Step.ID
    /// What is shown.
    public let entries: [Entry]
    /// For how long; nil for as long as it stands.
    public let shownFor: Length?
    /// The step that withdraws it; nil if it is never withdrawn.
    public let withdrawnBy: Step.ID?
    /// The articles.
    public let basis: [Basis]

    /// A publication.
    public init(
        id: ID, title: Title, by: Step.ID, entries: [Entry], shownFor: Length?,
        withdrawnBy: Step.ID?, basis: [Basis]
    ) {
        self.id = id
        self.title = title
        self.by = by
        self.entries = entries
        self.shownFor = shownFor
        self.withdrawnBy = withdrawnBy
        self.basis = basis
    }
}

/// An amount that a decision makes someone owe, and what lateness adds.
public struct DebtRule: Named {
    /// The name of a debt.
    public typealias ID = Identifier<DebtRule>

    /// What each day of lateness adds, never more than the principal (Penalty Law, article 72).
    public struct Surcharge: Sendable, Equatable {
        /// Hundredths of the principal for each day.
        public let percentPerDay: Int
        /// Spans of time in which none accrues.
        public let stops: [Stop]
        /// The articles.
        public let basis: [Basis]

        /// A span of time between steps.
        public struct Stop: Sendable, Equatable {
            /// The step that begins it.
            public let from: Step.ID
            /// The step that ends it.
            public let until: Step.ID

            /// A span.
            public init(from: Step.ID, until: Step.ID) {
                self.from = from
                self.until = until
            }
        }

        /// A surcharge.
        public init(percentPerDay: Int, stops: [Stop], basis: [Basis]) {
            self.percentPerDay = percentPerDay
            self.stops = stops
            self.basis = basis
        }
    }

    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// The field with the amount.
    public let principal: Field.ID
    /// The step from which it is owed.
    public let incurredBy: Step.ID
    /// The deadline after which it is late.
    public let payable: TimeLimit.ID
    /// The step by which it is paid.
    public let paidBy: Step.ID
    /// The field with the amount paid.
    public let amount: Field.ID
    /// What lateness adds.
    public let surcharge: Surcharge?
    /// The articles.
    public let basis: [Basis]

    /// A debt.
    public init(
        id: ID, title: Title, principal: Field.ID, incurredBy: Step.ID, payable: TimeLimit.ID,
        paidBy: Step.ID, amount: Field.ID, surcharge: Surcharge?, basis: [Basis]
    ) {
        self.id = id
        self.title = title
        self.principal = principal
        self.incurredBy = incurredBy
        self.payable = payable
        self.paidBy = paidBy
        self.amount = amount
        self.surcharge = surcharge
        self.basis = basis
    }
}
