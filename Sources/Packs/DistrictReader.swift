import Engine
package import Foundation
import Law

/// Reads the files of a district's folder.
package struct DistrictReader {
    private let findings = Findings()
    private let text: (String) throws -> String
    private let shown: String

    package init(folder: URL, shownAs shown: String) {
        self.init(shownAs: shown) { name in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
    }

    /// Reads the texts of a district's files from wherever they are kept.
    package init(shownAs shown: String, _ text: @escaping (String) throws -> String) {
        self.text = text
        self.shown = shown
    }

    package func district() throws -> District {
        let organs = try document("organs.yaml")
        let people = try document("people.yaml")
        let bodies = organs.blocks("organs").compactMap(body)
        let district = District(
            id: organs.text("district") ?? "",
            title: organs.title("title") ?? Title(chinese: "", english: ""),
            authority: organs.text("authority") ?? "", organs: bodies,
            officers: people.blocks("officers").compactMap { officer($0, Set(bodies.map(\.id))) },
            surnames: people.texts("surnames").map(\.text),
            givenNames: people.texts("given-names").map(\.text),
            competence: try competence(of: Set(bodies.map(\.id))))
        organs.finish()
        people.finish()
        return try sound(district)
    }

    /// What the district says of competence; a district without `competence.yaml` says nothing.
    package func competence() throws -> Competence {
        let organs = try document("organs.yaml")
        return try competence(of: Set(organs.blocks("organs").compactMap(body).map(\.id)))
    }

    private func competence(of organs: Set<Organ.ID>) throws -> Competence {
        guard let text = try? text("competence.yaml") else { return .unsaid }
        guard
            let block = Block.document(
                text, file: "\(shown)/competence.yaml", findings: findings)
        else { throw UnsoundData(diagnostics: findings.sorted) }
        return try sound(CompetenceReader(block: block, findings: findings, organs: organs).read())
    }

    package func published() throws -> [PublishedFigure] {
        let block = try document("published.yaml")
        _ = block.optionalText("district")
        _ = block.optionalText("source")
        let figures = block.blocks("figures").compactMap(figure)
        block.finish()
        return try sound(figures)
    }

    package func year() throws -> YearMix {
        let block = try document("year.yaml")
        let entries = block.blocks("stories").compactMap(entry)
        let mix = YearMix(year: block.number("year") ?? 0, entries: entries)
        block.finish()
        return try sound(mix)
    }

    private func document(_ name: String) throws -> Block {
        let text: String
        do {
            text = try self.text(name)
        } catch {
            findings.report(Place("\(shown)/\(name)"), "cannot be read: \(error)")
            throw UnsoundData(diagnostics: findings.sorted)
        }
        guard let block = Block.document(text, file: "\(shown)/\(name)", findings: findings) else {
            throw UnsoundData(diagnostics: findings.sorted)
        }
        return block
    }

    private func sound<Value>(_ value: Value) throws -> Value {
        guard findings.diagnostics.isEmpty else { throw UnsoundData(diagnostics: findings.sorted) }
        return value
    }
}

extension DistrictReader {
    private func body(_ block: Block) -> District.Body? {
        defer { block.finish() }
        guard let id = block.text("organ"), let title = block.title("title"),
            let kind = block.text("kind")
        else { return nil }
        return District.Body(id: Organ.ID(id), title: title, kind: kind)
    }

    private func officer(_ block: Block, _ organs: Set<Organ.ID>) -> District.Officer? {
        defer { block.finish() }
        guard let id = block.text("officer"), let name = block.text("name"),
            let organ = block.text("organ")
        else { return nil }
        if !organs.contains(Organ.ID(organ)) {
            block.report("organ", "there is no organ '\(organ)'")
        }
        return District.Officer(
            id: Person.ID(id), name: name, organ: Organ.ID(organ),
            roles: Set(block.texts("roles").map { Role.ID($0.text) }),
            certificate: block.optionalBlock("certificate").flatMap(certificate))
    }

    private func certificate(_ block: Block) -> Participant.Certificate? {
        defer { block.finish() }
        let number = block.text("number")
        let from = block.day("from")
        let until = block.day("until")
        guard let number, let from else { return nil }
        return Participant.Certificate(number: number, valid: Validity(from: from, until: until))
    }

    private func figure(_ block: Block) -> PublishedFigure? {
        defer { block.finish() }
        guard let id = block.text("published"), let section = block.text("section"),
            let title = block.text("title"), let value = block.text("value"),
            let unit = block.text("unit"), let precision = block.text("precision"),
            let text = block.text("text")
        else { return nil }
        return PublishedFigure(
            id: id, section: section, title: title, value: value, unit: unit, precision: precision,
            text: text, figure: block.optionalText("figure"), reason: block.optionalTitle("reason"))
    }

    private func entry(_ block: Block) -> YearMix.Entry? {
        defer { block.finish() }
        guard let story = block.text("story"), let times = block.number("times"),
            let starts = block.text("starts").flatMap({ range($0, block) })
        else { return nil }
        let parts = story.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            block.report("story", "write pack/scenario")
            return nil
        }
        return YearMix.Entry(
            place: block.place, pack: Procedure.ID(parts[0]), scenario: parts[1], times: times,
            starts: starts, organs: block.texts("organs").map { Organ.ID($0.text) },
            set: values(block), outcomes: block.texts("outcomes").map { Outcome.ID($0.text) },
            people: Dictionary(
                block.pairs("people").map { (Role.ID($0.key), Organ.ID($0.value)) },
                uniquingKeysWith: { first, _ in first }),
            share: share(block), assumed: block.optionalTitle("assumed"))
    }

    private func values(_ block: Block) -> [Field.ID: [String]] {
        guard let inner = block.optionalBlock("set") else { return [:] }
        return Dictionary(
            inner.keys.map { (Field.ID($0), inner.texts($0).map(\.text)) },
            uniquingKeysWith: { first, _ in first })
    }

    private func share(_ block: Block) -> (field: Field.ID, total: Money)? {
        let pair = block.pairs("share").first
        guard let pair else { return nil }
        guard let total = Money(parsing: pair.value) else {
            findings.report(pair.place, "'\(pair.value)' is not money")
            return nil
        }
        return (Field.ID(pair.key), total)
    }

    private func range(_ text: String, _ block: Block) -> ClosedRange<Day>? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: true)
        guard parts.count == 2, let first = Day(iso: parts[0]), let last = Day(iso: parts[1]),
            first <= last
        else {
            block.report("starts", "'\(text)' is not a range of days A..B")
            return nil
        }
        return first...last
    }
}
