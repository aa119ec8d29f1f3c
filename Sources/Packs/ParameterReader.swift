import Law

/// Reads the parameters of a procedure: values that no article fixes for all.
struct ParameterReader {
    let fields: Catalogue<Field>
    let references: References

    func read(_ block: Block) -> Parameter? {
        defer { block.finish() }
        guard let id: Parameter.ID = block.declaration("parameter", .parameter, references),
            let title = block.title("title")
        else { return nil }
        let choices = block.blocks("values").compactMap(choice)
        if choices.isEmpty { block.report("values", "parameter '\(id)' has no values") }
        if let last = choices.last, last.when != nil || last.inForce != nil {
            block.report(
                "values", "the last value holds always: it has neither 'when' nor 'in-force'")
        }
        let kinds = choices.compactMap { QuantityReader.Kind($0.value) }
        if let first = kinds.first, kinds.contains(where: { $0 != first }) {
            block.report("values", "the values of parameter '\(id)' are not of one kind")
        }
        return Parameter(
            id: id, title: title, choices: choices,
            basis: block.basis(references, for: "parameter '\(id)'"))
    }

    private func choice(_ block: Block) -> Parameter.Choice? {
        defer { block.finish() }
        let conditions = ConditionReader(fields: fields, references: references)
        let when = block.optionalBlock("when").flatMap(conditions.read)
        let inForce = block.has("in-force") ? block.validity("in-force") : absent(block)
        guard let text = block.text("is") else { return nil }
        let value =
            Money(parsing: text).map(Value.money) ?? Day(iso: text).map(Value.day)
            ?? Int(text).map(Value.number)
        guard let value else {
            block.report("is", "'\(text)' is neither money, nor a day, nor a whole number")
            return nil
        }
        return Parameter.Choice(value: value, when: when, inForce: inForce)
    }

    private func absent(_ block: Block) -> Validity? {
        _ = block.optionalText("in-force")
        return nil
    }
}
