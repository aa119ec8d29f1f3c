/// An amount that a decision makes someone owe, and what lateness adds.
public struct DebtRule: Named {
    /// The name of a debt.
    public typealias ID = Identifier<DebtRule>

    /// What each day of lateness adds, never more than the principal (Penalty Law, article 72).
    public struct Surcharge: Sendable, Equatable {
        /// Hundredths of the principal for each day.
        public var percentPerDay: Int
        /// Spans of time in which none accrues.
        public var stops: [Stop]
        /// The articles.
        public var basis: [Basis]

        /// A span of time between steps.
        public struct Stop: Sendable, Equatable {
            /// The step that begins it.
            public var from: Step.ID
            /// The step that ends it.
            public var until: Step.ID

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
    public var id: ID
    /// What a person reads.
    public var title: Title
    /// The field with the amount.
    public var principal: Field.ID
    /// The step from which it is owed.
    public var incurredBy: Step.ID
    /// The deadline after which it is late.
    public var payable: TimeLimit.ID
    /// The step by which it is paid.
    public var paidBy: Step.ID
    /// The field with the amount paid.
    public var amount: Field.ID
    /// What lateness adds.
    public var surcharge: Surcharge?
    /// The articles.
    public var basis: [Basis]

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
