import Engine
import Law

/// Reads one scenario file; a story told for several values becomes several scenarios.
struct ScenarioReader {
    let name: String
    let file: String
    let text: String
    let procedure: Procedure
    /// The figures that are shares of others, which one story does not show.
    let ratios: Set<String>
    let references: References
    let findings: Findings

    func read() -> [Scenario] {
        guard let block = document([:]) else { return [] }
        guard block.has("each"), let each = block.optionalBlock("each") else {
            return [scenario(block, named: name)].compactMap { $0 }
        }
        guard let variable = each.keys.first, each.keys.count == 1 else {
            block.report("each", "write one name and its values")
            return []
        }
        return each.texts(variable).compactMap { value, _ in
            document([variable: value]).flatMap { scenario($0, named: "\(name)（\(value)）") }
        }
    }

    private func document(_ variables: [String: String]) -> Block? {
        Block.document(text, file: file, findings: findings, variables: variables)
    }

    private func scenario(_ block: Block, named name: String) -> Scenario? {
        defer { block.finish() }
        _ = block.optionalBlock("each")
        let proves = block.texts("proves").map { text, place in
            references.use(.provision, text, at: place)
            return Basis(text)
        }
        if proves.isEmpty {
            findings.report(block.place, "the scenario does not say what it proves")
        }
        guard let title = block.title("scenario"), let ends = block.block("ends").map(ending) else {
            return nil
        }
        return Scenario(
            name: name, place: block.place, title: title, proves: proves,
            organ: Organ.ID(block.optionalText("organ") ?? "haidian-government"),
            people: people(block),
            startsUnder: block.optionalText("starts-under").map { Procedure.ID($0) },
            lines: block.blocks("story").compactMap(line), ends: ends)
    }

    private func people(_ block: Block) -> [String: Scenario.Exception] {
        guard let all = block.optionalBlock("people") else { return [:] }
        defer { all.finish() }
        var people: [String: Scenario.Exception] = [:]
        for key in all.keys {
            guard let one = all.optionalBlock(key) else { continue }
            defer { one.finish() }
            let speaker = Scenario.Speaker(key)
            references.use(.role, speaker.role.text, at: one.place)
            var certificate: Scenario.Exception.Certificate?
            if let word = one.optionalText("certificate") {
                if word != "none" { one.report("certificate", "write none") }
                certificate = .missing
            }
            if let day = one.day("certificate-until") {
                if certificate != nil {
                    one.report(
                        "certificate-until", "write certificate or certificate-until, not both")
                }
                certificate = .until(day)
            }
            people[speaker.name] = Scenario.Exception(
                organ: one.optionalText("organ").map { Organ.ID($0) }, certificate: certificate)
        }
        return people
    }

    private func ending(_ block: Block) -> Scenario.Ending {
        defer { block.finish() }
        let overdue: [TimeLimit.ID] = block.names("overdue", .deadline, references)
        return Scenario.Ending(
            place: block.place, stage: block.optionalName("stage", .stage, references),
            outcome: block.optionalName("outcome", .outcome, references),
            overdue: block.has("overdue") ? overdue : nil,
            unpaid: block.pairs("unpaid").compactMap { key, value, place in
                references.use(.debt, key, at: place)
                guard let money = Money(parsing: value) else {
                    findings.report(place, "'\(value)' is not money")
                    return nil
                }
                return (DebtRule.ID(key), money)
            },
            figures: block.pairs("figures").compactMap { key, value, place in
                references.use(.indicator, key, at: place)
                if ratios.contains(key) {
                    findings.report(
                        place, "figure '\(key)' is a ratio; expect the figures it is made of")
                }
                guard let number = Int(value) ?? Money(parsing: value)?.fen else {
                    findings.report(place, "'\(value)' is neither a whole number nor money")
                    return nil
                }
                return (key, number)
            }, number: block.optionalText("number"))
    }
}

// MARK: - Lines

extension ScenarioReader {
    private func line(_ block: Block) -> Scenario.Line? {
        defer { block.finish() }
        let by = speakers("by", block)
        guard let (moment, namesHour) = moment(block), let deed = deed(block, by) else {
            return nil
        }
        if by.first?.role == Role.law, block.has("refused") {
            block.report("refused", "what the law does by itself is never refused")
        }
        return Scenario.Line(
            place: block.place, moment: moment, namesHour: namesHour, by: by, deed: deed,
            due: due(block), refused: block.optionalText("refused").map { code($0, block) })
    }

    /// People by role; the role must exist.
    private func speakers(_ key: String, _ block: Block) -> [Scenario.Speaker] {
        block.texts(key).map { text, place in
            let speaker = Scenario.Speaker(text)
            references.use(.role, speaker.role.text, at: place)
            return speaker
        }
    }

    private func code(_ text: String, _ block: Block) -> Refusal.Code {
        let declared = procedure.steps.flatMap(\.requirements).map(\.code)
        let code = Refusal.Code(text)
        if !Refusal.Code.ofTheEngine.contains(code), !declared.contains(text),
            !references.hasUnreadRequirement
        {
            block.report("refused", "nothing is ever refused with code '\(text)'")
        }
        return code
    }

    private func moment(_ block: Block) -> (Moment, Bool)? {
        if block.has("at") {
            guard let text = block.text("at") else { return nil }
            guard let moment = Moment(text) else {
                block.report("at", "'\(text)' is not a moment such as 2024-03-01 09:30")
                return nil
            }
            return (moment, true)
        }
        if !block.has("day") {
            findings.report(block.place, "the line does not say when: day or at")
        }
        return block.day("day").map { (Moment($0, hour: 9), false) }
    }

    private func due(_ block: Block) -> [Scenario.Expected] {
        block.pairs("due").compactMap { key, value, place in
            let isConsultation = references.isDeclared(.consultation, key)
            references.use(isConsultation ? .consultation : .deadline, key, at: place)
            if let day = Day(iso: value) {
                return Scenario.Expected(name: key, day: day, moment: nil, place: place)
            }
            if let moment = Moment(value) {
                return Scenario.Expected(name: key, day: moment.day, moment: moment, place: place)
            }
            findings.report(place, "'\(value)' is neither a day nor a moment")
            return nil
        }
    }

    private func deed(_ block: Block, _ by: [Scenario.Speaker]) -> Scenario.Deed? {
        let isLaw = by.first?.role == Role.law
        if isLaw, block.has("passes-over") {
            _ = block.flag("passes-over")
            return .passing
        }
        if isLaw, block.has("silence") {
            return block.name("silence", .consultation, references).map { .silence($0) }
        }
        guard block.has("does") else { return move(block, by.first?.id ?? Person.ID("")) }
        guard let step: Step.ID = block.name("does", .step, references) else { return nil }
        guard !isLaw else { return .law(step) }
        let with = block.pairs("with")
        for entry in with { references.use(.field, entry.key, at: entry.place) }
        return .act(
            Scenario.Told(
                step: step, approvedBy: speakers("approved-by", block).first,
                outcome: block.optionalName("outcome", .outcome, references),
                with: Dictionary(with.map { ($0.key, $0.value) }) { first, _ in first },
                documents: block.names("documents", .document, references),
                asks: speakers("asks", block)))
    }

    private func move(_ block: Block, _ me: Person.ID) -> Scenario.Deed? {
        let other = { (key: String) in
            self.speakers(key, block).first?.id ?? Person.ID("")
        }
        let make = { (key: String, move: ConsultationMove) -> Scenario.Deed? in
            block.name(key, .consultation, self.references).map { .move($0, move) }
        }
        if block.has("answers") {
            guard let opinion = block.choice("opinion", of: Consultation.Opinion.self) else {
                return nil
            }
            return make("answers", .answer(opinion, by: me))
        }
        if block.has("adds") { return make("to", .add(other("adds"))) }
        if block.has("removes") { return make("from", .remove(other("removes"))) }
        if block.has("passes") { return make("passes", .pass(from: me, to: other("to"))) }
        if block.has("delegates") { return make("delegates", .delegate(from: me, to: other("to"))) }
        if block.has("urges") { return make("urges", .urge) }
        if block.has("withdraws") { return make("withdraws", .withdraw) }
        if block.has("sends-back") {
            guard let stage: Stage.ID = block.name("to", .stage, references) else { return nil }
            return make("sends-back", .sendBack(by: me, to: stage))
        }
        findings.report(
            block.place,
            "the line does nothing: write does, answers, adds, removes, passes, delegates, sends-back, urges or withdraws"
        )
        return nil
    }
}
