import Law

/// Reads the deadlines of a procedure.
struct DeadlineReader {
    let conditions: ConditionReader
    let references: References

    func read(_ block: Block) -> TimeLimit? {
        defer { block.finish() }
        guard let id: TimeLimit.ID = block.declaration("deadline", .deadline, references),
            let title = block.title("title"), let span = span(block),
            let holder: Role.ID = block.name("holder", .role, references)
        else { return nil }
        let from: [Step.ID] = block.names("from", .step, references)
        if from.isEmpty { block.findings.report(block.place, "deadline '\(id)' never starts") }
        let metBy: [Step.ID] = block.names("met-by", .step, references)
        if metBy.isEmpty { block.findings.report(block.place, "deadline '\(id)' is never met") }
        guard let lapse = lapse(block, id) else { return nil }
        return TimeLimit(
            id: id, title: title, span: span, from: from,
            countedFrom: countedFrom(block),
            when: block.optionalBlock("when").flatMap(conditions.read), metBy: metBy,
            holder: holder, pauses: block.blocks("pauses").compactMap(pause),
            restarts: block.names("restarts", .step, references),
            extensions: block.blocks("extend").compactMap(extend), lapse: lapse,
            posted: posted(block), noUndoing: block.optionalTitle("no-undoing"),
            basis: block.basis(references, for: "deadline '\(id)'"))
    }

    private func countedFrom(_ block: Block) -> TimeLimit.CountedFrom? {
        guard block.isMapping("counted-from") else {
            let steps: [Step.ID] = block.names("counted-from", .step, references)
            return steps.isEmpty ? nil : .steps(steps)
        }
        guard let inner = block.block("counted-from") else { return nil }
        defer { inner.finish() }
        return dayField("field", inner).map { .field($0) }
    }

    private func posted(_ block: Block) -> Field.ID? {
        block.has("posted") ? dayField("posted", block) : absent("posted", block)
    }

    private func dayField(_ key: String, _ block: Block) -> Field.ID? {
        guard let id: Field.ID = block.name(key, .field, references) else { return nil }
        if let field = conditions.fields[id], field.kind != .day || field.personal {
            block.report(key, "field '\(id)' must be a day, and not personal")
        }
        return id
    }

    private func absent<Value>(_ key: String, _ block: Block) -> Value? {
        _ = block.optionalText(key)
        return nil
    }

    private func span(_ block: Block) -> TimeLimit.Span? {
        guard block.isMapping("within") else {
            return block.required("within", block.length).map { .fixed($0) }
        }
        guard let inner = block.block("within") else { return nil }
        defer { inner.finish() }
        if inner.has("set-by") {
            return inner.name("set-by", .field, references).map { .set(by: $0) }
        }
        guard let field: Field.ID = inner.name("field", .field, references),
            let choices = inner.block("is")
        else { return nil }
        defer { choices.finish() }
        var lengths: [String: Length] = [:]
        for choice in choices.keys { lengths[choice] = choices.length(choice) }
        if case .choice(let known) = conditions.fields[field]?.kind {
            for choice in lengths.keys where known[Field.Choice.ID(choice)] == nil {
                choices.report(choice, "'\(choice)' is not a choice of field '\(field)'")
            }
            for choice in known where lengths[choice.id.text] == nil {
                inner.report("is", "says nothing for choice '\(choice.id)' of field '\(field)'")
            }
        }
        return .chosen(by: field, lengths)
    }

    private func lapse(_ block: Block, _ id: TimeLimit.ID) -> TimeLimit.Lapse? {
        guard block.has("lapse") else {
            block.findings.report(
                block.place, "deadline '\(id)' is silent about silence: say 'lapse'")
            return nil
        }
        guard block.isMapping("lapse") else {
            let text = block.text("lapse")
            if text != "overdue" {
                block.report("lapse", "write overdue, {take: step} or {bar: [steps]}")
            }
            return .overdue
        }
        guard let inner = block.block("lapse") else { return nil }
        defer { inner.finish() }
        if inner.has("take") { return inner.name("take", .step, references).map { .take($0) } }
        return .bar(inner.names("bar", .step, references))
    }

    private func pause(_ block: Block) -> TimeLimit.Pause? {
        defer { block.finish() }
        guard let ground = block.title("ground") else { return nil }
        let basis = block.basis(references, for: "pause")
        let when = block.optionalBlock("when").flatMap(conditions.read)
        if block.has("during") {
            return block.name("during", .consultation, references).map {
                TimeLimit.Pause(
                    cause: .consultation($0), ground: ground, when: when, basis: basis)
            }
        }
        let from: [Step.ID] = block.names("from", .step, references)
        let until: [Step.ID] = block.names("until", .step, references)
        if from.isEmpty || until.isEmpty {
            block.findings.report(
                block.place,
                "a pause says from which step until which, or during which consultation")
        }
        return TimeLimit.Pause(
            cause: .between(from: from, until: until), ground: ground, when: when, basis: basis)
    }

    private func extend(_ block: Block) -> TimeLimit.Extension? {
        defer { block.finish() }
        guard let by: Step.ID = block.name("by", .step, references) else { return nil }
        let field: Field.ID? = block.optionalName("field", .field, references)
        let key = field == nil ? "length" : "most"
        guard let most = block.required(key, block.length) else { return nil }
        return TimeLimit.Extension(
            by: by, times: block.positive("times") ?? 1, most: most, field: field,
            basis: block.basis(references, for: "extension"))
    }
}
