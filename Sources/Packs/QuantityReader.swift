import Law

/// Reads what a rule compares: a literal, or a quantity in braces.
struct QuantityReader {
    let fields: Catalogue<Field>
    let parameters: Catalogue<Parameter>
    let references: References

    /// What kind of value a quantity has, as far as comparing goes.
    enum Kind: Equatable {
        case number, money, day, flag, organ, person, length, text
        case choice([String])

        init(_ kind: Field.Kind) {
            switch kind {
            case .text, .longText: self = .text
            case .number: self = .number
            case .money: self = .money
            case .day: self = .day
            case .flag: self = .flag
            case .organ: self = .organ
            case .person: self = .person
            case .length: self = .length
            case .choice(let choices): self = .choice(choices.map(\.id.text))
            }
        }

        init?(_ value: Value) {
            switch value {
            case .number: self = .number
            case .money: self = .money
            case .day: self = .day
            case .text, .flag, .choice, .organ, .person, .length, .erased: return nil
            }
        }

        var isOrdered: Bool { self == .number || self == .money || self == .day }
    }

    /// A quantity on the left of a comparison that is not a field: `today` or `times-done`.
    func left(_ block: Block) -> (Quantity, Kind)? {
        if block.has("today") {
            _ = block.flag("today")
            return (.today, .day)
        }
        return block.name("times-done", .step, references).map { (.timesDone($0), .number) }
    }

    /// The quantity in braces on the right of a comparison.
    func right(_ block: Block) -> (Quantity, Kind)? {
        defer { block.finish() }
        if block.has("percent") { return percent(block) }
        if block.has("parameter") {
            guard let id: Parameter.ID = block.name("parameter", .parameter, references) else {
                return nil
            }
            return parameters[id]?.choices.last.flatMap { Kind($0.value) }.map {
                (.parameter(id), $0)
            }
        }
        if block.has("due") {
            return block.name("due", .deadline, references).map { (.due($0), .day) }
        }
        guard let field = field("field", block) else { return nil }
        if block.has("plus") || block.has("minus") { return moved(field, block) }
        return (.field(field.id), Kind(field.kind))
    }

    private func percent(_ block: Block) -> (Quantity, Kind)? {
        guard let percent = block.positive("percent"), let field = field("of", block) else {
            return nil
        }
        guard field.kind == .number || field.kind == .money, percent <= 100_000 else {
            block.report(
                "percent", "a percentage is at most 100000, and of a number or money field")
            return nil
        }
        return (.percent(percent, of: field.id), Kind(field.kind))
    }

    private func moved(_ field: Field, _ block: Block) -> (Quantity, Kind)? {
        if field.kind != .day { block.report("field", "field '\(field.id)' is not a day") }
        if block.has("plus") {
            return block.required("plus", block.length).map { (.later(field.id, by: $0), .day) }
        }
        return block.required("minus", block.length).map { (.earlier(field.id, by: $0), .day) }
    }

    /// A field that a rule reads; it may not be personal, for the rule must outlive its erasure.
    func field(_ key: String, _ block: Block) -> Field? {
        guard let id: Field.ID = block.name(key, .field, references), let field = fields[id] else {
            return nil
        }
        if field.personal {
            block.report(key, "field '\(id)' is personal; no rule or figure may depend on it")
        }
        return field
    }
}
