import Packs
import Testing

/// Stories are told to the engine: each must be true, and together they must exercise the pack.
@Suite struct CoverageTests {
    static let granted = "scenarios/granted-and-paid-late.yaml"
    static let denied = "scenarios/too-large-is-denied.yaml"

    private func without(_ file: String, _ pieces: [(String, String)]) -> [String] {
        var files = SoundPack.files
        for (old, new) in pieces { files[file] = files[file]?.replacingOnce(old, by: new) }
        return diagnostics(of: files)
    }

    private func told(_ message: String, at text: String) throws -> String {
        "packs/signboard/procedure.yaml:\(try #require(SoundPack.procedure.place(of: text))): error: \(message)"
    }

    static let uncovered = [
        (
            "  - {day: 2024-03-21, by: handler, does: publish}\n", "", "step 'publish'",
            "publish, title"
        ),
        (", objection: 2024-03-27", "", "deadline 'objection'", "objection, title"),
        ("{result: [grant, limit]}", "{result: grant}", "outcome 'limit'", "limit, title"),
    ]

    @Test(arguments: uncovered)
    func whatNoStoryExercisesIsRefused(old: String, new: String, what: String, at: String) throws {
        #expect(
            without(Self.granted, [(old, new)]) == [
                try told("no scenario exercises \(what)", at: at)
            ])
    }

    @Test func aConsultationThatNoStoryHoldsIsRefused() throws {
        let actual = without(
            Self.granted,
            [
                (
                    "  - {day: 2024-03-08, by: handler, does: ask-neighbours, asks: [neighbour/li, neighbour/bo], due: {neighbours: 2024-03-15}}\n",
                    ""
                ),
                (
                    "  - {day: 2024-03-11, by: neighbour/li, answers: neighbours, opinion: agree}\n",
                    ""
                ),
                (
                    "  - {day: 2024-03-12, by: neighbour/bo, answers: neighbours, opinion: agree, due: {decision: 2024-04-08}}\n",
                    ""
                ),
                ("due: {decision: 2024-04-15}", "due: {decision: 2024-04-11}"),
                (
                    "  - {day: 2024-03-11, by: handler, does: decide, approved-by: organ-head, outcome: $result, refused: consultation-open}\n",
                    ""
                ),
            ])
        #expect(
            actual == [
                try told(
                    "no scenario exercises step 'ask-neighbours'", at: "ask-neighbours, title"),
                try told(
                    "no scenario exercises refusal 'consultation-open'", at: "decide\n"),
                try told(
                    "no scenario exercises consultation 'neighbours'",
                    at: "neighbours, title: {zh-Hans: 相邻方意见"),
            ])
    }

    static let refusals = [
        (
            "  - {day: 2024-03-13, by: inspector/qian, does: inspect, refused: too-few-officers}\n",
            "too-few-officers", "inspect, title"
        ),
        (
            "  - {day: 2024-03-13, by: [inspector/qian, inspector/zhou], does: inspect, refused: not-certified}\n",
            "not-certified", "inspect, title"
        ),
        (
            "  - {day: 2024-03-13, by: [inspector/qian, inspector/chen], does: inspect, refused: separation}\n",
            "separation", "inspect, title"
        ),
        (
            "  - {day: 2024-03-14, by: handler, does: decide, approved-by: organ-head, outcome: $result, refused: too-early}\n",
            "too-early", "decide\n    title"
        ),
        (
            "  - {day: 2024-03-20, by: handler, does: decide, outcome: $result, refused: approval-missing}\n",
            "approval-missing", "decide\n    title"
        ),
        (
            "  - {day: 2024-03-19, by: handler, does: extend-term, refused: already-extended}\n",
            "already-extended", "extend-term, title"
        ),
        (
            "  - {day: 2024-03-28, by: applicant, does: object, refused: time-barred}\n",
            "time-barred", "object, title"
        ),
    ]

    @Test(arguments: refusals)
    func aRefusalThatNoStoryExercisesIsRefused(line: String, code: String, at: String) throws {
        #expect(
            without(Self.granted, [(line, "")]) == [
                try told("no scenario exercises refusal '\(code)'", at: at)
            ])
    }

    @Test func aRequirementThatNoStoryFailsIsRefused() throws {
        let line = "  - {day: 2024-03-05, by: handler, does: accept, refused: too-large}\n"
        #expect(
            without(Self.denied, [(line, "")]) == [
                try told("no scenario exercises refusal 'too-large'", at: "accept\n    title")
            ])
    }

    @Test func aPassingThatNoStoryTellsIsRefused() throws {
        try expectRefusal(
            of: Breaking(
                "procedure.yaml", "remedies:\n  - {remedy",
                "passing: {from: old, on: 2024-01-01, say: {zh-Hans: 衔接, en: Pass}, basis: 招牌条例 1}\nremedies:\n  - {remedy",
                "no scenario exercises the passing over", at: "1:1"))
    }

    static let ends = [
        ("stage: closed", "stage: review", "阶段：review; actual 阶段：closed"),
        ("outcome: deny", "outcome: grant", "结果：grant; actual 结果：deny"),
        ("outcome: deny,", "outcome: deny, number: 招〔2024〕1号,", "案号：招〔2024〕1号; actual 案号：无"),
        ("outcome: deny,", "outcome: deny, overdue: examination,", "逾期：examination; actual 逾期："),
        (
            "outcome: deny,", "outcome: deny, unpaid: {fee: 1 yuan},",
            "应缴 fee：1 yuan; actual 应缴 fee：0 yuan"
        ),
        ("figures: {decided: 1}", "figures: {decided: 2}", "指标 decided：2; actual 指标 decided：1"),
        ("figures: {decided: 1}", "figures: {fees: 5 yuan}", "指标 fees：500; actual 指标 fees：0"),
        ("figures: {decided: 1}", "figures: {pending: 1}", "指标 pending：1; actual 指标 pending：0"),
    ].map {
        Breaking(
            Self.denied, $0, $1, "scenario 'too-large-is-denied': expected \($2)", at: "{stage:")
    }

    @Test(arguments: ends) func anEndThatIsNotTrueShowsWhatIs(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    static let lines = [
        (
            denied, "does: deny}", "does: deny, refused: wrong-stage}", "{day: 2024-03-12",
            "拒绝：wrong-stage; actual 准许"
        ),
        (
            denied, "does: accept, refused: too-large}", "does: accept}", "{day: 2024-03-05",
            "准许; actual 拒绝：too-large（accept）：受理：招牌过大，不得受理〔招牌条例 3〕"
        ),
        (
            denied, "does: accept, refused: too-large}", "does: accept, refused: wrong-role}",
            "{day: 2024-03-05",
            "拒绝：wrong-role; actual 拒绝：too-large（accept）：受理：招牌过大，不得受理〔招牌条例 3〕"
        ),
        (
            denied, "does: deny}", "does: deny, due: {payment: 2024-03-20}}", "2024-03-20",
            "payment 至 2024-03-20; actual 没有在计算，或者正在中止"
        ),
        (
            denied, "documents: letter}", "documents: letter, due: {examination: 2024-03-12}}",
            "2024-03-12}",
            "examination 至 2024-03-12; actual 至 2024-03-11"
        ),
        (
            denied, "documents: letter}",
            "documents: letter, due: {examination: 2024-03-11 09:00}}", "2024-03-11 09:00",
            "examination 至 2024-03-11 09:00; actual 至 2024-03-11 23:59"
        ),
        (
            denied, "size: 30", "size: large", "{day: 2024-03-04",
            "准许; actual 拒绝：bad-field（size）：“面积”应当填写整数"
        ),
        (
            "scenarios/silence-withdraws.yaml", "day: 2024-03-12", "day: 2024-03-11",
            "{day: 2024-03-11",
            "期限届满，依法自行发生; actual 没有发生"
        ),
        (
            "scenarios/silence-withdraws.yaml", "day: 2024-03-12", "day: 2024-03-13",
            "{day: 2024-03-13",
            "期限届满，依法自行发生; actual 发生于 2024-03-12 23:59"
        ),
        (
            "scenarios/silence-withdraws.yaml", "scenario: {zh",
            "starts-under: older\nscenario: {zh", "1:1",
            "older 可用; actual 没有这个程序"
        ),
    ].map { file, old, new, at, message in
        let name = file.split(separator: "/")[1].split(separator: ".")[0]
        return Breaking(file, old, new, "scenario '\(name)': expected \(message)", at: at)
    }

    @Test(arguments: lines) func aLineThatIsNotTrueShowsWhatIs(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking) { $0.contains("no scenario exercises") }
    }

    @Test func aStoryTellsAllThatTheLawDid() throws {
        let actual = without(
            "scenarios/objection-is-heard.yaml",
            [
                (
                    "does: accept, with: {proposed-fee: 50 yuan}}\n",
                    "does: accept, with: {proposed-fee: 50 yuan}}\n  - {day: 2024-03-05, by: handler, does: ask-neighbours, asks: neighbour/li}\n"
                ),
                (
                    "{day: 2024-03-11, by: handler, does: decide",
                    "{day: 2024-03-13, by: handler, does: decide"
                ),
                ("{day: 2024-03-12, by: applicant", "{day: 2024-03-14, by: applicant"),
            ])
        #expect(
            actual == [
                "packs/signboard/scenarios/objection-is-heard.yaml:10:7: error: scenario 'objection-is-heard': expected 故事讲到法律自行产生的一切; actual 2024-03-12 依法发生“逾期未答复”，故事没有讲到"
            ])
    }

    @Test func theSilenceOfThoseAskedIsTold() {
        let actual = without(
            "scenarios/objection-is-heard.yaml",
            [
                (
                    "does: accept, with: {proposed-fee: 50 yuan}}\n",
                    "does: accept, with: {proposed-fee: 50 yuan}}\n  - {day: 2024-03-05, by: handler, does: ask-neighbours, asks: neighbour/li}\n"
                ),
                (
                    "  - {day: 2024-03-11, by: handler, does: decide",
                    "  - {day: 2024-03-12, by: law, silence: neighbours}\n  - {day: 2024-03-13, by: handler, does: decide"
                ), ("{day: 2024-03-12, by: applicant", "{day: 2024-03-14, by: applicant"),
            ])
        #expect(actual.isEmpty)
    }
}
