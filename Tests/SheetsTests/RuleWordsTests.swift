import Foundation
import Law
import Packs
import Sheets
import Testing

/// What the rules of packs say in words: each kind of condition, and all that governs a term.
@Suite struct RuleWordsTests {
    private static let reconsideration = "reconsideration-2023"

    /// A procedure in which every kind of condition finds what it names.
    private func procedure() throws -> Procedure {
        let pack = try Fixture.pack("penalty-ordinary").procedure
        let day = try #require(Day(iso: "2021-07-15"))
        let parameter = Parameter(
            id: "hearing", title: Title(chinese: "听证数额", english: "Hearing amount"),
            choices: [
                Parameter.Choice(
                    value: .money(Money(fen: 1_000_000)), when: .isSet("served"),
                    inForce: Validity(from: day)),
                Parameter.Choice(value: .money(Money(fen: 100_000)), when: nil, inForce: nil),
            ], basis: [])
        let choices = Catalogue<Field.Choice>([
            Field.Choice(id: "a", title: Title(chinese: "甲", english: "A")),
            Field.Choice(id: "b", title: Title(chinese: "乙", english: "B")),
        ])
        return pack.with { parts in
            parts.parameters = Catalogue([parameter])
            parts.fields = Catalogue([
                field("fine", "罚款", "Fine", .money), field("kind", "种类", "Kind", .choice(choices)),
                field("served", "送达日期", "Day of service", .day),
                field("heard", "已经听证", "Heard", .flag),
                field("proposed", "拟罚款", "Proposed fine", .money),
            ])
            parts.steps = Catalogue([
                step("notify", "告知", "Notify"), step("state", "陈述", "State"),
                step("lapse", "视为放弃", "Lapse", by: [Role.law]),
            ])
            parts.timeLimits = Catalogue([limit()])
            parts.documents = Catalogue([
                DocumentKind(id: "proof", title: Title(chinese: "证明", english: "Proof"))
            ])
            parts.consultations = Catalogue([
                ConsultationRule(
                    id: "ask", title: Title(chinese: "征求意见", english: "Asking"),
                    askedBy: "notify", join: .each, addressees: "handler",
                    within: Length(5, .days), silence: .consent, sendBack: [], holds: ["state"],
                    basis: [])
            ])
        }
    }

    private func field(
        _ id: Field.ID, _ chinese: String, _ english: String, _ kind: Field.Kind
    ) -> Field {
        Field(
            id: id, title: Title(chinese: chinese, english: english), kind: kind, personal: false)
    }

    private func step(
        _ id: Step.ID, _ chinese: String, _ english: String, by roles: [Role.ID] = ["handler"],
        undoes: [TimeLimit.ID] = []
    ) -> Step {
        Step(
            id: id, title: Title(chinese: chinese, english: english), by: roles, place: .anywhere,
            to: nil, undoes: undoes, basis: [])
    }

    private func limit() -> TimeLimit {
        TimeLimit(
            id: "renewal", title: Title(chinese: "决定期限", english: "Decision term"),
            span: .chosen(by: "kind", ["b": Length(20, .workingDays), "a": Length(10, .days)]),
            from: ["notify"], countedFrom: .field("served"), when: .isSet("fine"),
            metBy: ["state"], holder: "handler",
            pauses: [
                TimeLimit.Pause(
                    cause: .consultation("ask"),
                    ground: Title(chinese: "征求意见", english: "Asking"), basis: [])
            ],
            restarts: ["notify"],
            extensions: [
                TimeLimit.Extension(
                    by: "notify", times: 1, most: Length(5, .days), field: nil, basis: []),
                TimeLimit.Extension(
                    by: "state", times: 2, most: Length(30, .days), field: "served", basis: []),
            ],
            lapse: .take("lapse"), posted: "served", basis: [])
    }

    @Test(arguments: [
        (Condition.compare("fine", .atMost, .money(Money(fen: 20_000))), "“罚款”不超过200元"),
        (.compare("kind", .equals, .choice("a")), "“种类”为“甲”"),
        (.compare("served", .below, .day(.earliest)), "“送达日期”早于1900年1月1日"),
        (.not(.compare("heard", .equals, .flag(true))), "“已经听证”不为“是”"),
        (
            .not(.compare("fine", .above, .money(Money(fen: 100)))),
            "没有填写“罚款”，或者“罚款”不超过1元"
        ),
        (.oneOf("kind", [.choice("a"), .choice("b")]), "“种类”为“甲”或者“乙”"),
        (.not(.oneOf("kind", [.choice("a"), .choice("b")])), "“种类”不是“甲”或者“乙”中的任何一项"),
        (.relate(.field("fine"), .atMost, .field("proposed")), "“罚款”不超过“拟罚款”"),
        (.relate(.field("fine"), .atLeast, .percent(30, of: "proposed")), "“罚款”不少于“拟罚款”的30%"),
        (
            .relate(.field("fine"), .above, .parameter("hearing")),
            "“罚款”超过“听证数额”（自2021年7月15日起，并且已经填写“送达日期”的，10000元；其他情形1000元）"
        ),
        (.relate(.field("served"), .atMost, .due("renewal")), "“送达日期”不晚于“决定期限”的最后一日"),
        (
            .relate(.today, .atMost, .later("served", by: Length(15, .days))),
            "办理当日不晚于“送达日期”之日起15日的最后一日"
        ),
        (
            .relate(.today, .atLeast, .earlier("served", by: Length(2, .months))),
            "办理当日不早于“送达日期”之日前2个月的那一日"
        ),
        (.relate(.timesDone("notify"), .below, .literal(.number(2))), "“告知”的办理次数少于2次"),
        (.isSet("fine"), "已经填写“罚款”"), (.not(.isSet("fine")), "没有填写“罚款”"),
        (.done("state"), "已经办理“陈述”"), (.done("lapse"), "“视为放弃”已经依法发生"),
        (.doneSince("state", ["notify"]), "已经办理“陈述”且其后没有再办理“告知”"),
        (
            .doneWithin("state", Length(5, .workingDays), of: "served"),
            "在“送达日期”之日起5个工作日内办理了“陈述”"
        ),
        (.lapsed("renewal"), "“决定期限”届满时尚未办理"), (.inTime("renewal"), "已在“决定期限”内办理"),
        (.running("renewal"), "“决定期限”正在计算或者已经逾期"),
        (.not(.handedIn("proof")), "没有提交“证明”"),
        (.consulted("ask", .agreed), "“征求意见”的结果是“同意”"),
        (
            .all([.isSet("fine"), .any([.done("state"), .done("lapse")])]),
            "已经填写“罚款”，并且（已经办理“陈述”，或者“视为放弃”已经依法发生）"
        ),
        (.not(.any([.isSet("fine"), .done("state")])), "没有填写“罚款”，并且没有办理“陈述”"),
    ])
    func aConditionIsAClause(condition: Condition, text: String) throws {
        let words = ConditionWords(try procedure(), in: try Fixture.words(.zhHans))
        #expect(words.text(condition) == text)
    }

    @Test func outcomesAndDebtsAreCalledWhatThePackCallsThem() throws {
        let pack = try Fixture.pack("penalty-ordinary").procedure
        let outcome = try #require(pack.outcomes.first)
        let debt = try #require(pack.debts.first)
        let words = ConditionWords(pack, in: try Fixture.words(.en))
        #expect(words.text(.outcome(outcome.id)) == "the outcome is “\(outcome.title.english)”")
        #expect(words.text(.settled(debt.id)) == "“\(debt.title.english)” is paid in full")
    }

    @Test func everyConditionOfEveryPackHasWordsInEachLanguage() throws {
        for language in Language.allCases {
            let words = try Fixture.words(language)
            for procedure in try Fixture.packs().map(\.procedure) {
                let conditions = ConditionWords(procedure, in: words)
                let limits = procedure.timeLimits.compactMap(\.when)
                let rules = procedure.steps.flatMap(\.requirements).map(\.that)
                for text in (limits + rules).map(conditions.text) {
                    #expect(!text.isEmpty)
                    #expect(!text.contains("{") && !text.contains("conditions."), "\(text)")
                    if language == .en { #expect(!text.contains("“”")) }
                }
            }
        }
    }

    @Test func aTermIsToldWithAllThatGovernsIt() throws {
        let told = TermWords(try procedure(), in: try Fixture.words(.zhHans)).told(limit())
        #expect(told.length == "按“种类”确定：“甲”为10日，“乙”为20个工作日")
        #expect(
            told.lines == [
                "自“告知”之日起适用，从“送达日期”所载之日起计算；没有填写的，从开始适用之日起计算",
                "适用情形：已经填写“罚款”", "办理“陈述”即为完成", "“征求意见”的时间不计入",
                "自“告知”之日起重新计算", "可以通过“告知”延长1次，每次5日", "可以通过“陈述”延长2次，每次至多30日",
                "办理时填写“送达日期”的，以该日为办理之日", "届满没有办理的，依法发生“视为放弃”",
            ])
    }

    @Test func aTermCountedFromAnEarlierStepSaysSo() throws {
        let pack = try Fixture.pack(Self.reconsideration).procedure
        let limit = try #require(pack.timeLimits["decision"])
        guard case .steps(let counted) = limit.countedFrom, let counted = counted.first else {
            return
        }
        let told = TermWords(pack, in: try Fixture.words(.zhHans)).told(limit)
        let title = try #require(pack.steps[counted]).title.chinese
        #expect(told.start.contains("从最近一次“\(title)”"))
        #expect(told.when?.hasPrefix("适用情形：") ?? false)
    }

    @Test func whatUndoesALapseIsTold() throws {
        let procedure = try procedure()
        let undoing = procedure.with { parts in
            parts.steps = Catalogue(
                Array(parts.steps) + [step("late", "补正", "Late", undoes: ["renewal"])])
        }
        let told = TermWords(undoing, in: try Fixture.words(.zhHans)).told(limit())
        #expect(told.silence.last == "届满后符合条件的，可以通过“补正”恢复")
    }

    @Test func aConsultationSaysWhoKeepsHowLongAndWhatWaits() throws {
        let procedure = try procedure()
        let rule = try #require(procedure.consultations["ask"])
        let text = StepRuleWords(procedure, in: try Fixture.words(.zhHans)).consultation(rule)
        #expect(text.contains("各自表态"))
        #expect(text.contains("答复期限为5日"))
        #expect(text.hasSuffix("征询结束以前不得办理“陈述”"))
    }

    @Test func aRemedyToldAfterAnotherSaysSo() throws {
        let procedure = try Fixture.pack("disclosure").procedure
        let words = StepRuleWords(procedure, in: try Fixture.words(.zhHans))
        let later = try #require(procedure.remedies.first { $0.after != nil })
        #expect(words.remedy(later).hasPrefix("须先“"))
        let ended = try #require(procedure.remedies.first { $0.inForce?.until != nil })
        #expect(words.remedy(ended).hasSuffix("（含当日）作出的决定"))
    }

    @Test func onlyCheckedArticlesMakeATermStatutory() throws {
        let procedure = try procedure().with { parts in
            parts.provisions = Catalogue([
                provision("甲法 1", .verified), provision("乙规 2", .local),
                provision("本包参数 丙", .assumed),
            ])
        }
        #expect(procedure.footing(of: [Basis("甲法 1")]) == .verified)
        #expect(procedure.footing(of: [Basis("甲法 1"), Basis("乙规 2")]) == .local)
        #expect(procedure.footing(of: [Basis("甲法 1"), Basis("本包参数 丙")]) == .partly)
        #expect(procedure.footing(of: [Basis("本包参数 丙")]) == .assumed)
    }

    private func provision(_ id: Provision.ID, _ status: Provision.Status) -> Provision {
        Provision(
            id: id, digest: Title(chinese: "要", english: "A"), status: status,
            inForce: Validity(from: .earliest))
    }
}
