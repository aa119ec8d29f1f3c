import Law
import Testing

@testable import Engine
@testable import Packs

@Suite struct DebtTests {
    let library: Library

    init() throws {
        library = try Library.shared
    }

    /// What is owed on a day, in yuan: principal and surcharge.
    private func owed(_ file: CaseFile, on text: String) throws -> [Int] {
        let rule = try #require(library.editions[file.edition]?.procedure.debts["fine"])
        let owed = try #require(file.owed(rule, at: moment("\(text) 12:00"), by: library.calendar))
        #expect(owed.total.fen == owed.principal.fen + owed.surcharge.fen)
        return [owed.principal.fen / 100, owed.surcharge.fen / 100]
    }

    /// The file of a story just after the first taking of a step.
    private func file(_ pack: String, _ story: String, after step: Step.ID) throws -> CaseFile {
        let scene = try library.story(pack, story).first {
            $0.act?.step == step && $0.refusal == nil
        }
        return try #require(scene?.after)
    }

    /// The file with further acts that a story tells, on other days.
    private func file(
        _ file: CaseFile, _ story: [Scene], then acts: [(Step.ID, String, [Field.ID: Value])]
    ) throws -> CaseFile {
        try acts.reduce(file) { file, next in
            let scene = try #require(story.first { $0.act?.step == next.0 && $0.refusal == nil })
            var act = try #require(scene.act)
            act.fields.merge(next.2) { _, new in new }
            let occasion = scene.occasion.at(try moment("\(next.1) 09:00"))
            return try #require(
                library.replay(decide(.act(act), on: file, in: occasion), from: file))
        }
    }

    private static let late = "late-payment-costs-three-percent-a-day-up-to-the-fine"

    @Test(arguments: [
        ("2024-01-26", [200, 0]), ("2024-02-18", [200, 0]), ("2024-02-19", [200, 6]),
        ("2024-02-28", [200, 60]), ("2024-03-22", [200, 198]), ("2024-03-23", [200, 200]),
        ("2024-12-31", [200, 200]), ("2199-12-31", [200, 200]),
    ])
    func `a fine of 200 yuan due on 18 February grows by six yuan a day up to itself`(
        day: String, yuan: [Int]
    ) throws {
        let file = try file("penalty-simple", Self.late, after: "impose-fine")
        #expect(try owed(file, on: day) == yuan)
    }

    @Test func `a payment goes to the principal first, and the fine as imposed goes on growing`()
        throws
    {
        let story = try library.story("penalty-simple", Self.late)
        let imposed = try file("penalty-simple", Self.late, after: "impose-fine")
        let partly = try file(imposed, story, then: [("pay", "2024-02-28", [:])])
        #expect(try owed(partly, on: "2024-02-28") == [40, 60])
        #expect(try owed(partly, on: "2024-02-29") == [40, 66])
        #expect(try owed(partly, on: "2024-03-31") == [40, 200])
        let paid = try file(
            partly, story, then: [("pay", "2024-03-01", ["paid": .money(Money(fen: 40_00))])])
        #expect(try owed(paid, on: "2024-03-01") == [0, 72], "twelve days late")
        #expect(
            try owed(paid, on: "2024-06-01") == [0, 72], "nothing is added once the fine is paid")
        let settled = try file(
            paid, story, then: [("pay", "2024-05-06", ["paid": .money(Money(fen: 72_00))])])
        #expect(try owed(settled, on: "2024-06-01") == [0, 0])
    }

    @Test func `a fine paid on its last day costs nothing more`() throws {
        let story = try library.story("penalty-simple", Self.late)
        let imposed = try file("penalty-simple", Self.late, after: "impose-fine")
        let paid = try file(
            imposed, story, then: [("pay", "2024-02-18", ["paid": .money(Money(fen: 200_00))])])
        #expect(try owed(paid, on: "2024-08-01") == [0, 0])
    }

    @Test func `no surcharge is added from the day a remedy is sought until the day it ends`()
        throws
    {
        let name = "no-surcharge-runs-during-a-remedy"
        let story = try library.story("penalty-simple", name)
        let imposed = try file("penalty-simple", name, after: "impose-fine")
        #expect(try owed(imposed, on: "2024-03-21") == [2000, 120], "due 19 March, two days late")
        let sought = try file(imposed, story, then: [("apply-remedy", "2024-03-21", [:])])
        #expect(try owed(sought, on: "2024-03-21") == [2000, 60])
        #expect(try owed(sought, on: "2024-09-01") == [2000, 60])
        let ended = try file(sought, story, then: [("end-remedy", "2024-05-10", [:])])
        #expect(try owed(ended, on: "2024-05-09") == [2000, 60])
        #expect(try owed(ended, on: "2024-05-10") == [2000, 120], "the day it ends counts again")
        #expect(try owed(ended, on: "2024-05-12") == [2000, 240])
        let again = try file(ended, story, then: [("apply-remedy", "2024-05-13", [:])])
        #expect(try owed(again, on: "2024-07-01") == [2000, 240])
    }

    @Test func `nothing is owed before the decision, nor where nothing was imposed`() throws {
        let story = try library.story("penalty-ordinary", "ordinary-fined-and-paid")
        let rule = try #require(library.pack("penalty-ordinary").procedure.debts["fine"])
        let before = try #require(story.first { $0.act?.step == "decide-penalty" }?.before)
        #expect(before.owed(rule, at: before.last, by: library.calendar) == nil)
        let warned = try file("penalty-simple", "ordinary-warning", after: "warn")
        let simple = try #require(library.pack("penalty-simple").procedure.debts["fine"])
        #expect(warned.owed(simple, at: warned.last, by: library.calendar) == nil)
    }

    @Test func `instalments move the day from which lateness counts`() throws {
        let file = try file(
            "penalty-ordinary", "instalments-are-granted-once-on-request",
            after: "grant-instalments")
        #expect(try owed(file, on: "2024-02-07") == [9000, 0])
        #expect(try owed(file, on: "2024-02-08") == [9000, 270])
    }

    @Test
    func `the largest fine that can be written is reckoned for as long as days can be written`()
        throws
    {
        let story = try library.story("penalty-ordinary", "ordinary-fined-and-paid")
        let scene = try #require(story.first { $0.act?.step == "decide-penalty" })
        var before = try #require(scene.before)
        let most = try #require(Money(parsing: "999999999999.99 yuan"))
        before.fields["proposed-fine"] = .money(most)
        let decided = try file(
            before, story,
            then: [
                ("decide-penalty", scene.occasion.effective.day.description, ["fine": .money(most)])
            ])
        let served = try file(
            decided, story, then: [("serve", decided.last.day.adding(days: 1).description, [:])])
        let rule = try #require(library.pack("penalty-ordinary").procedure.debts["fine"])
        let owed = served.owed(rule, at: .end(of: .latest), by: library.calendar)
        #expect(owed?.principal == most && owed?.surcharge == most)
    }
}
