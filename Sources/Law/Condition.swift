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
    case isSet(Field.ID)
    case done(Step.ID)
    /// The step was done within a length of time after the day in a field.
    case doneWithin(Step.ID, Length, of: Field.ID)
    case lapsed(TimeLimit.ID)
    /// The deadline was met, and not late.
    case inTime(TimeLimit.ID)
    case consulted(ConsultationRule.ID, ConsultationResult)
    case outcome(Outcome.ID)
    case settled(DebtRule.ID)
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
        case .compare, .oneOf, .isSet, .done, .doneWithin, .lapsed, .inTime, .consulted, .outcome,
            .settled:
            [self]
        }
    }

    /// The fields that it reads.
    public var fields: [Field.ID] {
        flattened.compactMap { part in
            switch part {
            case .compare(let field, _, _), .oneOf(let field, _), .isSet(let field),
                .doneWithin(_, _, let field):
                field
            case .done, .lapsed, .inTime, .consulted, .outcome, .settled, .all, .any, .not: nil
            }
        }
    }
}
