import Law

extension TimeLimit {
    /// The deadline with one thing about it made weaker.
    var variants: [Variant<TimeLimit>] {
        var variants = Variants(of: self)
        variants.vary(\.span, "within ", at: [.key("within")], span.variants)
        variants.shorten(\.from, "from")
        variants.vary(\.countedFrom, "counted-from") { $0.variants }
        variants.vary(\.when, "when") { $0.variants }
        variants.shorten(\.metBy, "met-by")
        variants.vary(\.pauses, "pauses", named: \.label) { $0.variants }
        variants.shorten(\.restarts, "restarts")
        variants.vary(\.extensions, "extend", named: \.label) { $0.variants }
        variants.vary(\.lapse, "lapse ", at: [.key("lapse")], lapse.variants(metBy: metBy))
        variants.vary(\.posted, "posted")
        return variants.all
    }
}

extension TimeLimit.Span {
    fileprivate var variants: [Variant<TimeLimit.Span>] {
        switch self {
        case .fixed(let length):
            length.variants.map { Variant(whole: .fixed($0.whole), words: $0.words, way: []) }
        case .chosen(let field, let lengths):
            lengths.sorted { $0.key < $1.key }.flatMap { choice, length in
                length.variants.map { variant in
                    Variant(
                        whole: .chosen(
                            by: field, lengths.merging([choice: variant.whole]) { $1 }),
                        words: "\(choice): \(variant.words)", way: [.key("is"), .key(choice)])
                }
            }
        case .set: []
        }
    }
}

extension TimeLimit.Lapse {
    /// Another answer to silence: a duty that is barred instead of overdue, or overdue instead of ended.
    fileprivate func variants(metBy: [Step.ID]) -> [Variant<TimeLimit.Lapse>] {
        switch self {
        case .overdue: [Variant(whole: .bar(metBy), words: "overdue becomes bar", way: [])]
        case .take(let step):
            [Variant(whole: .overdue, words: "take \(step) becomes overdue", way: [])]
        case .bar(let steps):
            [Variant(whole: .overdue, words: "bar becomes overdue", way: [])]
                + (steps.count < 2 ? [] : Array(zip(steps, steps.withoutOne))).map { step, rest in
                    Variant(whole: .bar(rest), words: "bar without \(step)", way: [.key("bar")])
                }
        }
    }
}

extension TimeLimit.CountedFrom {
    fileprivate var variants: [Variant<TimeLimit.CountedFrom>] {
        switch self {
        case .field: []
        case .steps(let steps):
            (steps.count < 2 ? [] : Array(zip(steps, steps.withoutOne))).map { step, rest in
                Variant(whole: .steps(rest), words: "without \(step)", way: [])
            }
        }
    }
}

extension TimeLimit.Pause {
    fileprivate var label: String { "pause \(cause.text)" }

    fileprivate var variants: [Variant<TimeLimit.Pause>] {
        var variants = Variants(of: self)
        variants.vary(\.cause, "", at: [], cause.variants)
        variants.vary(\.when, "when") { $0.variants }
        return variants.all
    }
}

extension TimeLimit.Pause.Cause {
    fileprivate var variants: [Variant<TimeLimit.Pause.Cause>] {
        switch self {
        case .consultation: return []
        case .between(let from, let until):
            var variants = Variants(of: Ends(from: from, until: until))
            variants.shorten(\.from, "from", leaving: 1)
            variants.shorten(\.until, "until", leaving: 1)
            return variants.all.map { variant in
                Variant(
                    whole: .between(from: variant.whole.from, until: variant.whole.until),
                    words: variant.words, way: variant.way)
            }
        }
    }

    /// The steps that begin and end a pause.
    private struct Ends: Equatable, Sendable {
        var from: [Step.ID]
        var until: [Step.ID]
    }

    fileprivate var text: String {
        switch self {
        case .between(let from, _): "from \(from.map(\.text).joined(separator: ", "))"
        case .consultation(let rule): "during \(rule)"
        }
    }
}

extension TimeLimit.Extension {
    fileprivate var label: String { "extension by \(by)" }

    fileprivate var variants: [Variant<TimeLimit.Extension>] {
        var variants = Variants(of: self)
        variants.vary(\.times, "times ", at: [.key("times")], times.variants())
        let key = field == nil ? "length" : "most"
        variants.vary(\.most, "\(key) ", at: [.key(key)], most.variants)
        return variants.all
    }
}
