import Foundation
import Law
import Packs
import Sheets
import Testing

@testable import Web

/// A person's words find the procedure that they are about.
@Suite struct MatterSearchTests {
    private static let day = Day(iso: "2024-01-02")

    private func first(_ text: String) throws -> String? {
        let procedures = try ProgramScene.packs.get().map(\.procedure)
        let areas = SheetAreas.all + WebAreas.all
        let catalogues = try Catalogues(
            folder: ProgramScene.root.appending(path: "catalogues"), areas: areas)
        let search = MatterSearch(simplified: catalogues.simplifiedCharacters)
        let day = try #require(Self.day)
        return search.hits(for: text, among: procedures, on: day).first?.procedure.id.text
    }

    @Test(arguments: [
        ("行政复议", "reconsideration-2023"), ("我要申请行政復議", "reconsideration-2023"),
        ("administrative reconsideration", "reconsideration-2023"), ("信息公开", "disclosure"),
        ("邻里纠纷调解", "mediation"), ("12345", "hotline"), ("路灯不亮", "hotline"),
        ("噪音扰民", "hotline"), ("邻居漏水", "mediation"), ("想看政府文件", "disclosure"),
    ])
    func wordsInEitherScriptOrLanguageFindTheMatter(text: String, procedure: String) throws {
        #expect(try first(text) == procedure)
    }

    @Test func wordsThatSayNothingFindNothing() throws {
        #expect(try first("怎么 the 什么") == nil)
        #expect(try first("zzzz") == nil)
    }

    @Test func aTitleIsBrokenToFitItsBox() {
        #expect(StepsDiagram.lines(of: "送达副本、答复") == ["送达副本、答复"])
        #expect(
            StepsDiagram.lines(of: "Site survey of the premises at issue").allSatisfy {
                $0.count <= 20
            })
    }
}
