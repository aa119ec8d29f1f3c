import Law
import Office
import Sheets

/// Finds the procedures that a person's words are about, in either language and either script.
struct MatterSearch {
    struct Hit {
        let procedure: Procedure
        let score: Int
        /// The articles that bear the words.
        let articles: [Provision]
        /// The steps that bear the words.
        let steps: [Step]
    }

    /// Simplified characters for traditional ones.
    let simplified: [Character: Character]

    /// Those in force on the day first, the best of them first.
    func hits(for text: String, among procedures: [Procedure], on day: Day) -> [Hit] {
        let terms = terms(of: text)
        guard !terms.isEmpty else { return [] }
        let found = procedures.compactMap { hit($0, terms) }
            .sorted { ($0.score, $1.procedure.id) > ($1.score, $0.procedure.id) }
        let isCurrent = { (hit: Hit) in hit.procedure.inForce.contains(day) }
        return found.filter(isCurrent) + found.filter { !isCurrent($0) }
    }

    private func hit(_ procedure: Procedure, _ terms: [String]) -> Hit? {
        var scores = Array(repeating: 0, count: terms.count)
        func look(in text: String, worth: Int) -> Int {
            let plain = plain(text)
            var found = 0
            for (index, term) in terms.enumerated() where plain.contains(term) {
                scores[index] = max(scores[index], worth)
                found += 1
            }
            return found
        }
        _ = look(in: procedure.title.both, worth: 12)
        for phrase in procedure.askedAs.chinese + procedure.askedAs.english {
            _ = look(in: phrase, worth: 8)
        }
        if let plain = procedure.plain { _ = look(in: plain.both, worth: 4) }
        for role in procedure.roles { _ = look(in: role.title.both, worth: 3) }
        for outcome in procedure.outcomes { _ = look(in: outcome.title.both, worth: 3) }
        for field in procedure.fields { _ = look(in: field.searched, worth: 2) }
        let least = max(1, (terms.count + 1) / 2)
        let steps = procedure.steps.filter { step in
            let isOpening = step.place == .opening
            return look(in: step.title.both, worth: isOpening ? 9 : 3) >= least
        }
        let articles = procedure.provisions.filter { provision in
            look(in: provision.id.text + " " + provision.digest.both, worth: 2) >= least
        }
        let isFound = scores.filter { $0 > 0 }.count * 2 >= terms.count
        guard isFound, scores.contains(where: { $0 > 0 }) else { return nil }
        return Hit(
            procedure: procedure, score: scores.reduce(0, +), articles: Array(articles.prefix(3)),
            steps: Array(steps.prefix(3)))
    }

    /// Words whole; Chinese in overlapping pairs, since it is written without spaces.
    func terms(of text: String) -> [String] {
        let plain = plain(String(text.prefix(100)))
        var terms: [String] = []
        for run in plain.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            let isLatin = run.allSatisfy(\.isASCII)
            if isLatin || run.count <= 2 {
                terms.append(String(run))
            } else {
                terms += zip(run, run.dropFirst()).map { "\($0)\($1)" }
            }
        }
        return Array(Set(terms.filter { !Self.empty.contains($0) })).sorted()
    }

    /// Words that say nothing of a matter.
    private static let empty: Set<String> = [
        "a", "an", "and", "for", "how", "i", "in", "is", "my", "of", "on", "the", "to", "怎么", "如何",
        "什么", "我要", "我想",
    ]

    private func plain(_ text: String) -> String {
        String(text.lowercased().map { simplified[$0] ?? $0 })
    }
}

extension Title {
    fileprivate var both: String { chinese + " " + english }
}

extension Field {
    /// The title, and the answers to choose from.
    fileprivate var searched: String {
        guard case .choice(let choices) = kind else { return title.both }
        return title.both + " " + choices.map(\.title.both).joined(separator: " ")
    }
}
