import Law
import Packs
import Testing

/// A story as a person would tell it, to the letter.
@Suite struct ProseTests {
    /// The prose of a story of the sound pack, one text replaced.
    private func prose(
        of name: String, replacing old: String = "", with new: String = ""
    ) throws -> String {
        let file = "scenarios/\(name).yaml"
        var files = SoundPack.files
        if !old.isEmpty { files[file] = files[file]?.replacingOnce(old, by: new) }
        let source = PackSource(name: "signboard", folder: "packs/signboard", files: files)
        let pack = try #require(PackReading.admitted(source).pack)
        let scenario = try #require(pack.scenarios.first { $0.name.hasPrefix(name) })
        return StoryTeller(pack: pack, calendar: .plain).tell(scenario).prose(under: pack.procedure)
    }

    @Test func aTrueStoryIsToldLineByLine() throws {
        #expect(
            try prose(of: "granted-and-paid-late") == """
                许可后迟缴的加收〔招牌条例 5；招牌条例 9〕
                  ✓ 2024-03-04 申请人：申请（审查期限至 2024-03-11）
                  ✓ 2024-03-05 承办人：要求补正（补正期限至 2024-03-12）
                  ✓ 2024-03-06 申请人：补正（审查期限至 2024-03-13）
                  ✓ 2024-03-07 承办人：受理（决定期限至 2024-04-04）
                  ✓ 2024-03-08 承办人：征求相邻方意见，征询li、bo（相邻方意见至 2024-03-15）
                  ✓ 2024-03-11 相邻方li：相邻方意见：同意
                  ✓ 2024-03-11 承办人：作出决定——准予许可——拒绝：consultation-open（decide）：作出决定：“相邻方意见”尚未结束，被征询人仍在期限内〔招牌条例 4〕
                  ✓ 2024-03-12 相邻方bo：相邻方意见：同意（决定期限至 2024-04-08）
                  ✓ 2024-03-13 勘查人qian：现场勘查——拒绝：too-few-officers（by）：现场勘查：应当由2人以上共同进行，现有1人〔招牌条例 5〕
                  ✓ 2024-03-13 勘查人qian、勘查人zhou：现场勘查——拒绝：not-certified（zhou）：现场勘查：zhou没有行政执法证件〔招牌条例 5〕
                  ✓ 2024-03-13 勘查人qian、勘查人chen：现场勘查——拒绝：separation（chen）：现场勘查：chen属于主办机关〔招牌条例 5〕
                  ✓ 2024-03-13 10:30 勘查人qian、勘查人sun：现场勘查
                  ✓ 2024-03-14 承办人：作出决定——准予许可——拒绝：too-early（decide）：作出决定：“现场勘查”后须满2个工作日，即 2024-03-15 之后〔招牌条例 5〕
                  ✓ 2024-03-18 承办人：延长（决定期限至 2024-04-15）
                  ✓ 2024-03-19 承办人：延长——拒绝：already-extended（extend-term）：延长：“决定期限”至多延长1次〔招牌条例 6〕
                  ✓ 2024-03-20 承办人：作出决定——准予许可——拒绝：approval-missing（approved-by）：作出决定：应当经负责人批准〔招牌条例 6〕
                  ✓ 2024-03-20 承办人：作出决定——准予许可——拒绝：heavier-than-told（fee）：作出决定：“费用”重于事先告知当事人的内容，应当重新告知〔招牌条例 6〕
                  ✓ 2024-03-20 承办人：作出决定——准予许可（缴费期限至 2024-04-04；异议期限至 2024-03-27）
                  ✓ 2024-03-21 承办人：公示
                  ✓ 2024-03-28 申请人：提出异议——拒绝：time-barred（object）：提出异议：“异议期限”已于 2024-03-27 届满〔招牌条例 8〕
                  ✓ 2024-04-10 申请人：缴费
                  终 办结，结果：准予许可
                """)
    }

    @Test func whatTheLawDoesIsToldAsItsOwn() throws {
        #expect(
            try prose(of: "silence-withdraws") == """
                逾期不补正视为撤回〔招牌条例 2〕
                  ✓ 2024-03-04 申请人：申请
                  ✓ 2024-03-05 承办人：要求补正
                  ✓ 2024-03-12 依法：视为撤回
                  终 办结，结果：视为撤回
                """)
    }

    @Test func aStoryStopsWhereItIsNotTrueAndShowsTheRest() throws {
        #expect(
            try prose(of: "too-large-is-denied", replacing: ", refused: too-large", with: "") == """
                过大的不予许可〔招牌条例 3〕
                  ✓ 2024-03-04 申请人：申请
                  ✗ 2024-03-05 承办人：受理
                      应为：准许
                      实为：拒绝：too-large（accept）：受理：招牌过大，不得受理〔招牌条例 3〕
                    2024-03-12 承办人：不予许可
                """)
    }

    @Test func aWrongDueDayIsShownUnderTheLineThatExpectsIt() throws {
        #expect(
            try prose(
                of: "silence-withdraws", replacing: "does: ask-correction}",
                with: "does: ask-correction, due: {correction: 2024-03-13}}") == """
                    逾期不补正视为撤回〔招牌条例 2〕
                      ✓ 2024-03-04 申请人：申请
                      ✗ 2024-03-05 承办人：要求补正（补正期限至 2024-03-13）
                          应为：correction 至 2024-03-13
                          实为：至 2024-03-12
                        2024-03-12 依法：视为撤回
                    """)
    }

    @Test func anUntrueEndComesAfterAllLines() throws {
        #expect(
            try prose(of: "too-large-is-denied", replacing: "outcome: deny", with: "outcome: grant")
                == """
                过大的不予许可〔招牌条例 3〕
                  ✓ 2024-03-04 申请人：申请
                  ✓ 2024-03-05 承办人：受理——拒绝：too-large（accept）：受理：招牌过大，不得受理〔招牌条例 3〕
                  ✓ 2024-03-12 承办人：不予许可
                      应为：结果：grant
                      实为：结果：deny
                """)
    }

    static let moves = [
        ("{day: 2024-03-05, by: handler, adds: neighbour/bo, to: neighbours}", "承办人：相邻方意见加签bo"),
        (
            "{day: 2024-03-05, by: handler, removes: neighbour/li, from: neighbours}",
            "承办人：相邻方意见减签li"
        ),
        ("{day: 2024-03-05, by: handler, urges: neighbours}", "承办人：相邻方意见催办"),
        ("{day: 2024-03-05, by: handler, withdraws: neighbours}", "承办人：相邻方意见撤销"),
        (
            "{day: 2024-03-05, by: neighbour/li, answers: neighbours, opinion: object}",
            "相邻方li：相邻方意见：不同意"
        ),
        (
            "{day: 2024-03-05, by: neighbour/li, passes: neighbours, to: neighbour/bo}",
            "相邻方li：相邻方意见转办bo"
        ),
        (
            "{day: 2024-03-05, by: neighbour/li, delegates: neighbours, to: neighbour/bo}",
            "相邻方li：相邻方意见委派bo"
        ),
        (
            "{day: 2024-03-05, by: neighbour/li, sends-back: neighbours, to: review}",
            "相邻方li：相邻方意见退回至review"
        ),
        ("{day: 2024-03-05, by: law, silence: neighbours}", "依法：相邻方意见逾期未答复"),
        ("{day: 2024-03-05, by: law, passes-over: true}", "依法：案卷衔接适用户外招牌设置"),
    ]

    @Test(arguments: moves) func everyMoveOfAConsultationHasItsWord(line: String, words: String)
        throws
    {
        let told = try prose(
            of: "too-large-is-denied",
            replacing: "  - {day: 2024-03-05, by: handler, does: accept, refused: too-large}",
            with: "  - \(line)")
        #expect(told.contains(" 2024-03-05 \(words)\n"))
    }
}
