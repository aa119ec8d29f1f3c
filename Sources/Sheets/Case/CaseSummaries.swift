extension CaseSheet.Possible {
    /// Who may do it, and what it takes.
    package func whom(in words: Words) -> String {
        let roles = by.map(\.title).joined(separator: words(CasePhrase.or))
        var needs: [String] = []
        if officers > 1 { needs.append(words(CasePhrase.officers, ["count": "\(officers)"])) }
        if certified { needs.append(words(CasePhrase.certified)) }
        if let approvedBy {
            needs.append(words(CasePhrase.approval, ["role": approvedBy.title]))
        }
        if outcomes.count > 1 { needs.append(words(CasePhrase.chooses)) }
        guard !needs.isEmpty else { return roles }
        let listed = needs.joined(separator: words(CasePhrase.needsListed))
        return words(CasePhrase.needs, ["who": roles, "needs": listed])
    }
}

extension CaseSheet.Entry {
    /// What happened, with its outcome.
    package func happening(in words: Words) -> String {
        guard let outcome, outcome.title != what.title else { return what.title }
        return words(CasePhrase.withOutcome, ["what": what.title, "outcome": outcome.title])
    }

    /// What happened, by whom, to what effect, on one line.
    package func summary(in words: Words) -> String {
        let names = people.map(\.title).joined(separator: words(CasePhrase.listed))
        let who = [role, names].filter { !$0.isEmpty }.joined(separator: " ")
        let parts: [String?] = [
            happening(in: words), who.isEmpty ? nil : who,
            approver.map { words(CasePhrase.approvedBy, ["person": $0.title]) },
            recordedLater.map { words(CasePhrase.recordedLater, ["day": $0]) },
        ]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }
}
