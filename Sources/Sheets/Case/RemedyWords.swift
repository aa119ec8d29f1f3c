import Law
import Packs

/// The ways to have a decision reviewed, as a notice tells them.
struct RemedyWords {
    let procedure: Procedure
    let words: CaseWords
    /// The organ whose decision it is.
    let organ: Organ.ID

    /// A clause that can follow 可以; nil where nothing is open.
    ///
    /// The paper names itself: 本决定书, 本通知书.
    func clause(_ remedies: [Remedy], after paper: String) -> String? {
        let told = Set(remedies.map(\.id))
        let first = remedies.filter { $0.after.map { !told.contains($0) } ?? true }
        let ways = first.map { remedy in
            let comesFirst = remedies.contains { $0.after == remedy.id }
            return within(remedy, "自收到\(paper)之日起") + (comesFirst ? "先" : "") + title(remedy)
        }
        guard !ways.isEmpty else { return nil }
        let later = remedies.compactMap { remedy -> String? in
            guard let before = remedy.after, told.contains(before),
                let name = procedure.remedies[before].map({ Self.name(of: $0.title.chinese) })
            else { return nil }
            return "；对\(name)决定不服的，可以" + within(remedy, "自收到\(name)决定书之日起") + title(remedy)
        }
        return ways.joined(separator: "，或者") + later.joined()
    }

    /// The remedy with the organ to which it goes, in the language of the words.
    func title(_ remedy: Remedy) -> String {
        let title = words.title(remedy.title)
        let reviewers =
            remedy.to.flatMap { words.district?.competence.organs(for: $0, against: organ) } ?? []
        guard !reviewers.isEmpty else { return title }
        let names = reviewers.map(words.organ).joined(separator: words(.or))
        return words(.remedyTo, ["organ": names, "remedy": title])
    }

    private func within(_ remedy: Remedy, _ beginning: String) -> String {
        remedy.within.map { beginning + $0.chinese + "内" } ?? ""
    }

    /// 申请行政复议 is the way to 行政复议.
    private static func name(of title: String) -> String {
        for verb in ["申请", "提起"] where title.hasPrefix(verb) {
            return String(title.dropFirst(verb.count))
        }
        return title
    }
}
