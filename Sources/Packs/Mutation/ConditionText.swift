import Law

extension Condition {
    /// The condition as a pack writes it: `{field: size, at-most: 20}`.
    var text: String {
        switch self {
        case .compare(let field, let comparison, let value):
            "{field: \(field), \(comparison.rawValue): \(value)}"
        case .oneOf(let field, let values): "{field: \(field), one-of: \(values.list)}"
        case .relate(let left, let comparison, let right):
            "{\(left.leftSide), \(comparison.rawValue): \(right.rightSide)}"
        case .isSet(let field): "{set: \(field)}"
        case .done(let step): "{done: \(step)}"
        case .doneSince(let step, let others): "{done: \(step), since: \(others.list)}"
        case .doneWithin(let step, let length, let field):
            "{done: \(step), within: \(length), of: \(field)}"
        case .lapsed(let limit): "{lapsed: \(limit)}"
        case .inTime(let limit): "{in-time: \(limit)}"
        case .consulted(let rule, let result): "{consulted: \(rule), result: \(result.rawValue)}"
        case .outcome(let outcome): "{outcome: \(outcome)}"
        case .settled(let debt): "{settled: \(debt)}"
        case .running(let limit): "{running: \(limit)}"
        case .handedIn(let document): "{document: \(document)}"
        case .all(let parts): "{all: \(parts.map(\.text).list)}"
        case .any(let parts): "{any: \(parts.map(\.text).list)}"
        case .not(let part): "{not: \(part.text)}"
        }
    }
}

extension Quantity {
    fileprivate var leftSide: String {
        switch self {
        case .today: "today: true"
        case .timesDone(let step): "times-done: \(step)"
        case .field, .literal, .percent, .parameter, .due, .later, .earlier: inside
        }
    }

    fileprivate var rightSide: String {
        switch self {
        case .literal(let value): value.description
        case .field, .percent, .parameter, .due, .later, .earlier, .today, .timesDone:
            "{\(inside)}"
        }
    }

    private var inside: String {
        switch self {
        case .literal(let value): value.description
        case .field(let field): "field: \(field)"
        case .percent(let percent, let field): "percent: \(percent), of: \(field)"
        case .parameter(let parameter): "parameter: \(parameter)"
        case .due(let limit): "due: \(limit)"
        case .later(let field, let length): "field: \(field), plus: \(length)"
        case .earlier(let field, let length): "field: \(field), minus: \(length)"
        case .today: "today: true"
        case .timesDone(let step): "times-done: \(step)"
        }
    }
}

extension Array where Element: CustomStringConvertible {
    fileprivate var list: String { "[\(map(\.description).joined(separator: ", "))]" }
}
