import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// Case files that have to do with another: its reviews, those that name it, those of the same party.
enum RelatedCases {
    static let most = 20

    static func answer(_ asked: Asked) async throws -> Response {
        let opened = try await OpenedCase.open(asked)
        let packs = try await asked.office.packs()
        var naming = try await found(opened.file.id.text, nil, asked)
        if let number = opened.file.number { naming += try await found(number, nil, asked) }
        var sameParty: [CaseSummary] = []
        for party in opened.parties.prefix(3) where party.name != Value.erased.description {
            sameParty += try await found(party.name, nil, asked)
        }
        var seen: Set<CaseFile.ID> = [opened.file.id]
        let table = CaseTable(
            frame: asked.frame, titles: PackTitles(packs), district: opened.district)
        let words = asked.words
        let title = words(CaseFilePhrase.related)
        let named = naming.filter { seen.insert($0.subject).inserted }
        let others = sameParty.filter { seen.insert($0.subject).inserted }
        return asked.page(title, isWide: true, trail: opened.trail) {
            h1(.class("title")) { title }
            part(table, named, words(CaseFilePhrase.relatedNaming), words)
            part(table, others, words(CaseFilePhrase.relatedParty), words)
        }
    }

    private static func found(
        _ text: String, _ procedure: Procedure.ID?, _ asked: Asked
    ) async throws -> [CaseSummary] {
        var query = CaseQuery()
        query.text = text
        query.procedure = procedure
        query.limit = most
        return try await asked.office.cases(query, for: asked.viewer)
    }

    @Content private static func part(
        _ table: CaseTable, _ found: [CaseSummary], _ heading: String, _ words: Words
    ) -> HTML {
        h2 { heading }
        if found.isEmpty {
            p(.class("hint")) { words(CaseFilePhrase.relatedNone) }
        } else {
            table.html(found, label: heading)
        }
    }
}
