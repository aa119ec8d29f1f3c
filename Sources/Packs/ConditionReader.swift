import Law

/// Reads conditions, the closed set of what a rule may ask.
struct ConditionReader {
    let fields: Catalogue<Field>
    var parameters = Catalogue<Parameter>([])
    let references: References

    func read(_ block: Block) -> Condition? {
        defer { block.finish() }
        if block.has("field") { return comparison(block) }
        if block.has("today") || block.has("times-done") { return relation(block) }
        if block.has("set") { return field("set", block).map { .isSet($0.id) } }
        if block.has("done") { return done(block) }
        if block.has("lapsed") {
            return block.name("lapsed", .deadline, references).map { .lapsed($0) }
        }
        if block.has("in-time") {
            return block.name("in-time", .deadline, references).map { .inTime($0) }
        }
        if block.has("outcome") {
            return block.name("outcome", .outcome, references).map { .outcome($0) }
        }
        if block.has("settled") {
            return block.name("settled", .debt, references).map { .settled($0) }
        }
        if block.has("running") {
            return block.name("running", .deadline, references).map { .running($0) }
        }
        if block.has("document") {
            return block.name("document", .document, references).map { .handedIn($0) }
        }
        if block.has("consulted") { return consulted(block) }
        if block.has("all") { return .all(parts("all", block)) }
        if block.has("any") { return .any(parts("any", block)) }
        if block.has("not") { return block.block("not").flatMap(read).map { .not($0) } }
        block.findings.report(
            block.place,
            "not a condition; write field, today, times-done, set, done, lapsed, in-time, running, consulted, outcome, settled, document, all, any or not"
        )
        return nil
    }

    private func parts(_ key: String, _ block: Block) -> [Condition] {
        let parts = block.blocks(key)
        if parts.isEmpty { block.report(key, "'\(key)' needs conditions") }
        return parts.compactMap(read)
    }

    private func comparison(_ block: Block) -> Condition? {
        guard let field = field("field", block) else { return nil }
        if block.has("one-of") {
            let values = block.texts("one-of").compactMap {
                value($0.text, of: field, at: $0.place, block)
            }
            return .oneOf(field.id, values)
        }
        guard let used = comparison(in: block, of: "field") else { return nil }
        if block.isMapping(used.rawValue) {
            return relation((.field(field.id), QuantityReader.Kind(field.kind)), used, block)
        }
        guard let text = block.text(used.rawValue),
            let value = value(text, of: field, at: block.place(of: used.rawValue), block)
        else { return nil }
        if ![.equals, .differs].contains(used), value.isLess(than: value) == nil {
            block.report(used.rawValue, "values of field '\(field.id)' have no order")
        }
        return .compare(field.id, used, value)
    }

    /// The one comparison that a block makes.
    private func comparison(in block: Block, of key: String) -> Condition.Comparison? {
        let used = Condition.Comparison.allCases.filter { block.has($0.rawValue) }
        if used.count == 1 { return used[0] }
        block.report(key, "one comparison: is, is-not, one-of, at-most, at-least, below or above")
        return nil
    }

    private var quantities: QuantityReader {
        QuantityReader(fields: fields, parameters: parameters, references: references)
    }

    /// A comparison whose left side is no field.
    private func relation(_ block: Block) -> Condition? {
        guard let left = quantities.left(block),
            let used = comparison(in: block, of: block.has("today") ? "today" : "times-done")
        else { return nil }
        if block.isMapping(used.rawValue) { return relation(left, used, block) }
        guard let text = block.text(used.rawValue) else { return nil }
        let value =
            left.1 == .day ? Day(iso: text).map(Value.day) : Int(text).map(Value.number)
        guard let value else {
            block.report(
                used.rawValue, "'\(text)' is not a \(left.1 == .day ? "day" : "whole number")")
            return nil
        }
        return .relate(left.0, used, .literal(value))
    }

    private func relation(
        _ left: (Quantity, QuantityReader.Kind), _ used: Condition.Comparison, _ block: Block
    ) -> Condition? {
        guard let inner = block.block(used.rawValue), let right = quantities.right(inner) else {
            return nil
        }
        if left.1 != right.1 {
            block.report(used.rawValue, "the two sides are not of one kind and cannot be compared")
        } else if ![.equals, .differs].contains(used), !left.1.isOrdered {
            block.report(used.rawValue, "such values have no order: write is or is-not")
        }
        return .relate(left.0, used, right.0)
    }

    private func done(_ block: Block) -> Condition? {
        guard let step: Step.ID = block.name("done", .step, references) else { return nil }
        if block.has("since") {
            let others: [Step.ID] = block.names("since", .step, references)
            if others.isEmpty { block.report("since", "'since' names no step") }
            return .doneSince(step, others)
        }
        guard block.has("within") || block.has("of") else { return .done(step) }
        guard let length = block.required("within", block.length), let field = field("of", block)
        else { return nil }
        if field.kind != .day { block.report("of", "field '\(field.id)' is not a day") }
        return .doneWithin(step, length, of: field.id)
    }

    private func consulted(_ block: Block) -> Condition? {
        guard
            let rule: ConsultationRule.ID = block.name("consulted", .consultation, references),
            let result = block.choice("result", of: ConsultationResult.self)
        else { return nil }
        return .consulted(rule, result)
    }

    private func field(_ key: String, _ block: Block) -> Field? { quantities.field(key, block) }

    private func value(_ text: String, of field: Field, at place: Place, _ block: Block) -> Value? {
        let value = field.value(parsing: text)
        if value == nil {
            block.findings.report(place, "'\(text)' cannot stand in field '\(field.id)'")
        }
        return value
    }
}
