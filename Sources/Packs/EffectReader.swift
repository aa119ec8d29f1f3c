import Law

/// Reads what a procedure does beyond its stages: consultations, publications, debts, outcomes, remedies, passing.
struct EffectReader {
    let fields: Catalogue<Field>
    var conditions: ConditionReader {
        ConditionReader(fields: fields, parameters: parameters, references: references)
    }
    var parameters = Catalogue<Parameter>([])
    let references: References

    func consultation(_ block: Block) -> ConsultationRule? {
        defer { block.finish() }
        guard
            let id: ConsultationRule.ID = block.declaration(
                "consultation", .consultation, references),
            let title = block.title("title"),
            let askedBy: Step.ID = block.name("asked-by", .step, references),
            let join = block.choice("join", of: Join.self),
            let addressees: Role.ID = block.name("addressees", .role, references)
        else { return nil }
        guard let within = block.required("within", block.length),
            let silence = block.choice("silence", of: Silence.self)
        else { return nil }
        return ConsultationRule(
            id: id, title: title, askedBy: askedBy, join: join, addressees: addressees,
            within: within, silence: silence,
            sendBack: block.names("send-back", .stage, references),
            holds: block.names("holds", .step, references),
            basis: block.basis(references, for: "consultation '\(id)'"))
    }

    func publication(_ block: Block) -> PublicationRule? {
        defer { block.finish() }
        guard
            let id: PublicationRule.ID = block.declaration("publication", .publication, references),
            let title = block.title("title"), let by: Step.ID = block.name("by", .step, references)
        else { return nil }
        let fields = block.blocks("fields")
        if fields.isEmpty {
            block.findings.report(block.place, "publication '\(id)' publishes no field")
        }
        return PublicationRule(
            id: id, title: title, by: by, entries: fields.compactMap(published),
            shownFor: block.length("shown-for"),
            withdrawnBy: block.optionalName("withdrawn-by", .step, references),
            basis: block.basis(references, for: "publication '\(id)'"))
    }

    private func published(_ block: Block) -> PublicationRule.Entry? {
        defer { block.finish() }
        guard let id: Field.ID = block.name("field", .field, references) else { return nil }
        let reason = block.optionalTitle("because")
        guard block.has("mask") else {
            _ = block.optionalText("mask")
            block.findings.report(block.place, "published field '\(id)' has no mask")
            return nil
        }
        guard let mask = block.choice("mask", of: PublicationRule.Mask.self) else { return nil }
        let keptIf = block.optionalBlock("kept-if").flatMap(conditions.read)
        if mask == .keep || keptIf != nil, fields[id]?.personal ?? false, reason == nil {
            block.report("mask", "personal field '\(id)' is published whole: say 'because'")
        }
        return PublicationRule.Entry(field: id, mask: mask, keptIf: keptIf)
    }

    func debt(_ block: Block) -> DebtRule? {
        defer { block.finish() }
        guard let id: DebtRule.ID = block.declaration("debt", .debt, references),
            let title = block.title("title"), let principal = money("principal", block),
            let incurredBy: Step.ID = block.name("incurred-by", .step, references),
            let payable: TimeLimit.ID = block.name("payable", .deadline, references),
            let paidBy: Step.ID = block.name("paid-by", .step, references),
            let amount = money("amount", block)
        else { return nil }
        return DebtRule(
            id: id, title: title, principal: principal, incurredBy: incurredBy, payable: payable,
            paidBy: paidBy, amount: amount,
            surcharge: block.optionalBlock("surcharge").flatMap(surcharge),
            basis: block.basis(references, for: "debt '\(id)'"))
    }

    private func money(_ key: String, _ block: Block) -> Field.ID? {
        guard let id: Field.ID = block.name(key, .field, references) else { return nil }
        if let field = fields[id], field.kind != .money || field.personal {
            block.report(key, "field '\(id)' must be money, and not personal")
        }
        return id
    }

    private func surcharge(_ block: Block) -> DebtRule.Surcharge? {
        defer { block.finish() }
        let percent = block.text("per-day").flatMap { text -> Int? in
            let parts = text.split(separator: " ")
            guard parts.count == 2, parts[1] == "%" else { return nil }
            return Int(parts[0]).flatMap { (1...100).contains($0) ? $0 : nil }
        }
        if percent == nil { block.report("per-day", "write a whole percentage, such as 3 %") }
        if block.text("cap") != "principal" { block.report("cap", "the cap is the principal") }
        let stops = block.blocks("stops").compactMap { stop -> DebtRule.Surcharge.Stop? in
            defer { stop.finish() }
            guard let from: Step.ID = stop.name("from", .step, references),
                let until: Step.ID = stop.name("until", .step, references)
            else { return nil }
            return DebtRule.Surcharge.Stop(from: from, until: until)
        }
        let basis = block.basis(references, for: "surcharge")
        return percent.map { DebtRule.Surcharge(percentPerDay: $0, stops: stops, basis: basis) }
    }

    func remedy(_ block: Block) -> Remedy? {
        defer { block.finish() }
        guard let id: Remedy.ID = block.declaration("remedy", .remedy, references),
            let title = block.title("title")
        else { return nil }
        let after: Remedy.ID? = block.optionalName("after", .remedy, references)
        return Remedy(
            id: id, title: title, within: block.length("within"), inForce: days(block),
            to: block.optionalText("to").map { Procedure.Matter.ID($0) }, after: after,
            basis: block.basis(references, for: "remedy '\(id)'"))
    }

    /// The days of a remedy: from, until, or both.
    private func days(_ block: Block) -> Validity? {
        guard let inner = block.optionalBlock("in-force") else { return nil }
        defer { inner.finish() }
        let from = inner.day("from")
        let until = inner.day("until")
        if from == nil, until == nil { block.report("in-force", "say from, until, or both") }
        if let from, let until, until < from { inner.report("until", "ends before it begins") }
        return Day(year: 1900, month: 1, day: 1).map { Validity(from: from ?? $0, until: until) }
    }

    func outcome(_ block: Block) -> Outcome? {
        defer { block.finish() }
        guard let id: Outcome.ID = block.declaration("outcome", .outcome, references),
            let title = block.title("title")
        else { return nil }
        return Outcome(
            id: id, title: title, burdens: block.flag("burdens"),
            remedies: block.names("remedies", .remedy, references),
            basis: block.basis(references, for: "outcome '\(id)'"))
    }

    func passing(_ block: Block) -> Procedure.Passing? {
        defer { block.finish() }
        guard let from = block.text("from"), let on = block.required("on", block.day),
            let say = block.title("say")
        else { return nil }
        var stages: [Stage.ID: Stage.ID] = [:]
        for (old, new, place) in block.pairs("stages") {
            references.use(.stage, new, at: place)
            stages[Stage.ID(old)] = Stage.ID(new)
        }
        return Procedure.Passing(
            from: Procedure.ID(from), on: on, stages: stages, say: say,
            basis: block.basis(references, for: "passing"))
    }
}
