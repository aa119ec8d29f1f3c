import Foundation
import HTTPTypes
import Law
import Packs
import Sheets
import Testing

@testable import Office
@testable import Web

/// What guides and the pages around them say of a pack, and what they leave unsaid.
@Suite struct GuideTests {
    /// The main part of a page, over an office that also knows some packs.
    private func page(
        _ path: String, also packs: [String] = []
    ) async throws -> String {
        let scene = try await ProgramScene()
        for pack in try ProgramScene.packs.get() where packs.contains(pack.procedure.id.text) {
            try await scene.office.admit(AdmittedPack(pack))
        }
        let found = Found()
        try await scene.calls { program in
            let answer = try await program.send(.get, path)
            #expect(answer.status == 200)
            await found.take(answer.text)
        }
        return await found.text
    }

    private actor Found {
        var text = ""
        func take(_ html: String) {
            let start = html.range(of: "<main")?.lowerBound ?? html.startIndex
            text = String(html[start...])
        }
    }

    @Test func aGuideTellsFromWhichDayATermCountsAndWhenItRuns() async throws {
        let text = try await page(
            "/guides/reconsideration-2023", also: ["reconsideration-2023"])
        let pack = try #require(
            try ProgramScene.packs.get().first { $0.procedure.id == "reconsideration-2023" })
        let procedure = pack.procedure
        for limit in procedure.timeLimits {
            guard case .steps(let ids) = limit.countedFrom, Set(ids) != Set(limit.from),
                let step = ids.first.flatMap({ procedure.steps[$0] })
            else { continue }
            #expect(text.contains("从最近一次“\(step.title.chinese)”"))
        }
        #expect(procedure.timeLimits.contains { $0.when != nil })
        #expect(text.contains("适用情形："))
    }

    @Test func nothingIsSaidOfCostWhereThePackSaysNothing() async throws {
        for path in ["/", "/guides", "/guides/hotline"] {
            let text = try await page(path)
            for word in ["不收费", "不收取任何费用", "id=\"fees\""] {
                #expect(!text.contains(word), "\(path): \(word)")
            }
        }
        let penalty = try await page("/guides/penalty-ordinary", also: ["penalty-ordinary"])
        #expect(penalty.contains("依决定缴纳"))
    }

    @Test func whoeverIsFinedOnTheSpotAppliesForNothingAndWaitsForNothing() async throws {
        let text = try await page("/guides/penalty-simple", also: ["penalty-simple"])
        #expect(text.contains("当事人"))
        for word in ["申请人", ">0日", "至多0日", "谁可以提出"] { #expect(!text.contains(word)) }
    }

    @Test func outcomesAreCalledAgainstNobody() async throws {
        let text = try await page(
            "/guides/reconsideration-2023", also: ["reconsideration-2023"])
        for word in ["对申请人不利", "不利结果"] { #expect(!text.contains(word)) }
        #expect(text.contains("办理结果"))
    }

    @Test func refusalsAreNoConditions() async throws {
        let text = try await page("/guides/disclosure", also: ["disclosure"])
        #expect(text.contains("有下列情形的，不能办理"))
        #expect(!text.contains(">条件<"))
    }

    @Test func onlyCheckedTermsAreCalledStatutory() async throws {
        let text = try await page("/guides/disclosure", also: ["disclosure"])
        let pack = try #require(
            try ProgramScene.packs.get().first { $0.procedure.id == "disclosure" })
        let statutory = try #require(text.range(of: "<h3>法定期限</h3>"))
        let others = try #require(text.range(of: "<h3>办理期限</h3>"))
        for limit in pack.procedure.timeLimits {
            let place = try #require(
                text.range(
                    of: "<dt>\(limit.title.chinese)",
                    range: statutory.upperBound..<text.endIndex))
            let isStatutory = pack.procedure.footing(of: limit.basis) == .verified
            #expect((place.lowerBound < others.lowerBound) == isStatutory)
        }
        #expect(text.contains("本程序设定"))
    }

    @Test func beginningSaysWhichTermsItStarts() async throws {
        let text = try await page("/apply/disclosure", also: ["disclosure"])
        let pack = try #require(
            try ProgramScene.packs.get().first { $0.procedure.id == "disclosure" })
        let waiting = try #require(pack.procedure.stages["confirming"]?.noDeadline)
        #expect(text.contains(waiting.chinese))
        #expect(text.contains("自提交之日起计算："))
        #expect(text.contains("答复期限 20个工作日"))
    }

    @Test func aServiceIsDescribedInPlainWordsAndNotByADigest() async throws {
        let mediation = try #require(
            try ProgramScene.packs.get().first { $0.procedure.id == "mediation" }?.procedure)
        let plain = try #require(mediation.plain).chinese
        let digests = mediation.steps.flatMap(\.basis).compactMap {
            mediation.provisions[Provision.ID($0.text)]?.digest.chinese
        }
        for path in ["/", "/guides", "/guides/mediation", "/search?q=mediation"] {
            #expect(try await page(path).contains(plain), "\(path)")
        }
        for path in ["/", "/guides"] {
            let text = try await page(path)
            #expect(!digests.contains { text.contains($0) }, "\(path)")
        }
    }

    @Test func programsAreToldPlainWordsAndTheWholeTerm() async throws {
        try await ProgramScene().calls { program in
            let list = try await program.call(.get, "/procedures")
            #expect(list.text.contains("\"askedAs\":[\""))
            #expect(list.text.contains("\"plain\":\""))
            let one = try await program.call(.get, "/procedures/mediation").text
            #expect(one.contains("\"footing\":\""))
            #expect(one.contains("\"rule\":[\""))
            let services = try await program.send(.get, "/open311/v2/services.json").text
            #expect(services.contains("路灯不亮"))
        }
    }
}
