import Engine
import Law
import Office
import Storage
import Testing

/// Where people are silent, the law acts once, in its own time.
@Suite struct SettleTests {
    /// A file in which nobody examined the application in time.
    private func silent(_ bureau: Bureau) async throws -> CaseFile {
        var performance = try Performance(
            "reconsideration-2023", "silence-accepts-across-the-spring-festival")
        _ = try await performance.playNext(on: bureau.office)
        return try #require(performance.file)
    }

    @Test func silenceIsNoticedOnceAndAtItsOwnMoment() async throws {
        let bureau = try await Bureau(["reconsideration-2023"])
        let file = try await silent(bureau)
        let due = Moment.end(of: try #require(Day(iso: "2024-02-20")))
        #expect(try await bureau.office.settle(before: due) == 0)
        #expect(try await bureau.office.settle(before: Moment(seconds: due.seconds + 1)) == 1)
        #expect(try await bureau.office.settle(before: Mediation.moment("2024-03-01")) == 0)
        let events = try await bureau.office.caseFile(file.id).events.map(\.1)
        #expect(events.map(\.effective).last == due)
        #expect(events.count == 2)
        #expect(try await bureau.check().problem == nil)
    }

    @Test func anActAfterTheTermFindsTheLawHasActedBeforeIt() async throws {
        let bureau = try await Bureau(["reconsideration-2023"])
        let file = try await silent(bureau)
        let act = Act(
            "accept", as: "reconsideration-handler",
            by: [
                Participant(
                    id: "h", name: "李明", organ: file.organ, roles: ["reconsideration-handler"])
            ],
            fields: ["conditions-met": .flag(true), "track": .choice("ordinary")])
        let late = Request(
            .running(file.id, expecting: nil), .act(act),
            effective: try Mediation.moment("2024-02-21"))
        let before = try await bureau.journal.digest()
        #expect(try await bureau.office.refusal(of: late)?.code == "wrong-stage")
        #expect(try await bureau.journal.digest() == before)
        let dismissed = try await dismiss(file, at: bureau)
        #expect(dismissed.events.count == 2)
        #expect(dismissed.events[0].effective.day == Day(iso: "2024-02-20"))
        #expect(dismissed.file.outcome == "dismiss-application")
        #expect(try await bureau.check().problem == nil)
    }

    /// The story's own dismissal, which brings the silence before it into the record.
    private func dismiss(_ file: CaseFile, at bureau: Bureau) async throws -> Receipt {
        let people = ["reconsideration-handler", "organ-head"].map {
            Participant(
                id: Person.ID($0), name: $0, organ: file.organ, roles: [Role.ID($0)])
        }
        let act = Act(
            "dismiss", as: "reconsideration-handler", by: [people[0]], approver: people[1],
            fields: ["denial-ground": .choice("out-of-time"), "denial-reasons": .text("超过六十日")])
        return try await bureau.office.submit(
            Request(
                .running(file.id, expecting: nil), .act(act),
                effective: try Mediation.moment("2024-02-26")))
    }

    @Test func aNumberGivenBySilenceAtTheTurnOfTheYearIsOfTheYearItWasNoticed() async throws {
        let bureau = try await Bureau(["reconsideration-2023"])
        let file = try await silent(bureau)
        _ = try await bureau.office.settle(before: Mediation.moment("2025-01-02"))
        let number = try await bureau.office.caseFile(file.id).file.number
        #expect(number == "海政复字〔2025〕1号")
        #expect(try await bureau.check().problem == nil)
        let before = try await bureau.journal.read { try $0.projectionDigest() }
        _ = try await bureau.office.rebuild()
        #expect(try await bureau.journal.read { try $0.projectionDigest() } == before)
    }

    @Test func anOfficeWithAClockDoesNotSettleTheFuture() async throws {
        let now = try Mediation.moment("2024-02-21")
        let bureau = try await Bureau(["reconsideration-2023"], clock: .system { now })
        await #expect(throws: Refusal.self) {
            try await bureau.office.settle(before: Moment(seconds: now.seconds + 1))
        }
    }
}
