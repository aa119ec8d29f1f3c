import Law

extension Step.Parts {
    /// The step with one thing about it made weaker.
    var variants: [Variant<Step.Parts>] {
        var variants = Variants(of: self)
        variants.shorten(\.by, "by", leaving: 1)
        variants.vary(\.place, "in without ", at: [.key("in")], place.variants)
        variants.shorten(\.documents, "documents")
        variants.shorten(\.notices, "notice")
        variants.shorten(\.outcomes, "outcome")
        variants.addPeople()
        variants.vary(\.requirements, "requires", named: \.label) { $0.variants }
        variants.vary(\.waits, "waits", named: \.label) { $0.variants }
        variants.vary(\.times, "times") { $0.variants() }
        variants.vary(\.recuses, "recuses")
        variants.vary(\.told, "told") { $0.variants }
        variants.shorten(\.undoes, "undoes")
        return variants.all
    }
}

extension Variants where Whole == Step.Parts {
    fileprivate mutating func addPeople() {
        let officers = whole.people.atLeast
        if officers > 1 {
            vary(\.people.atLeast, "officers ", at: [.key("officers")], officers.variants())
            add("officers dropped", at: [.key("officers")]) { $0.people.atLeast = 1 }
        }
        drop(\.people.certified, "certified")
        shorten(\.people.notBy, "not-by")
        vary(\.people.notOf, "not-of")
        vary(\.people.approvedBy, "approved-by")
    }
}

extension Step.Place {
    fileprivate var variants: [Variant<Step.Place>] {
        switch self {
        case .opening, .anywhere: []
        case .stages(let stages):
            (stages.count < 2 ? [] : Array(zip(stages, stages.withoutOne))).map { stage, rest in
                Variant(whole: .stages(rest), words: stage.text, way: [])
            }
        }
    }
}

extension Requirement {
    fileprivate var label: String { "requirement \(code)" }

    fileprivate var variants: [Variant<Requirement>] {
        var variants = Variants(of: self)
        variants.vary(\.that, "", at: [.key("that")], that.variants)
        return variants.all
    }
}

extension Wait {
    fileprivate var label: String { "wait after \(after)" }

    fileprivate var variants: [Variant<Wait>] {
        var variants = Variants(of: self)
        variants.vary(\.atLeast, "", at: [.key("at-least")], atLeast.variants)
        return variants.all
    }
}

extension Step.Told {
    fileprivate var variants: [Variant<Step.Told>] {
        var variants = Variants(of: self)
        for (index, pair) in noHeavier.enumerated() {
            variants.add(
                "without \(pair.stated)", at: [.key("no-heavier"), .key(pair.stated.text)]
            ) { $0.noHeavier.remove(at: index) }
        }
        return variants.all
    }
}
