package import Law

/// One thing of a procedure made weaker, which a story should notice.
package struct Weakening: Sendable {
    /// The stable name: the rule, and what was made weaker, such as `step decide: not-of dropped`.
    package let name: String
    /// The file in which the rule stands, within the pack's folder.
    let file: String
    /// The way to the rule in the file.
    let way: [Turn]
    private let weaken: @Sendable (inout Procedure.Parts) -> Void

    init(
        _ name: String, in file: String, at way: [Turn],
        _ weaken: @escaping @Sendable (inout Procedure.Parts) -> Void
    ) {
        self.name = name
        self.file = file
        self.way = way
        self.weaken = weaken
    }

    /// The procedure, weaker by this.
    package func applied(to procedure: Procedure) -> Procedure { procedure.with(weaken) }
}

extension Procedure {
    /// Everything that can be made weaker, one thing at a time, in the order of the pack; no two have one name.
    package var weakenings: [Weakening] {
        let rules =
            of("parameters", "parameter", \.parameters, \.variants)
            + of("steps", "step", steps.map { ($0.id.text, $0.parts.variants) }) {
                $0.steps = $0.steps.replacing(Step($1))
            }
            + of("deadlines", "deadline", \.timeLimits, \.variants)
            + of("consultations", "consultation", \.consultations, \.variants)
            + of("publications", "publication", \.publications, \.variants)
            + of("debts", "debt", \.debts, \.variants)
            + of("outcomes", "outcome", \.outcomes, \.variants)
            + of("remedies", "remedy", \.remedies, \.variants)
        return (numberings + rules + passings + formalities).withDistinctNames
    }

    /// The weakenings of a catalogue of rules.
    private func of<Rule>(
        _ key: String, _ kind: String,
        _ list: any WritableKeyPath<Parts, Catalogue<Rule>> & Sendable,
        _ variants: (Rule) -> [Variant<Rule>]
    ) -> [Weakening] {
        of(key, kind, parts[keyPath: list].map { ($0.id.text, variants($0)) }) {
            $0[keyPath: list] = $0[keyPath: list].replacing($1)
        }
    }

    private func of<Rule>(
        _ key: String, _ kind: String, _ rules: [(name: String, variants: [Variant<Rule>])],
        _ replace: @escaping @Sendable (inout Parts, Rule) -> Void
    ) -> [Weakening] {
        rules.flatMap { name, variants in
            variants.map { variant in
                Weakening(
                    "\(kind) \(name): \(variant.words)", in: "procedure.yaml",
                    at: [.key(key), .named(kind, name)] + variant.way
                ) { replace(&$0, variant.whole) }
            }
        }
    }

    private var numberings: [Weakening] {
        (numbering?.variants ?? []).map { variant in
            Weakening(
                "number: \(variant.words)", in: "procedure.yaml",
                at: [.key("number")] + variant.way
            ) { $0.numbering = variant.whole }
        }
    }

    private var passings: [Weakening] {
        passing.indices.flatMap { index in
            passing[index].variants.map { variant in
                Weakening(
                    "passing from \(passing[index].from): \(variant.words)", in: "procedure.yaml",
                    at: [.key("passing"), .item(index)] + variant.way
                ) { $0.passing[index] = variant.whole }
            }
        }
    }

    private var formalities: [Weakening] {
        forms.flatMap { form in
            form.variants.map { variant in
                Weakening(
                    "form \(form.id): \(variant.words)", in: "forms/\(form.id).yaml",
                    at: variant.way
                ) { $0.forms = $0.forms.replacing(variant.whole) }
            }
        }
    }
}

extension [Weakening] {
    /// Those that have the name of an earlier one are told apart by a number.
    fileprivate var withDistinctNames: [Weakening] {
        var seen: [String: Int] = [:]
        return map { weakening in
            let count = seen[weakening.name, default: 0] + 1
            seen[weakening.name] = count
            return count == 1 ? weakening : weakening.named("\(weakening.name) (\(count))")
        }
    }
}

extension Weakening {
    fileprivate func named(_ name: String) -> Weakening {
        Weakening(name, in: file, at: way, weaken)
    }
}
