import Foundation
import Law
import Office
import Packs
import Testing

@testable import Web

/// Law and rule side by side leave nothing out.
@Suite struct CitedRuleTests {
    private static let packs = Result {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try PackLibrary.admitted(folder: root.appending(path: "packs"), shownAs: "packs")
            .compactMap(\.pack)
    }

    @Test func everyArticleOfEveryPackHasARuleThatRestsOnIt() throws {
        let packs = try Self.packs.get()
        #expect(packs.count >= 10)
        for pack in packs {
            let rules = try AdmittedPack(pack).citedRules
            let cited = Set(rules.flatMap(\.basis).map(\.text))
            let articles = Set(pack.procedure.provisions.map(\.id.text))
            #expect(articles.subtracting(cited).isEmpty, "\(pack.procedure.id)")
            #expect(cited.subtracting(articles).isEmpty, "\(pack.procedure.id)")
        }
    }

    @Test func noTwoArticlesHaveOnePlaceOnThePage() throws {
        for pack in try Self.packs.get() {
            let anchors = pack.procedure.provisions.map { LawAndRulePage.anchor($0.id) }
            #expect(Set(anchors).count == anchors.count)
            #expect(anchors.allSatisfy { !$0.contains(" ") })
        }
    }

    @Test func theCheckupOfAPackTellsItsStories() async throws {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let calendar = try CalendarReader().read(
            String(contentsOf: root.appending(path: "calendars/cn.yaml"), encoding: .utf8),
            file: "calendars/cn.yaml")
        let checkups = PackCheckups(folder: root.appending(path: "packs"), calendar: calendar)
        let pack = try #require(try Self.packs.get().first { $0.procedure.id == "mediation" })
        let checkup = try #require(await checkups.checkup(of: AdmittedPack(pack)))
        #expect(checkup.isAsAdmitted)
        #expect(checkup.errors == 0)
        #expect(checkup.stories.count == pack.scenarios.count)
        #expect(checkup.holding == checkup.stories.count)
        #expect(checkup.stories.allSatisfy { !$0.lines.isEmpty })
    }
}
