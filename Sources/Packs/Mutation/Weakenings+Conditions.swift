import Law

extension Condition {
    /// The condition with one number by one, one value of a list less, one alternative or one condition less.
    var variants: [Variant<Condition>] {
        switch self {
        case .all(let parts): Self.variants(of: parts, "all") { .all($0) }
        case .any(let parts): Self.variants(of: parts, "any") { .any($0) }
        case .not(let part):
            part.variants.map {
                Variant(whole: .not($0.whole), words: $0.words, way: [.key("not")] + $0.way)
            }
        case .compare, .oneOf, .relate, .isSet, .done, .doneSince, .doneWithin, .lapsed, .inTime,
            .consulted, .outcome, .settled, .running, .handedIn:
            neighbours.map { .becoming($0, instead: self) { $0.text } }
        }
    }

    private static func variants(
        of parts: [Condition], _ key: String, _ join: ([Condition]) -> Condition
    ) -> [Variant<Condition>] {
        parts.indices.flatMap { index -> [Variant<Condition>] in
            let way: [Turn] = [.key(key), .item(index)]
            var rest = parts
            let part = rest.remove(at: index)
            let shorter = Variant(
                whole: join(rest), words: "\(key) without \(part.text)", way: way)
            let others = part.variants.map { variant in
                var parts = parts
                parts[index] = variant.whole
                return Variant(whole: join(parts), words: variant.words, way: way + variant.way)
            }
            return (rest.isEmpty ? [] : [shorter]) + others
        }
    }

    /// What differs by one from a condition that is not joined of others.
    private var neighbours: [Condition] {
        switch self {
        case .compare(let field, let comparison, let value):
            value.neighbours.map { .compare(field, comparison, $0) }
        case .relate(let left, let comparison, let right):
            left.neighbours.map { .relate($0, comparison, right) }
                + right.neighbours.map { .relate(left, comparison, $0) }
        case .oneOf(let field, let values):
            values.count < 2 ? [] : values.withoutOne.map { .oneOf(field, $0) }
        case .doneSince(let step, let others):
            others.withoutOne.map { $0.isEmpty ? .done(step) : .doneSince(step, $0) }
        case .doneWithin(let step, let length, let field):
            length.variants.map { .doneWithin(step, $0.whole, of: field) }
        case .isSet, .done, .lapsed, .inTime, .consulted, .outcome, .settled, .running, .handedIn:
            []
        case .all, .any, .not: []
        }
    }
}

extension Array {
    /// The list without each of its items in turn.
    var withoutOne: [[Element]] {
        indices.map { index in
            var rest = self
            rest.remove(at: index)
            return rest
        }
    }
}
