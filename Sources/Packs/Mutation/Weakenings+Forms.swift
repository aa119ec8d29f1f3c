import Law

extension Form {
    /// The form with one thing less that must be stated.
    var variants: [Variant<Form>] {
        var variants = Variants(of: self)
        for (index, entry) in entries.enumerated() {
            variants.add(
                "field \(entry.field) not required",
                at: [.key("fields"), .named("field", entry.field.text), .key("required")]
            ) { $0.entries[index].required = false }
        }
        return variants.all
    }
}

extension Procedure.Numbering {
    /// The numbering with one step less that gives a number.
    var variants: [Variant<Procedure.Numbering>] {
        var variants = Variants(of: self)
        variants.shorten(\.at, "at")
        return variants.all
    }
}

extension Procedure.Passing {
    /// The passing with one stage less that is renamed.
    var variants: [Variant<Procedure.Passing>] {
        var variants = Variants(of: self)
        for (old, _) in stages.sorted(by: { $0.key < $1.key }) {
            variants.add("stages without \(old)", at: [.key("stages"), .key(old.text)]) {
                $0.stages[old] = nil
            }
        }
        return variants.all
    }
}
