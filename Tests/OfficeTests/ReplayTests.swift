import Engine
import Law
import Packs
import Storage
import Testing

@testable import Office

/// The journal is the truth: what it says is what happened, after every single request.
@Suite struct ReplayTests {
    @Test(arguments: Repository.names)
    func everyStoryReplaysAsItWasLived(name: String) async throws {
        let pack = try Repository.pack(name)
        let elders = pack.procedure.passing.map(\.from.text)
        let bureau = try await Bureau(elders + [name])
        let editions = try await bureau.journal.read { try $0.admittedPacks() }
        for scenario in pack.scenarios {
            try await play(try Performance(pack, scenario), at: bureau, under: editions)
        }
        let findings = try await bureau.check()
        #expect(findings.problem == nil)
        #expect(findings.caseFiles == pack.scenarios.count)
    }

    private func play(
        _ told: Performance, at bureau: Bureau, under editions: [Edition.ID: AdmittedPack]
    ) async throws {
        var performance = told
        while let line = performance.line {
            let before = line.refused == nil ? nil : try await bureau.journal.digest()
            switch try await performance.playNext(on: bureau.office) {
            case .done(let receipt):
                #expect(line.refused == nil, "\(line.place)")
                let subject = receipt.file.id
                let stored = try await bureau.journal.read { try $0.events(of: subject) }
                #expect(try replay(stored, editions: editions) == receipt.file, "\(line.place)")
            case .refused(let refusal):
                #expect(refusal.code == line.refused, "\(line.place): \(refusal)")
                #expect(try await bureau.journal.digest() == before, "\(line.place)")
            case .settled, nil: break
            }
        }
        try expectEnd(performance, "\(told.scenario.place)")
    }

    private func expectEnd(_ performance: Performance, _ place: String) throws {
        let ends = performance.scenario.ends
        let file = try #require(performance.file)
        if let stage = ends.stage { #expect(file.stage == stage, "\(place)") }
        if let outcome = ends.outcome { #expect(file.outcome == outcome, "\(place)") }
    }

    @Test(arguments: Repository.names)
    func projectionsAreTheSameWhenRebuilt(name: String) async throws {
        let pack = try Repository.pack(name)
        let bureau = try await Bureau(pack.procedure.passing.map(\.from.text) + [name])
        for scenario in pack.scenarios {
            var performance = try Performance(pack, scenario)
            while try await performance.playNext(on: bureau.office) != nil {}
        }
        let before = try await bureau.journal.read { try $0.projectionDigest() }
        #expect(try await bureau.office.rebuild() == pack.scenarios.count)
        #expect(try await bureau.journal.read { try $0.projectionDigest() } == before)
        _ = try await bureau.play(name, pack.scenarios[0].name)
        #expect(try await bureau.check().problem == nil)
    }
}
