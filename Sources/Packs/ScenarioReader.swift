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
    /// The procedures beside the pack, under some of which stories begin.
    let elders: [Procedure.ID: Procedure]

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
        let startsUnder = block.optionalText("starts-under").map { Procedure.ID($0) }
        return Scenario(
            name: name, place: block.place, title: title, proves: proves,
            organ: Organ.ID(block.optionalText("organ") ?? "haidian-government"),
            people: people(block), startsUnder: startsUnder,
            lines: lines(block.blocks("story"), startingUnder: startsUnder), ends: ends)
    }

    /// The lines; those before the passing over use the names of the elder procedure.
    private func lines(_ blocks: [Block], startingUnder elder: Procedure.ID?) -> [Scenario.Line] {
        let here = ScenarioLineReader(procedure: procedure, references: references)
        guard let elder else { return blocks.compactMap(here.read) }
        let passing = blocks.firstIndex { $0.has("passes-over") } ?? blocks.endIndex
        let names = References(of: elders[elder], findings: findings)
        let before = ScenarioLineReader(procedure: elders[elder], references: names)
        let lines = blocks[..<passing].compactMap(before.read)
        // Without the elder the story cannot be told anyway, and says so then.
        if elders[elder] != nil { names.reportDangling() }
        return lines + blocks[passing...].compactMap(here.read)
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
