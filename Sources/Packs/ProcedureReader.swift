import Law

/// Reads `procedure.yaml`.
struct ProcedureReader {
    let block: Block
    let source: PackSource
    let forms: (forms: Catalogue<Form>, fields: Catalogue<Field>)
    let law: (instruments: Catalogue<Instrument>, provisions: Catalogue<Provision>)
    let notices: [NoticeText]
    let references: References

    func read() -> Procedure? {
        defer { block.finish() }
        let parameters = Catalogue(
            block.blocks("parameters").compactMap(
                ParameterReader(fields: forms.fields, references: references).read))
        let conditions = ConditionReader(
            fields: forms.fields, parameters: parameters, references: references)
        let steps = StepReader(conditions: conditions, references: references)
        let deadlines = DeadlineReader(conditions: conditions, references: references)
        let effects = EffectReader(
            fields: forms.fields, parameters: parameters, references: references)
        let id = block.text("procedure")
        let matter = block.text("matter")
        if let matter { references.check(matter, at: block.place(of: "matter")) }
        if let id, id != source.name {
            block.report("procedure", "the folder is named '\(source.name)'")
        }
        let title = block.title("title")
        let plain = block.optionalTitle("plain")
        let askedAs = block.optionalBlock("asked-as").map(askedAs) ?? Procedure.AskedAs()
        let inForce = block.validity("in-force")
        let numbering = block.optionalBlock("number").flatMap(numbering)
        let confidentiality = block.optionalBlock("confidential").flatMap(confidentiality)
        let roles = block.blocks("roles").compactMap(role)
        let stages = block.blocks("stages").compactMap(stage)
        let documents = block.blocks("documents").compactMap(document)
        let parts = Parts(
            steps: block.blocks("steps").compactMap(steps.read),
            limits: block.blocks("deadlines").compactMap(deadlines.read),
            consultations: block.blocks("consultations").compactMap(effects.consultation),
            publications: block.blocks("publications").compactMap(effects.publication),
            debts: block.blocks("debts").compactMap(effects.debt),
            remedies: block.blocks("remedies").compactMap(effects.remedy),
            outcomes: block.blocks("outcomes").compactMap(effects.outcome),
            passing: block.blocks("passing").compactMap(effects.passing))
        guard let id, let matter, let title, let inForce else { return nil }
        return Procedure(
            id: Procedure.ID(id), matter: Procedure.Matter.ID(matter), title: title, plain: plain,
            askedAs: askedAs, inForce: inForce, numbering: numbering,
            confidentiality: confidentiality,
            roles: Catalogue(roles),
            stages: Catalogue(stages), steps: Catalogue(parts.steps),
            timeLimits: Catalogue(parts.limits), consultations: Catalogue(parts.consultations),
            publications: Catalogue(parts.publications), debts: Catalogue(parts.debts),
            outcomes: Catalogue(parts.outcomes), remedies: Catalogue(parts.remedies),
            parameters: parameters, passing: parts.passing, fields: forms.fields,
            forms: forms.forms,
            notices: Catalogue(notices), documents: Catalogue(documents),
            instruments: law.instruments, provisions: law.provisions)
    }

    private struct Parts {
        let steps: [Step]
        let limits: [TimeLimit]
        let consultations: [ConsultationRule]
        let publications: [PublicationRule]
        let debts: [DebtRule]
        let remedies: [Remedy]
        let outcomes: [Outcome]
        let passing: [Procedure.Passing]
    }

    private func numbering(_ block: Block) -> Procedure.Numbering? {
        defer { block.finish() }
        let at: [Step.ID] = block.names("at", .step, references)
        if at.isEmpty {
            block.findings.report(block.place, "the numbering does not say 'at' which step")
        }
        guard let pattern = block.text("as") else { return nil }
        if !pattern.contains("{year}") || !pattern.contains("{n}") {
            block.report("as", "a number holds {year} and {n}")
        }
        if pattern.contains("{mark}"), !pattern.hasPrefix("{mark}〔") {
            block.report("as", "a number begins with {mark}〔, or has no mark")
        }
        let mark = block.optionalText("mark")
        if let mark { references.check(mark, at: block.place(of: "mark")) }
        return Procedure.Numbering(at: at, pattern: pattern, mark: mark)
    }

    private func askedAs(_ block: Block) -> Procedure.AskedAs {
        defer { block.finish() }
        return Procedure.AskedAs(
            chinese: block.texts("zh-Hans").map(\.text), english: block.texts("en").map(\.text))
    }

    private func confidentiality(_ block: Block) -> Procedure.Confidentiality? {
        defer { block.finish() }
        guard let say = block.title("say") else { return nil }
        return Procedure.Confidentiality(
            say: say, basis: block.basis(references, for: "confidentiality"))
    }

    private func role(_ block: Block) -> Role? {
        defer { block.finish() }
        guard let id: Role.ID = block.declaration("role", .role, references),
            let title = block.title("title"), let kind = block.choice("kind", of: Role.Kind.self)
        else { return nil }
        let of: Role.Affiliation
        switch block.optionalText("of") {
        case nil: of = kind == .officer ? .handling : .any
        case "handling": of = .handling
        case "any": of = .any
        case let field?:
            references.use(.field, field, at: block.place(of: "of"))
            of = .field(Field.ID(field))
        }
        return Role(id: id, title: title, kind: kind, of: of)
    }

    private func stage(_ block: Block) -> Stage? {
        defer { block.finish() }
        guard let id: Stage.ID = block.declaration("stage", .stage, references),
            let title = block.title("title")
        else { return nil }
        return Stage(
            id: id, title: title, isFinal: block.flag("final"),
            noDeadline: block.optionalTitle("no-deadline"))
    }

    private func document(_ block: Block) -> DocumentKind? {
        defer { block.finish() }
        guard let id: DocumentKind.ID = block.declaration("document", .document, references),
            let title = block.title("title")
        else { return nil }
        return DocumentKind(id: id, title: title)
    }
}
