import Engine
import Law
import Packs
import Testing

/// What a scenario file says, as read.
@Suite struct ScenarioReaderTests {
    private func scenarios(_ text: String) throws -> [Scenario] {
        var files = SoundPack.files.filter { !$0.key.hasPrefix("scenarios/") }
        files["scenarios/told.yaml"] = text
        let reading = PackReading.admitted(
            PackSource(name: "signboard", folder: "packs/signboard", files: files))
        #expect(reading.diagnostics.isEmpty)
        return try #require(reading.pack).scenarios
    }

    private func lines(_ lines: String...) throws -> [Scenario.Line] {
        let head = "scenario: {zh-Hans: 试, en: Trial}\nproves: 招牌条例 1\nstory:\n"
        let text = head + lines.map { "  - \($0)\n" }.joined() + "ends: {stage: closed}\n"
        return try #require(scenarios(text).first).lines
    }

    @Test func aStoryIsToldOnceForEachValue() throws {
        let all = try scenarios(SoundPack.granted)
        #expect(all.map(\.name) == ["told（grant）", "told（limit）"])
        #expect(all.map(\.ends.outcome) == ["grant", "limit"])
        let outcomes = all.map { scenario in
            scenario.lines.compactMap { line in
                if case .act(let told) = line.deed { told.outcome } else { nil }
            }
        }
        #expect(
            outcomes == [
                Array(repeating: "grant", count: 5), Array(repeating: "limit", count: 5),
            ])
    }

    @Test func whatAStoryDoesNotSayIsOrdinary() throws {
        let scenario = try #require(try scenarios(SoundPack.withdrawn).first)
        #expect(scenario.name == "told")
        #expect(scenario.title == Title(chinese: "逾期不补正视为撤回", english: "Silence withdraws"))
        #expect(scenario.proves.map(\.text) == ["招牌条例 2"])
        #expect(scenario.organ == "haidian-government")
        #expect(scenario.people.isEmpty)
        #expect(scenario.startsUnder == nil)
        #expect(scenario.ends.overdue == nil)
        #expect(scenario.place == Place("packs/signboard/scenarios/told.yaml"))
    }

    @Test func aLineHappensAtNineUnlessItNamesTheHour() throws {
        let told = try lines(
            "{day: 2024-03-01, by: applicant, does: apply}",
            "{at: 2024-03-01 09:30, by: applicant, does: apply, due: {payment: 2024-03-02 10:00, correction: 2024-03-03}}"
        )
        #expect(told.map(\.moment.wallTime) == ["2024-03-01 09:00", "2024-03-01 09:30"])
        #expect(told.map(\.namesHour) == [false, true])
        #expect(told[1].due.map(\.name) == ["payment", "correction"])
        #expect(told[1].due.map { $0.moment?.wallTime } == ["2024-03-02 10:00", nil])
        #expect(told[1].due.map(\.day.description) == ["2024-03-02", "2024-03-03"])
    }

    @Test func aSpeakerIsARoleAndANameWhereItMatters() throws {
        let told = try lines("{day: 2024-03-01, by: [handler, inspector/wang], does: inspect}")
        #expect(told[0].by.map(\.role) == ["handler", "inspector"])
        #expect(told[0].by.map(\.id) == ["handler", "wang"])
        #expect(told[0].by.map(\.description) == ["handler", "inspector/wang"])
    }

    @Test func peopleDifferInCertificateAndOrgan() throws {
        let text = SoundPack.withdrawn.replacingOnce(
            "story:",
            by: """
                people:
                  inspector/wang: {certificate: none}
                  inspector/li: {certificate-until: 2023-12-31}
                  handler: {organ: police}
                  inspector/bo: {organ: police, certificate: none}
                story:
                """)
        let people = try #require(try scenarios(text).first).people
        #expect(people.keys.sorted() == ["bo", "handler", "li", "wang"])
        let missing = Scenario.Exception.Certificate.missing
        #expect(people["wang"]?.organ == nil)
        #expect(people["wang"]?.certificate == missing)
        let day = try #require(Day(iso: "2023-12-31"))
        #expect(people["li"]?.certificate == .until(day))
        #expect(people["handler"]?.organ == "police")
        #expect(people["handler"]?.certificate == nil)
        #expect(people["bo"]?.organ == "police")
        #expect(people["bo"]?.certificate == missing)
    }

    static let moves: [(String, ConsultationMove)] = [
        ("by: neighbour/li, answers: neighbours, opinion: agree", .answer(.agree, by: "li")),
        ("by: neighbour/li, answers: neighbours, opinion: object", .answer(.object, by: "li")),
        ("by: handler, adds: neighbour/bo, to: neighbours", .add("bo")),
        ("by: handler, removes: neighbour/bo, from: neighbours", .remove("bo")),
        ("by: neighbour/li, passes: neighbours, to: neighbour/bo", .pass(from: "li", to: "bo")),
        (
            "by: neighbour/li, delegates: neighbours, to: neighbour/bo",
            .delegate(from: "li", to: "bo")
        ),
        ("by: neighbour/li, sends-back: neighbours, to: review", .sendBack(by: "li", to: "review")),
        ("by: handler, withdraws: neighbours", .withdraw),
        ("by: handler, urges: neighbours", .urge),
    ]

    @Test(arguments: moves) func aLineMayMoveAConsultation(line: String, move: ConsultationMove)
        throws
    {
        let told = try lines("{day: 2024-03-01, \(line)}")
        guard case .move(let rule, let found) = told[0].deed else {
            Issue.record("not a move: \(told[0].deed)")
            return
        }
        #expect(rule == "neighbours")
        #expect(found == move)
    }

    @Test func theLawTakesStepsSilenceAndPassing() throws {
        let told = try lines(
            "{day: 2024-03-01, by: law, does: deem-withdrawn}",
            "{day: 2024-03-01, by: law, silence: neighbours}",
            "{day: 2024-03-01, by: law, passes-over: true}")
        guard case .law("deem-withdrawn") = told[0].deed,
            case .silence("neighbours") = told[1].deed,
            case .passing = told[2].deed
        else {
            Issue.record("\(told.map(\.deed))")
            return
        }
    }

    @Test func anActIsToldWithAllThatBelongsToIt() throws {
        let told = try lines(
            "{day: 2024-03-01, by: handler, does: decide, approved-by: organ-head/zhao, outcome: grant, with: {fee: 3 yuan, size: 2}, documents: letter, asks: [neighbour/li, neighbour], refused: too-early}"
        )
        guard case .act(let act) = told[0].deed else {
            Issue.record("not an act")
            return
        }
        #expect(act.step == "decide")
        #expect(act.approvedBy?.description == "organ-head/zhao")
        #expect(act.outcome == "grant")
        #expect(act.with == ["fee": "3 yuan", "size": "2"])
        #expect(act.documents == ["letter"])
        #expect(act.asks.map(\.id) == ["li", "neighbour"])
        #expect(told[0].refused == "too-early")
    }

    @Test func theEndCountsMoneyInFen() throws {
        let text = SoundPack.withdrawn.replacingOnce(
            "outcome: withdrawn}",
            by:
                "overdue: [payment], unpaid: {fee: 12.50 yuan}, figures: {received: 3, fees: 300 yuan}, number: 招〔2024〕1号}"
        )
        let ends = try #require(try scenarios(text).first).ends
        #expect(ends.stage == "closed")
        #expect(ends.overdue == ["payment"])
        #expect(ends.unpaid.map(\.debt) == ["fee"])
        #expect(ends.unpaid.map(\.amount.fen) == [1250])
        #expect(ends.figures.map(\.indicator) == ["received", "fees"])
        #expect(ends.figures.map(\.value) == [3, 30_000])
        #expect(ends.number == "招〔2024〕1号")
    }

    @Test func aStoryMayBeginUnderAnOlderEdition() throws {
        var older = SoundPack.files
        older["procedure.yaml"] = SoundPack.procedure
            .replacingOnce(
                "in-force: {from: 2024-01-01, until: 2025-12-31}",
                by: "in-force: {from: 2023-07-01, until: 2023-12-31}"
            )
            .replacingOnce("procedure: signboard", by: "procedure: older")
        let elder = try #require(
            PackReading.admitted(PackSource(name: "older", folder: "packs/older", files: older))
                .pack)
        var files = SoundPack.files
        files["procedure.yaml"] = SoundPack.procedure.replacingOnce(
            "remedies:\n  - {remedy",
            by:
                "passing: {from: older, on: 2024-01-01, say: {zh-Hans: 衔接, en: Pass}, basis: 招牌条例 1}\nremedies:\n  - {remedy"
        )
        files["scenarios/passes-over.yaml"] = """
            scenario: {zh-Hans: 新旧衔接, en: Passing over}
            proves: 招牌条例 1
            starts-under: older
            story:
              - {day: 2023-12-29, by: applicant, does: apply, with: {party-name: 张三, size: 12, track: ordinary}, documents: letter}
              - {day: 2024-01-02, by: law, passes-over: true}
              - {day: 2024-01-03, by: handler, does: deny}
            ends: {stage: closed, outcome: deny, figures: {received: 1, decided: 1}}
            """
        #expect(diagnostics(of: files, elders: ["older": elder.procedure]).isEmpty)
    }
}
