import Engine
import Law

/// Reads the steps of a procedure.
struct StepReader {
    let conditions: ConditionReader
    let references: References

    func read(_ block: Block) -> Step? {
        defer { block.finish() }
        guard let id: Step.ID = block.declaration("step", .step, references),
            let title = block.title("title")
        else { return nil }
        let by: [Role.ID] = block.names("by", .role, references)
        if by.isEmpty { block.findings.report(block.place, "step '\(id)' does not say by whom") }
        if by.contains(Role.law), by.count > 1 {
            block.report("by", "the law acts alone, or people do")
        }
        return Step(
            id: id, title: title, by: by, place: place(block, id),
            to: block.optionalName("to", .stage, references),
            form: block.optionalName("form", .form, references),
            documents: block.names("documents", .document, references),
            notices: block.names("notice", .notice, references),
            outcomes: block.names("outcome", .outcome, references), people: people(block),
            requirements: block.blocks("requires").compactMap(requirement),
            waits: block.blocks("waits").compactMap(wait), times: block.positive("times"),
            recuses: block.optionalName("recuses", .field, references),
            told: block.optionalBlock("told").flatMap(told),
            undoes: block.names("undoes", .deadline, references),
            basis: block.basis(references, for: "step '\(id)'"))
    }

    private func place(_ block: Block, _ id: Step.ID) -> Step.Place {
        let opens = block.flag("opens")
        let names = block.texts("in")
        if opens {
            if !names.isEmpty { block.report("in", "a step that opens a case file has no 'in'") }
            if !block.has("to") {
                block.findings.report(
                    block.place, "step '\(id)' opens a case file: say 'to' which stage")
            }
            return .opening
        }
        if names.map(\.text) == ["any"] { return .anywhere }
        if names.isEmpty {
            block.findings.report(block.place, "step '\(id)' does not say in which stage")
        }
        for name in names { references.use(.stage, name.text, at: name.place) }
        return .stages(names.map { Stage.ID($0.text) })
    }

    private func people(_ block: Block) -> Step.People {
        var people = Step.People()
        people.atLeast = block.positive("officers") ?? 1
        people.certified = block.flag("certified")
        people.notBy = block.names("not-by", .step, references)
        people.notOf = block.optionalName("not-of", .field, references)
        people.approvedBy = block.optionalName("approved-by", .role, references)
        return people
    }

    private func requirement(_ block: Block) -> Requirement? {
        defer { block.finish() }
        guard let that = block.block("that").flatMap(conditions.read),
            let code = block.text("else"),
            let say = block.title("say")
        else {
            references.hasUnreadRequirement = true
            return nil
        }
        references.check(code, at: block.place(of: "else"))
        if Refusal.Code.ofTheEngine.contains(Refusal.Code(code)) {
            block.report("else", "'\(code)' is a code of the engine; a requirement needs its own")
        }
        return Requirement(
            that: that, code: code, say: say,
            basis: block.basis(references, for: "requirement '\(code)'"))
    }

    private func told(_ block: Block) -> Step.Told? {
        defer { block.finish() }
        guard let by: Step.ID = block.name("by", .step, references) else { return nil }
        let pairs = block.pairs("no-heavier").map { stated, told, place in
            references.use(.field, stated, at: place)
            references.use(.field, told, at: place)
            let kinds = [stated, told].map { conditions.fields[Field.ID($0)]?.kind }
            if let first = kinds[0], let second = kinds[1],
                QuantityReader.Kind(first) != QuantityReader.Kind(second)
            {
                block.findings.report(place, "'\(stated)' and '\(told)' are not of one kind")
            }
            return Step.Told.Pair(stated: Field.ID(stated), told: Field.ID(told))
        }
        if pairs.isEmpty { block.report("no-heavier", "say which field may not go beyond which") }
        return Step.Told(
            by: by, noHeavier: pairs, basis: block.basis(references, for: "'told'"))
    }

    private func wait(_ block: Block) -> Wait? {
        defer { block.finish() }
        guard let after: Step.ID = block.name("after", .step, references),
            let length = block.required("at-least", block.length)
        else { return nil }
        return Wait(
            after: after, atLeast: length,
            basis: block.basis(references, for: "wait after '\(after)'"))
    }
}
