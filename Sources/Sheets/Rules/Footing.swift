package import Law

/// How well the articles found a rule: a term may be called statutory only where each was checked.
package enum Footing: String, Sendable, CaseIterable {
    /// Every article was checked against the text.
    case verified
    /// One at least is a rule of this place.
    case local
    /// Some articles, and something that the pack sets by itself.
    case partly
    /// Nothing but what the pack sets by itself.
    case assumed
}

extension Procedure {
    /// How well a rule with these articles is founded.
    package func footing(of basis: [Basis]) -> Footing {
        let known = basis.compactMap { provisions[Provision.ID($0.text)]?.status }
        let assumed = known.count { $0 == .assumed }
        if assumed == known.count { return .assumed }
        if assumed > 0 { return .partly }
        return known.contains(.local) ? .local : .verified
    }
}

extension Words {
    /// What a reader is told of the footing of a rule; nil where every article was checked.
    package func footing(_ footing: Footing) -> String? {
        switch footing {
        case .verified: nil
        case .local: self(RuleTextPhrase.footingLocal)
        case .partly: self(RuleTextPhrase.footingPartly)
        case .assumed: self(RuleTextPhrase.footingAssumed)
        }
    }
}
