import Engine
import Law
import Packs
import Storage
import Testing

@testable import Office

/// Who may see how much of a case file.
@Suite struct SightTests {
    @Test func anOpenFileIsSeenByThoseWithAPartInIt() async throws {
        let town = try await Town(["mediation"])
        let file = try await town.mediation()
        #expect(try await town.sight(file, Town.citizen()) == .party("p-zhang"))
        #expect(try await town.sight(file, Town.citizen("p-else", "别人")) == .none)
        #expect(try await town.sight(file, .visitor) == .none)
        #expect(try await town.sight(file, try await town.officer("town-committee-01")) == .whole)
        #expect(try await town.sight(file, try await town.officer("bureau-01")) == .none)
        let elsewhere = try await town.officer("bureau-01", [.leader])
        #expect(try await town.sight(file, elsewhere) == .none)
        let above = try await town.officer("government-01", [.leader])
        #expect(try await town.sight(file, above) == .supervising)
        #expect(try await town.sight(file, Town.administrator(.auditor)) == .supervising)
        #expect(try await town.sight(file, Town.administrator(.compiler)) == .none)
    }

    @Test func aConfidentialFileIsSeenByItsPostsAlone() async throws {
        let town = try await Town(["service-review"])
        var draft = Draft(
            id: "d1", owner: "p-zhang", procedure: "service-review", subject: nil, step: "praise")
        draft.organ = "town-committee"
        draft.fields = try praise()
        let file = try await town.office.perform(draft, by: Town.citizen()).receipt().file.id
        #expect(try await town.sight(file, Town.citizen()) == .party("p-zhang"))
        #expect(try await town.sight(file, try await town.officer("town-committee-02")) == .whole)
        #expect(try await town.sight(file, try await town.officer("town-committee-01")) == .none)
        #expect(try await town.sight(file, try await town.officer("bureau-01")) == .none)
        let above = try await town.officer("government-01", [.leader])
        #expect(try await town.sight(file, above) == .none)
        #expect(try await town.sight(file, Town.administrator(.auditor)) == .supervising)
    }

    @Test func aBureausHandlerIsNoHandlerOfReconsideration() async throws {
        let (town, draft) = try await ActingTests().dismissal()
        let file = CaseFile.ID(try #require(draft.subject))
        #expect(try await town.sight(file, try await town.officer("government-02")) == .whole)
        #expect(try await town.sight(file, try await town.officer("bureau-01")) == .none)
    }

    @Test func theHeadOfADisclosureOfficeIsNoHeadOfReconsideration() async throws {
        let (town, draft) = try await ActingTests().dismissal()
        let file = CaseFile.ID(try #require(draft.subject))
        #expect(try await town.sight(file, try await town.officer("bureau-02")) == .none)
    }

    /// An institution in a bureau handles for the government.
    @Test func whoHandlesAFileOfAnotherOrganPassesItOver() async throws {
        let (town, draft) = try await ActingTests().dismissal()
        let subject = CaseFile.ID(try #require(draft.subject))
        let record = try await town.office.record(of: subject, for: nil)
        func handles(_ officer: Person.ID) async throws -> Bool {
            try await town.officer(officer).handles(
                record.file, under: record.edition.procedure)
        }
        #expect(try await handles("bureau-03"))
        #expect(try await handles("government-02"))
        #expect(try await !handles("bureau-01"))
        #expect(try await !handles("bureau-02"))
        #expect(try await !handles("town-committee-01"))
        let refused = try await refusal {
            _ = try await town.office.passOver(
                subject, expecting: nil, by: try await town.officer("government-01"))
        }
        #expect(refused == .notAllowed)
    }

    @Test func aPostThatIsOnlyAskedDoesNotOpenAllFiles() async throws {
        let town = try await Town(["hotline"])
        var draft = Draft(
            id: "d1", owner: "p-zhang", procedure: "hotline", subject: nil, step: "raise")
        draft.organ = "government"
        draft.fields = ["channel": "online", "phone": "13800000000", "request": "路灯不亮"]
        let file = try await town.office.perform(draft, by: Town.citizen()).receipt().file.id
        #expect(try await town.sight(file, Town.citizen()) == .party("p-zhang"))
        #expect(try await town.sight(file, try await town.officer("bureau-01")) == .none)
    }

    /// The fields of a good review, from the pack's own stories.
    private func praise() throws -> [String: String] {
        for scenario in try Repository.pack("service-review").scenarios {
            if case .act(let told)? = scenario.lines.first?.deed, told.step == "praise",
                scenario.lines.first?.refused == nil
            {
                return told.with
            }
        }
        throw Refusal("no-story", "no story of praise")
    }

    @Test func whatNobodyMaySeeIsNotListedEither() async throws {
        let town = try await Town(["mediation"])
        let file = try await town.mediation()
        func listed(_ viewer: Viewer) async throws -> Bool {
            try await town.office.cases(CaseQuery(), for: viewer).contains { $0.subject == file }
        }
        #expect(try await listed(Town.citizen()))
        #expect(try await !listed(Town.citizen("p-else", "别人")))
        #expect(try await !listed(.visitor))
        #expect(try await listed(try await town.officer("town-committee-01")))
        #expect(try await !listed(try await town.officer("bureau-01")))
        #expect(try await listed(Town.administrator(.auditor)))
    }

    @Test func everyLookIsOnTheTrail() async throws {
        let town = try await Town(["mediation"])
        let file = try await town.mediation()
        _ = try await town.sight(file, try await town.officer("town-committee-01"))
        _ = try await town.sight(file, try await town.officer("bureau-01"))
        let looks = try await town.trail().filter { $0.act == "saw-case" }
        #expect(looks.map(\.account) == ["a-town-committee-01"])
        #expect(looks.first?.subject == file)
    }
}
