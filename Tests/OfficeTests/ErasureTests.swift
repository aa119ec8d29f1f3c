import Engine
import Law
import Ledger
import Packs
import Storage
import Testing

@testable import Office

/// Personal data goes for good; the record, the proofs and the figures stay.
@Suite struct ErasureTests {
    static let ground = "个人信息保护法 47：当事人撤回同意"

    private func played() async throws -> (Bureau, CaseFile.ID, CaseFile.ID) {
        let bureau = try await Bureau(["mediation"])
        let erased = try await bureau.play("mediation", "ordinary-written-agreement")
        let other = try await bureau.play("mediation", "ordinary-failed")
        return (bureau, erased, other)
    }

    @Test func thePersonalPartIsGoneAndOnlyThatOfTheCaseFile() async throws {
        let (bureau, subject, other) = try await played()
        let receipt = try await bureau.office.erase(subject, ground: Self.ground)
        try await bureau.journal.read { (reader) throws in
            #expect(try reader.events(of: subject).allSatisfy { $0.personal == nil })
            #expect(try reader.events(of: other).contains { $0.personal != nil })
        }
        let (file, _, events) = try await bureau.office.caseFile(subject)
        #expect(file == receipt.file)
        #expect(file.fields["applicant-name"] == .erased)
        let told = String(describing: events) + String(describing: file)
        for word in ["张丽", "王强", "楼上漏水"] { #expect(!told.contains(word)) }
        #expect(events.last?.1.fact == .erased(ground: Self.ground))
        #expect(String(describing: try await bureau.office.caseFile(other)).contains("张丽"))
    }

    @Test func everyProofAndTheWholeCheckGoOnHolding() async throws {
        let (bureau, subject, _) = try await played()
        let key = try Bureau.key.get().verifier
        let before = try await bureau.journal.read { (reader) throws in
            try reader.events(of: subject).map {
                try reader.proof(ofEventAt: $0.sequence, verifier: key)
            }
        }
        _ = try await bureau.office.erase(subject, ground: Self.ground)
        for proof in before { try proof.proof.verify(entry: proof.entry, verifier: key) }
        let after = try await bureau.journal.read { (reader) throws in
            try before.map { try reader.proof(ofEventAt: $0.sequence, verifier: key).entry }
        }
        #expect(after == before.map(\.entry))
        let findings = try await bureau.check()
        #expect(findings.problem == nil)
        #expect(findings.erased == 1)
    }

    @Test(arguments: Repository.names)
    func everyStoryErasedStillChecksReplaysAndCountsTheSame(name: String) async throws {
        let pack = try Repository.pack(name)
        let bureau = try await Bureau(pack.procedure.passing.map(\.from.text) + [name])
        let editions = try await bureau.journal.read { try $0.admittedPacks() }
        for scenario in pack.scenarios {
            let subject = try await bureau.play(name, scenario.name)
            let receipt = try await bureau.office.erase(subject, ground: Self.ground)
            let stored = try await bureau.journal.read { try $0.events(of: subject) }
            #expect(try replay(stored, editions: editions) == receipt.file, "\(scenario.place)")
        }
        let findings = try await bureau.check()
        #expect(findings.problem == nil)
        #expect(findings.erased == pack.scenarios.count)
        let before = try await bureau.journal.read { try $0.projectionDigest() }
        _ = try await bureau.office.rebuild()
        #expect(try await bureau.journal.read { try $0.projectionDigest() } == before)
    }

    @Test func workGoesOnAfterAnErasureAndCanBeErasedAgain() async throws {
        let bureau = try await Bureau(["mediation"])
        let file = try await bureau.office.submit(Mediation.apply()).file.id
        _ = try await bureau.office.erase(file, ground: Self.ground)
        _ = try await bureau.office.submit(Mediation.register(file))
        _ = try await bureau.office.submit(Mediation.step("tell-rights", file))
        let spoken = try await bureau.office.submit(
            Mediation.step("mediate", file, with: ["session-record": .text("双方同意再谈")]))
        #expect(spoken.file.fields["session-record"] == .text("双方同意再谈"))
        #expect(spoken.file.fields["applicant-name"] == .erased)
        #expect(try await bureau.check().problem == nil)
        let again = try await bureau.office.erase(file, ground: Self.ground).file
        #expect(again.fields["session-record"] == .erased)
        #expect(try await bureau.office.caseFile(file).file == again)
        #expect(try await bureau.check().problem == nil)
    }

    @Test func aPartyAskedForAnOpinionIsNotNamedInWhatStays() async throws {
        let bureau = try await Bureau(["disclosure"])
        let story = "objection-of-a-third-party-protects-unless-public-interest-weighs-more"
        let subject = try await bureau.play("disclosure", story)
        let asked = try await bureau.office.caseFile(subject).events.compactMap { _, event in
            if case .consulted(_, .answer, let person) = event.fact { person?.name } else { nil }
        }
        let name = try #require(asked.first)
        _ = try await bureau.office.erase(subject, ground: Self.ground)
        let left = try await bureau.office.caseFile(subject).events.compactMap { _, event in
            if case .consulted(_, .answer, let person) = event.fact { person?.name } else { nil }
        }
        #expect(!left.isEmpty && !left.contains(name))
        #expect(try await bureau.check().problem == nil)
    }

    @Test func withoutAGroundNothingIsErased() async throws {
        let (bureau, subject, _) = try await played()
        let before = try await bureau.journal.digest()
        for ground in ["", String(repeating: "x", count: 1001)] {
            await #expect(throws: Refusal.self) {
                try await bureau.office.erase(subject, ground: ground)
            }
        }
        await #expect(throws: Refusal.self) {
            try await bureau.office.erase("mediation-1999-000001", ground: Self.ground)
        }
        #expect(try await bureau.journal.digest() == before)
    }
}
