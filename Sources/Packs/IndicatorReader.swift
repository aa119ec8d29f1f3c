import Indicators
import Law

/// Reads `indicators.yaml`.
struct IndicatorReader {
    let block: Block
    let procedure: Procedure
    let references: References

    func read() -> [Indicator] {
        defer { block.finish() }
        return block.blocks("indicators").compactMap(indicator)
    }

    private func indicator(_ block: Block) -> Indicator? {
        defer { block.finish() }
        guard let id: Indicator.ID = block.declaration("indicator", .indicator, references),
            let title = block.title("title"), let kind = kind(block)
        else { return nil }
        let conditions = ConditionReader(fields: procedure.fields, references: references)
        let basis = block.texts("basis").map { text, place in
            references.use(.provision, text, at: place)
            return Basis(text)
        }
        return Indicator(
            id: id, title: title, unit: block.optionalText("unit") ?? "", kind: kind,
            condition: block.optionalBlock("where").flatMap(conditions.read),
            within: block.optionalName("within", .indicator, references),
            breakdown: block.texts("by").map(breakdown),
            organ: block.optionalName("organ", .field, references),
            digits: block.number("digits") ?? 1, basis: basis)
    }

    private func breakdown(_ text: String, _ place: Place) -> Indicator.Breakdown {
        guard text != "outcome" else { return .outcome }
        references.use(.field, text, at: place)
        return .field(Field.ID(text))
    }

    private func kind(_ block: Block) -> Indicator.Kind? {
        if block.has("count") { return trigger("count", block).map { .count($0) } }
        if block.has("sum") { return sum(block) }
        if block.has("distinct") { return distinct(block) }
        if let inner = block.optionalBlock("ratio") {
            defer { inner.finish() }
            guard let of: Indicator.ID = inner.name("of", .indicator, references),
                let over: Indicator.ID = inner.name("over", .indicator, references)
            else { return nil }
            return .ratio(of: of, over: over)
        }
        if let inner = block.optionalBlock("stock") {
            defer { inner.finish() }
            guard let into: Indicator.ID = inner.name("in", .indicator, references),
                let out: Indicator.ID = inner.name("out", .indicator, references)
            else { return nil }
            return .stock(in: into, out: out)
        }
        block.findings.report(block.place, "write count, sum, distinct, ratio or stock")
        return nil
    }

    private func sum(_ block: Block) -> Indicator.Kind? {
        guard let inner = block.block("sum"), let trigger = trigger("at", block) else { return nil }
        defer { inner.finish() }
        guard let field: Field.ID = inner.name("field", .field, references) else { return nil }
        return .sum(field, minus: inner.optionalName("minus", .field, references), at: trigger)
    }

    private func distinct(_ block: Block) -> Indicator.Kind? {
        guard let subject = block.text("distinct"), let trigger = trigger("at", block) else {
            return nil
        }
        guard subject != "officers" else { return .distinct(.officers, at: trigger) }
        references.use(.field, subject, at: block.place(of: "distinct"))
        return .distinct(.field(Field.ID(subject)), at: trigger)
    }

    private func trigger(_ key: String, _ block: Block) -> Indicator.Trigger? {
        guard let inner = block.block(key) else { return nil }
        defer { inner.finish() }
        if inner.has("step") { return .steps(inner.names("step", .step, references)) }
        if inner.has("outcome") { return .outcomes(inner.names("outcome", .outcome, references)) }
        guard inner.has("stage") else {
            inner.findings.report(inner.place, "write step, outcome or stage")
            return nil
        }
        return inner.name("stage", .stage, references).map { .stage($0) }
    }
}
