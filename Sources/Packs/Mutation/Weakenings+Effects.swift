import Law

extension ConsultationRule {
    /// The consultation with one thing about it made weaker.
    var variants: [Variant<ConsultationRule>] {
        var variants = Variants(of: self)
        for other in join.others {
            variants.add("join \(join.rawValue) becomes \(other.rawValue)", at: [.key("join")]) {
                $0.join = other
            }
        }
        variants.vary(\.within, "within ", at: [.key("within")], within.variants)
        for other in Silence.allCases {
            variants.add(
                "silence \(silence.rawValue) becomes \(other.rawValue)", at: [.key("silence")]
            ) { $0.silence = other }
        }
        variants.shorten(\.sendBack, "send-back")
        variants.shorten(\.holds, "holds")
        return variants.all
    }
}

extension Join {
    /// What it is most easily mistaken for.
    fileprivate var others: [Join] {
        switch self {
        case .all: [.any, .each]
        case .any: [.all]
        case .sequence: [.all]
        case .each: [.all, .any]
        case .inform: [.all]
        }
    }
}

extension PublicationRule {
    /// The publication with one thing about it made weaker.
    var variants: [Variant<PublicationRule>] {
        var variants = Variants(of: self)
        variants.vary(\.entries, "fields", named: \.label) { $0.variants }
        variants.vary(\.withdrawnBy, "withdrawn-by")
        return variants.all
    }
}

extension PublicationRule.Entry {
    fileprivate var label: String { "field \(field)" }

    fileprivate var variants: [Variant<PublicationRule.Entry>] {
        var variants = Variants(of: self)
        variants.add("mask \(mask.rawValue) becomes keep", at: [.key("mask")]) { $0.mask = .keep }
        variants.vary(\.keptIf, "kept-if") { $0.variants }
        return variants.all
    }
}

extension DebtRule {
    /// The debt with one thing about it made weaker.
    var variants: [Variant<DebtRule>] {
        var variants = Variants(of: self)
        variants.vary(\.surcharge, "surcharge") { $0.variants }
        return variants.all
    }
}

extension DebtRule.Surcharge.Stop {
    fileprivate var label: String { "stop from \(from)" }
}

extension DebtRule.Surcharge {
    fileprivate var variants: [Variant<DebtRule.Surcharge>] {
        var variants = Variants(of: self)
        variants.vary(
            \.percentPerDay, "per-day ", at: [.key("per-day")], percentPerDay.variants())
        variants.vary(\.stops, "stops", named: \.label)
        return variants.all
    }
}

extension Outcome {
    /// The outcome with one remedy less.
    var variants: [Variant<Outcome>] {
        var variants = Variants(of: self)
        variants.shorten(\.remedies, "remedies")
        return variants.all
    }
}

extension Remedy {
    /// The remedy with one thing about it made weaker.
    var variants: [Variant<Remedy>] {
        var variants = Variants(of: self)
        variants.vary(\.within, "within") { $0.variants }
        variants.vary(\.inForce, "in-force")
        return variants.all
    }
}

extension Parameter {
    /// The parameter with one thing about one of its values made weaker.
    var variants: [Variant<Parameter>] {
        var variants = Variants(of: self)
        for (index, choice) in choices.enumerated() {
            let way: [Turn] = [.key("values"), .item(index)]
            if index < choices.count - 1 {
                variants.add("value \(choice.value) dropped", at: way) {
                    $0.choices.remove(at: index)
                }
            }
            for variant in choice.variants {
                variants.add(
                    "value \(choice.value): \(variant.words)", at: way + variant.way
                ) { $0.choices[index] = variant.whole }
            }
        }
        return variants.all
    }
}

extension Parameter.Choice {
    fileprivate var variants: [Variant<Parameter.Choice>] {
        var variants = Variants(of: self)
        variants.vary(\.value, "", at: [.key("is")], value.variants)
        variants.vary(\.when, "when") { $0.variants }
        variants.vary(\.inForce, "in-force")
        return variants.all
    }
}
