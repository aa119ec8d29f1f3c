import Engine
package import Law

/// Who is competent in a district, and with which marks its organs number: `districts/NAME/competence.yaml`.
package struct Competence: Sendable {
    /// An organ beside the district's own, named in notices only.
    package struct Outsider: Sendable {
        package let id: Organ.ID
        package let title: Title
    }

    /// To which organs, one of which the party chooses, a matter goes against acts of which organs; of all others if none is named.
    struct Review: Sendable {
        let matter: Procedure.Matter.ID
        let organs: [Organ.ID]
        let over: Set<Organ.ID>
    }

    private let marks: [Organ.ID: [String: String]]
    private let reviews: [Review]
    package let outsiders: [Outsider]

    init(
        marks: [Organ.ID: [String: String]] = [:], reviews: [Review] = [],
        outsiders: [Outsider] = []
    ) {
        self.marks = marks
        self.reviews = reviews
        self.outsiders = outsiders
    }

    /// A district that says nothing about competence.
    package static let unsaid = Competence()

    /// The mark with which an organ numbers under a procedure (发文机关代字); nil where it has none.
    package func mark(of organ: Organ.ID, under procedure: Procedure) -> String? {
        procedure.numbering.flatMap { marks[organ]?[$0.mark ?? procedure.matter.text] }
    }

    /// The organs to which a matter goes against an act of an organ, one of which the party chooses; none where the district
    /// does not say.
    package func organs(
        for matter: Procedure.Matter.ID, against organ: Organ.ID
    ) -> [Organ.ID] {
        let known = reviews.filter { $0.matter == matter }
        let review = known.first { $0.over.contains(organ) } ?? known.first { $0.over.isEmpty }
        return review?.organs ?? []
    }
}

/// Reads `competence.yaml`.
struct CompetenceReader {
    let block: Block
    let findings: Findings
    let organs: Set<Organ.ID>

    func read() -> Competence {
        let outsiders = block.blocks("outside").compactMap(outsider)
        let known = organs.union(outsiders.map(\.id))
        var marks: [Organ.ID: [String: String]] = [:]
        var owners: [String: Organ.ID] = [:]
        for one in block.blocks("marks") {
            defer { one.finish() }
            guard let organ = organ("organ", one, known) else { continue }
            if marks[organ] != nil { one.report("organ", "'\(organ)' has its marks already") }
            for (key, mark, place) in one.pairs("as") {
                if mark.isEmpty || mark.contains(where: { "〔〕{}0123456789".contains($0) }) {
                    findings.report(place, "'\(mark)' is not a mark: write words without numbers")
                }
                if let other = owners.updateValue(organ, forKey: mark), other != organ {
                    findings.report(place, "mark '\(mark)' is '\(other)''s already")
                }
                marks[organ, default: [:]][key] = mark
            }
        }
        let reviews = block.blocks("reviews").compactMap { review($0, known) }
        block.finish()
        return Competence(marks: marks, reviews: reviews, outsiders: outsiders)
    }

    private func outsider(_ block: Block) -> Competence.Outsider? {
        defer { block.finish() }
        guard let id = block.text("organ"), let title = block.title("title") else { return nil }
        return Competence.Outsider(id: Organ.ID(id), title: title)
    }

    private func review(_ block: Block, _ known: Set<Organ.ID>) -> Competence.Review? {
        defer { block.finish() }
        guard let matter = block.text("matter") else { return nil }
        if !block.has("organ") { return organ("organ", block, known).flatMap { _ in nil } }
        let organs = block.texts("organ")
        for (name, place) in organs where !known.contains(Organ.ID(name)) {
            findings.report(place, "there is no organ '\(name)'")
        }
        let over = block.texts("over")
        for (name, place) in over where !known.contains(Organ.ID(name)) {
            findings.report(place, "there is no organ '\(name)'")
        }
        return Competence.Review(
            matter: Procedure.Matter.ID(matter), organs: organs.map { Organ.ID($0.text) },
            over: Set(over.map { Organ.ID($0.text) }))
    }

    private func organ(_ key: String, _ block: Block, _ known: Set<Organ.ID>) -> Organ.ID? {
        guard let name = block.text(key) else { return nil }
        if !known.contains(Organ.ID(name)) { block.report(key, "there is no organ '\(name)'") }
        return Organ.ID(name)
    }
}
