import Engine
import Law
import Ledger
import Packs
import Storage
import Testing

@testable import Office

/// Whoever holds the key can sign anything; the check finds what no engine would have decided.
@Suite struct LedgerCheckTests {
    /// A mediation that was applied for, and what a forger changes about the event that follows.
    struct Forgery: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let found: String
        let fact: @Sendable (Act) -> Event.Fact
        var day = "2023-03-07"
        var recorded: String?
        var version = 2
        var organ: Organ.ID = Mediation.organ

        init(
            _ name: String, finds found: String, _ fact: @escaping @Sendable (Act) -> Event.Fact
        ) {
            testDescription = name
            self.found = found
            self.fact = fact
        }

        func changed(_ change: (inout Forgery) -> Void) -> Forgery {
            var forgery = self
            change(&forgery)
            return forgery
        }
    }

    private static let asItWas: @Sendable (Act) -> Event.Fact = { .acted($0) }

    static let forgeries = [
        Forgery("a step out of its stage", finds: "the engine refuses it: wrong-stage") { act in
            var act = act
            act.step = "mediate"
            act.fields = ["session-record": .text("没有登记就调解")]
            act.number = nil
            return .acted(act)
        },
        Forgery("an act by nobody", finds: "the engine refuses it: unknown-person") { act in
            var act = act
            act.people = []
            return .acted(act)
        },
        Forgery("an act that goes back", finds: "the engine refuses it: out-of-order", asItWas)
            .changed { $0.day = "2023-03-01" },
        Forgery(
            "an act recorded before it happened", finds: "it was recorded before it took effect",
            asItWas
        )
        .changed { $0.recorded = "2023-03-06" },
        Forgery("a number out of turn", finds: "'海民调字〔2023〕7号' is out of turn: number 1 comes next")
        { act in
            var act = act
            act.number = "海民调字〔2023〕7号"
            return .acted(act)
        },
        Forgery("a number of another pattern", finds: "is not a number as") { act in
            var act = act
            act.number = "另字〔2023〕1号"
            return .acted(act)
        },
        Forgery("a number of another year", finds: "the engine decides something else") { act in
            var act = act
            act.number = "海民调字〔2022〕1号"
            return .acted(act)
        },
        Forgery("no number where one is due", finds: "the engine decides something else") { act in
            var act = act
            act.number = nil
            return .acted(act)
        },
        Forgery("a silence of the law that was none", finds: "no term had lapsed") { _ in
            .acted(Act("register", as: Role.law, by: []))
        },
        Forgery("a passing that no law provides", finds: "the engine refuses it: cannot-pass") {
            _ in
            .passed(from: "mediation", to: "mediation")
        },
        Forgery("a version left out", finds: "version 2 of the case file is missing", asItWas)
            .changed { $0.version = 3 },
        Forgery("another organ", finds: "the engine decides something else", asItWas)
            .changed { $0.organ = "other-committee" },
        Forgery(
            "an erasure that left the personal part",
            finds: "the personal part is there, though event 1"
        ) { _ in .erased(ground: "个人信息保护法 47") },
    ]

    @Test(arguments: forgeries) func aForgeryIsFoundAndNamed(forgery: Forgery) async throws {
        let bureau = try await Bureau(["mediation"])
        let file = try await bureau.office.submit(Mediation.apply()).file
        guard case .act(var act) = try Mediation.register(file.id).command else { return }
        act.number = "海民调字〔2023〕1号"
        act.mark = "海民调字"
        try await bureau.forge(
            Event(
                subject: file.id, version: forgery.version,
                recorded: try Mediation.moment(forgery.recorded ?? forgery.day),
                effective: try Mediation.moment(forgery.day), organ: forgery.organ,
                edition: file.edition, fact: forgery.fact(act)))
        let problem = try #require(try await bureau.check().problem)
        #expect(problem.what.contains(forgery.found), "\(problem)")
        // What was claimed to be erased is the record in which it still is.
        #expect(problem.sequence == (problem.what.contains("personal part") ? 0 : 1))
        #expect(problem.subject == file.id)
    }

    @Test func whatTheEngineDecidesIsNoForgery() async throws {
        let bureau = try await Bureau(["mediation"])
        let file = try await bureau.office.submit(Mediation.apply()).file
        guard case .act(var act) = try Mediation.register(file.id).command else { return }
        act.number = "海民调字〔2023〕1号"
        act.mark = "海民调字"
        let moment = try Mediation.moment("2023-03-07")
        try await bureau.forge(
            Event(
                subject: file.id, version: 2, recorded: moment, effective: moment,
                organ: Mediation.organ, edition: file.edition, fact: .acted(act)))
        #expect(try await bureau.check().problem == nil)
    }

    @Test func aCaseFileOutOfTurnIsFound() async throws {
        let bureau = try await Bureau(["mediation"])
        let file = try await bureau.office.submit(Mediation.apply()).file
        let opening = try await bureau.office.caseFile(file.id).events[0].1
        for subject: CaseFile.ID in ["mediation-2023-000003", "mediation-2022-000002", "x"] {
            let other = try await Bureau(["mediation"])
            _ = try await other.office.submit(Mediation.apply())
            try await other.forge(
                Event(
                    subject: subject, version: 1, recorded: opening.recorded,
                    effective: opening.effective, organ: opening.organ, edition: opening.edition,
                    fact: opening.fact))
            let problem = try await other.check().problem
            #expect(problem?.sequence == 1)
            #expect(
                problem?.what
                    == "the next case file of its matter and year is mediation-2023-000002")
        }
    }

    @Test func anActAfterATermThatTheLawWasNotSeenToTakeIsFound() async throws {
        let bureau = try await Bureau(["reconsideration-2023"])
        var performance = try Performance(
            "reconsideration-2023", "silence-accepts-across-the-spring-festival")
        _ = try await performance.playNext(on: bureau.office)
        let file = try #require(performance.file)
        let moment = try Mediation.moment("2024-02-21")
        let people = ["reconsideration-handler", "organ-head"].map {
            Participant(id: Person.ID($0), name: $0, organ: file.organ, roles: [Role.ID($0)])
        }
        try await bureau.forge(
            Event(
                subject: file.id, version: 2, recorded: moment, effective: moment,
                organ: file.organ, edition: file.edition,
                fact: .acted(
                    Act(
                        "dismiss", as: "reconsideration-handler", by: [people[0]],
                        approver: people[1],
                        outcome: "dismiss-application",
                        fields: [
                            "denial-ground": .choice("out-of-time"),
                            "denial-reasons": .text("超过六十日"),
                        ]))))
        let problem = try await bureau.check().problem
        #expect(problem?.sequence == 1)
        #expect(problem?.what == "the law had acted before it, and the log does not say so")
    }

    @Test func anEditionThatWasNeverAdmittedIsFound() async throws {
        let bureau = try await Bureau(["mediation"])
        let file = try await bureau.office.submit(Mediation.apply()).file
        let opening = try await bureau.office.caseFile(file.id).events[0].1
        try await bureau.forge(
            Event(
                subject: "mediation-2023-000002", version: 1, recorded: opening.recorded,
                effective: opening.effective, organ: opening.organ, edition: "none",
                fact: opening.fact))
        let problem = try await bureau.check().problem
        #expect(problem?.sequence == 1)
        #expect(problem?.what == "edition none is not in the journal")
    }

    @Test func anEmptyJournalIsGood() async throws {
        let findings = try await Bureau().check()
        #expect(findings.problem == nil)
        #expect(findings.events == 0 && findings.root == Digest.emptyRoot)
    }

    @Test func tilesOfManyLevelsAreRebuiltAndCompared() async throws {
        let bureau = try await Bureau(["mediation"])
        for start in [0, 300] {
            _ = try await bureau.office.commit(
                (0..<300).map { try Mediation.apply("p\(start + $0)") })
        }
        let findings = try await bureau.check()
        #expect(findings.problem == nil)
        #expect(findings.events == 600 && findings.tiles == 4)
    }
}

extension Bureau {
    /// Appends an event that no engine decided, as somebody who holds the key could: hashed, and signed.
    func forge(_ event: Event) async throws {
        let key = try Self.key.get()
        let procedure = try Repository.pack("mediation").procedure
        let other = try Repository.pack("reconsideration-2023").procedure
        let known = event.subject.text.hasPrefix(other.matter.text) ? other : procedure
        try await journal.write { (writer) throws in
            let size = try writer.size()
            var tree = try Tree(size: size) { try writer.tile($0) ?? [] }
            var events = EventWriter(
                authority: Self.authority, chance: SystemRandomNumberGenerator())
            let stored = try events.store(event, as: size, under: known)
            try writer.append(stored)
            tree.append(stored.leaf)
            for tile in tree.takeChanges() { try writer.put(tile) }
            let checkpoint = try Checkpoint(
                origin: key.verifier.name, size: tree.size, root: tree.root)
            try writer.put(checkpoint: checkpoint.signed(by: key))
        }
    }
}
