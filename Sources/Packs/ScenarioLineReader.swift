import Engine
import Law

/// Reads the lines of a story that happen under one procedure, whose names they use.
struct ScenarioLineReader {
    /// The procedure, as far as its names are known.
    let procedure: Procedure?
    let references: References

    func read(_ block: Block) -> Scenario.Line? {
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
            due: due(block), upshot: upshot(block, of: deed),
            refused: block.optionalText("refused").map { code($0, block) })
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
        let code = Refusal.Code(text)
        guard let procedure else { return code }
        let declared = procedure.steps.flatMap(\.requirements).map(\.code)
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
            block.findings.report(block.place, "the line does not say when: day or at")
        }
        return block.day("day").map { (Moment($0, hour: 9), false) }
    }
}

// MARK: - What is expected after the line

extension ScenarioLineReader {
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
            block.findings.report(place, "'\(value)' is neither a day nor a moment")
            return nil
        }
    }

    private func upshot(_ block: Block, of deed: Scenario.Deed) -> Scenario.Upshot {
        if deed.step == nil || block.has("refused") {
            let told = ["issues", "remedies", "shows", "meets"].first(where: block.has)
            if let told { block.report(told, "'\(told)' comes only of a step that is taken") }
        }
        return Scenario.Upshot(
            place: block.place,
            issues: block.has("issues") ? block.names("issues", .notice, references) : nil,
            remedies: block.has("remedies") ? block.pairs("remedies").compactMap(remedy) : nil,
            shows: block.pairs("shows").map { key, value, place in
                references.use(.field, key, at: place)
                return Scenario.Upshot.Shown(field: Field.ID(key), text: value)
            },
            meets: block.has("meets") ? block.names("meets", .deadline, references) : nil)
    }

    private func remedy(
        _ key: String, _ value: String, _ place: Place
    ) -> Scenario.Upshot.Told? {
        references.use(.remedy, key, at: place)
        if value == "untimed" { return Scenario.Upshot.Told(remedy: Remedy.ID(key), within: nil) }
        do {
            return Scenario.Upshot.Told(
                remedy: Remedy.ID(key), within: try Length(parsing: value))
        } catch {
            references.findings.report(place, "\(error), or 'untimed'")
            return nil
        }
    }
}

// MARK: - Deeds

extension ScenarioLineReader {
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
        return .act(
            Scenario.Told(
                step: step, approvedBy: speakers("approved-by", block).first,
                outcome: block.optionalName("outcome", .outcome, references),
                with: stated(block), documents: block.names("documents", .document, references),
                asks: speakers("asks", block)))
    }

    /// What an act states: all of `with` but the fields named in `without`.
    private func stated(_ block: Block) -> [String: String] {
        let with = block.pairs("with")
        for entry in with { references.use(.field, entry.key, at: entry.place) }
        var stated = Dictionary(with.map { ($0.key, $0.value) }) { first, _ in first }
        for (field, place) in block.texts("without") where stated.removeValue(forKey: field) == nil
        {
            block.findings.report(place, "'with' does not state '\(field)'")
        }
        return stated
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
        block.findings.report(
            block.place,
            "the line does nothing: write does, answers, adds, removes, passes, delegates, sends-back, urges or withdraws"
        )
        return nil
    }
}
