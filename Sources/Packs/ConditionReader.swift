import Law

/// Reads conditions, the closed set of what a rule may ask.
struct ConditionReader {
    let fields: Catalogue<Field>
    let references: References

    func read(_ block: Block) -> Condition? {
        defer { block.finish() }
        if block.has("field") { return comparison(block) }
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
        if block.has("consulted") { return consulted(block) }
        if block.has("all") { return .all(parts("all", block)) }
        if block.has("any") { return .any(parts("any", block)) }
        if block.has("not") { return block.block("not").flatMap(read).map { .not($0) } }
        block.findings.report(
            block.place,
            "not a condition; write field, set, done, lapsed, in-time, consulted, outcome, settled, all, any or not"
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
        let used = Condition.Comparison.allCases.filter { block.has($0.rawValue) }
        guard used.count == 1, let text = block.text(used[0].rawValue),
            let value = value(text, of: field, at: block.place(of: used[0].rawValue), block)
        else {
            if used.count != 1 {
                block.report(
                    "field", "one comparison: is, is-not, one-of, at-most, at-least, below or above"
                )
            }
            return nil
        }
        if ![.equals, .differs].contains(used[0]), value.isLess(than: value) == nil {
            block.report(used[0].rawValue, "values of field '\(field.id)' have no order")
        }
        return .compare(field.id, used[0], value)
    }

    private func done(_ block: Block) -> Condition? {
        guard let step: Step.ID = block.name("done", .step, references) else { return nil }
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

    /// A field that a rule reads; it may not be personal, for the rule must outlive its erasure.
    private func field(_ key: String, _ block: Block) -> Field? {
        guard let id: Field.ID = block.name(key, .field, references), let field = fields[id] else {
            return nil
        }
        if field.personal {
            block.report(key, "field '\(id)' is personal; no rule or figure may depend on it")
        }
        return field
    }

    private func value(_ text: String, of field: Field, at place: Place, _ block: Block) -> Value? {
        let value = field.value(parsing: text)
        if value == nil {
            block.findings.report(place, "'\(text)' cannot stand in field '\(field.id)'")
        }
        return value
    }
}
