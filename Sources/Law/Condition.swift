/// What a rule may ask of a case file: a closed set, so that every rule can be read, checked and explained.
public indirect enum Condition: Sendable, Equatable {
    /// How a field is compared with a value.
    public enum Comparison: String, Sendable, CaseIterable {
        case equals = "is"
        case differs = "is-not"
        case atMost = "at-most"
        case atLeast = "at-least"
        case below
        case above
    }

    case compare(Field.ID, Comparison, Value)
    case oneOf(Field.ID, [Value])
    /// Two quantities compared, of which at least one is not a field against a literal.
    case relate(Quantity, Comparison, Quantity)
    case isSet(Field.ID)
    case done(Step.ID)
    /// The step was done, and none of the others after it.
    case doneSince(Step.ID, [Step.ID])
    /// The step was done within a length of time after the day in a field.
    case doneWithin(Step.ID, Length, of: Field.ID)
    case lapsed(TimeLimit.ID)
    /// The deadline was met, and not late.
    case inTime(TimeLimit.ID)
    case consulted(ConsultationRule.ID, ConsultationResult)
    case outcome(Outcome.ID)
    case settled(DebtRule.ID)
    /// Such a deadline runs, in time or overdue.
    case running(TimeLimit.ID)
    /// Such a document was handed in, with this act or before.
    case handedIn(DocumentKind.ID)
    case all([Condition])
    case any([Condition])
    case not(Condition)
}

extension Condition {
    /// The conditions inside this one, itself included.
    public var flattened: [Condition] {
        switch self {
        case .all(let parts), .any(let parts): [self] + parts.flatMap(\.flattened)
        case .not(let part): [self] + part.flattened
        case .compare, .oneOf, .relate, .isSet, .done, .doneSince, .doneWithin, .lapsed, .inTime,
            .consulted, .outcome, .settled, .running, .handedIn:
            [self]
        }
    }

    /// The fields that it reads.
    public var fields: [Field.ID] {
        flattened.flatMap { part -> [Field.ID] in
            switch part {
            case .compare(let field, _, _), .oneOf(let field, _), .isSet(let field),
                .doneWithin(_, _, let field):
                [field]
            case .relate(let left, _, let right): [left.field, right.field].compactMap { $0 }
            case .done, .doneSince, .lapsed, .inTime, .consulted, .outcome, .settled, .running,
                .handedIn, .all, .any, .not:
                []
            }
        }
    }
}
