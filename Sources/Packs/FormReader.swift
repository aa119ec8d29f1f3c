import Law

/// Reads the forms of a pack; a field has one definition, which other forms may repeat by name.
struct FormReader {
    let references: References
    let findings: Findings

    func read(_ blocks: [Block]) -> (forms: Catalogue<Form>, fields: Catalogue<Field>) {
        var fields: [Field] = []
        let forms = blocks.compactMap { block -> Form? in
            defer { block.finish() }
            guard let id: Form.ID = block.declaration("form", .form, references),
                let title = block.title("title")
            else { return nil }
            if !block.place.file.hasSuffix("/\(id).yaml") {
                block.report("form", "form '\(id)' stands in \(id).yaml")
            }
            let entries = block.blocks("fields").compactMap { entry($0, &fields) }
            return Form(id: id, title: title, entries: entries)
        }
        return (Catalogue(forms), Catalogue(fields))
    }

    private func entry(_ block: Block, _ fields: inout [Field]) -> Form.Entry? {
        defer { block.finish() }
        let required = block.flag("required")
        guard block.has("type") else {
            guard let id: Field.ID = block.name("field", .field, references) else { return nil }
            return Form.Entry(field: id, required: required)
        }
        guard let id: Field.ID = block.declaration("field", .field, references),
            let title = block.title("title"), let kind = kind(block)
        else { return nil }
        let personal = block.flag("personal")
        fields.append(Field(id: id, title: title, kind: kind, personal: personal))
        return Form.Entry(field: id, required: required)
    }

    private func kind(_ block: Block) -> Field.Kind? {
        switch block.text("type") {
        case "text": return .text
        case "long-text": return .longText
        case "number": return .number
        case "money": return .money
        case "day": return .day
        case "flag": return .flag
        case "organ": return .organ
        case "person": return .person
        case "length": return .length
        case "choice":
            let choices = self.choices(block)
            if choices.isEmpty { block.report("type", "a choice needs choices") }
            return .choice(Catalogue(choices))
        case let other?:
            block.report(
                "type",
                "'\(other)' is not one of: text, long-text, number, money, day, flag, organ, person, length, choice"
            )
            return nil
        case nil: return nil
        }
    }

    private func choices(_ block: Block) -> [Field.Choice] {
        var seen: Set<Field.Choice.ID> = []
        return block.blocks("choices").compactMap { block in
            guard let choice = choice(block) else { return nil }
            if !seen.insert(choice.id).inserted {
                block.report("choice", "choice '\(choice.id)' is declared twice")
            }
            return choice
        }
    }

    private func choice(_ block: Block) -> Field.Choice? {
        defer { block.finish() }
        guard let id = block.text("choice"), let title = block.title("title") else { return nil }
        references.check(id, at: block.place(of: "choice"))
        return Field.Choice(id: Field.Choice.ID(id), title: title)
    }
}
