/// What a rule compares: a value that is stated, fixed by the pack, or counted from the record.
public enum Quantity: Sendable, Equatable {
    case literal(Value)
    case field(Field.ID)
    /// Hundredths of a number or an amount of money.
    case percent(Int, of: Field.ID)
    /// A value of the pack that changes with days and conditions.
    case parameter(Parameter.ID)
    /// The last day of the last such deadline that ever ran.
    case due(TimeLimit.ID)
    /// A day field and a length after it, rolled over like any term.
    case later(Field.ID, by: Length)
    /// A day field and a length before it.
    case earlier(Field.ID, by: Length)
    /// The day of the act.
    case today
    /// How often a step was done before the act.
    case timesDone(Step.ID)
}

extension Quantity {
    /// The field that it reads; nil if it reads none.
    public var field: Field.ID? {
        switch self {
        case .field(let field), .percent(_, let field), .later(let field, _),
            .earlier(let field, _):
            field
        case .literal, .parameter, .due, .today, .timesDone: nil
        }
    }

    /// Whether it can only be told with a day and a calendar at hand.
    public var needsTime: Bool {
        switch self {
        case .due, .later, .earlier, .today: true
        case .literal, .field, .percent, .parameter, .timesDone: false
        }
    }
}

/// A value of a pack that no article fixes for all: by conditions, and by days (参数).
public struct Parameter: Named {
    /// The name of a parameter.
    public typealias ID = Identifier<Parameter>

    /// One of its values, with when it is the one.
    public struct Choice: Sendable, Equatable {
        /// The value.
        public var value: Value
        /// It is the one only if this holds.
        public var when: Condition?
        /// The days on which it is the one; nil for all.
        public var inForce: Validity?

        /// A value.
        public init(value: Value, when: Condition?, inForce: Validity?) {
            self.value = value
            self.when = when
            self.inForce = inForce
        }
    }

    /// The name.
    public var id: ID
    /// What a person reads.
    public var title: Title
    /// The values, of which the first that fits is the one; the last fits always.
    public var choices: [Choice]
    /// The articles.
    public var basis: [Basis]

    /// A parameter.
    public init(id: ID, title: Title, choices: [Choice], basis: [Basis]) {
        self.id = id
        self.title = title
        self.choices = choices
        self.basis = basis
    }
}
