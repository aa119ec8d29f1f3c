import Law
import Packs
import Testing

/// What can be seen to be wrong with the rules together, without telling a story.
@Suite struct StaticCheckTests {
    private func expect(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking) { $0.contains("scenario ") }
    }

    static let stages = [
        Breaking(
            "procedure.yaml", "opens: true, to: examination", "in: review, to: examination",
            "no step opens a case file (opens: true)", at: "1:1"),
        Breaking(
            "procedure.yaml", "documents:\n",
            "  - {stage: ‹archive, title: {zh-Hans: 归档, en: Archive}}\ndocuments:\n",
            "stage 'archive' can never be reached"),
        Breaking(
            "procedure.yaml", "in: examination, to: correcting", "in: examination, to: review",
            [
                .init(message: "stage 'correcting' can never be reached", at: "correcting, title"),
                .init(
                    message: "step 'correct' can never be taken",
                    at: "correct, title: {zh-Hans: 补正, en: Correct}"),
                .init(
                    message: "step 'deem-withdrawn' can never be taken", at: "deem-withdrawn, title"
                ),
            ]),
        Breaking(
            "procedure.yaml", "in: settling, to: closed", "in: settling",
            [
                .init(
                    message:
                        "in stage 'settling' no deadline is sure to run; add one, or say 'no-deadline'",
                    at: "settling, title"),
                .init(
                    message: "stage 'settling' can never be left for an end", at: "settling, title"),
            ]),
        Breaking(
            "procedure.yaml", "from: [apply, correct]", "from: correct",
            "in stage 'examination' no deadline is sure to run; add one, or say 'no-deadline'",
            at: "examination, title: {zh-Hans: 审查, en"),
        Breaking(
            "procedure.yaml", "lapse: overdue, basis: 招牌条例 9}",
            "lapse: {bar: pay}, no-undoing: {zh-Hans: 当场缴, en: Paid on the spot}, basis: 招牌条例 9}",
            "in stage 'settling' no deadline is sure to run; add one, or say 'no-deadline'",
            at: "settling, title"),
        Breaking(
            "procedure.yaml", "within: 15 days, from: decide,",
            "within: 15 days, from: decide, when: {field: fee, above: 0 yuan},",
            "in stage 'settling' no deadline is sure to run; add one, or say 'no-deadline'",
            at: "settling, title"),
    ]

    @Test(arguments: stages) func aCourseWithoutAnEndOrTermIsRefused(_ breaking: Breaking) throws {
        try expect(breaking)
    }

    /// The payment deadline in two, each with its condition.
    private func paying(_ one: String, _ other: String) -> [String] {
        let line =
            SoundPack.procedure.split(separator: "\n").first { $0.contains("deadline: payment,") }
            ?? ""
        let start = "from: decide,"
        let pieces = [("payment", one), ("payment-too", other)].map { name, when in
            line.replacing("deadline: payment,", with: "deadline: \(name),")
                .replacing(start, with: "\(start) when: \(when),")
        }
        var files = SoundPack.files
        files["procedure.yaml"] = SoundPack.procedure.replacing(
            line, with: pieces.joined(separator: "\n"))
        return diagnostics(of: files).filter { $0.contains("sure to run") }
    }

    static let exhaustive = [
        ("{field: track, is: quick}", "{field: track, is: ordinary}"),
        ("{field: track, is: quick}", "{field: track, is-not: quick}"),
        ("{field: track, one-of: [quick, ordinary]}", "{field: track, is: ordinary}"),
        ("{set: fee}", "{not: {set: fee}}"),
        ("{done: inspect}", "{not: {done: inspect}}"),
    ]

    @Test(arguments: exhaustive) func ofConditionsThatLeaveNothingOutOneIsSureToHold(
        one: String, other: String
    ) {
        #expect(paying(one, other) == [])
    }

    static let open = [
        ("{field: track, is: quick}", "{all: [{field: track, is: ordinary}, {set: fee}]}"),
        ("{field: fee, above: 5 yuan}", "{field: fee, at-most: 5 yuan}"),
        ("{set: fee}", "{done: inspect}"),
    ]

    @Test(arguments: open) func ofOtherConditionsNoneMayHold(one: String, other: String) {
        #expect(paying(one, other).count == 1)
    }

    @Test func tooManyConditionalDeadlinesAreRefused() throws {
        let line =
            "  - {deadline: more-#, title: {zh-Hans: 又, en: More}, within: 5 days, from: decide, when: {field: size, above: #}, met-by: pay, holder: applicant, lapse: overdue, basis: 招牌条例 9}\n"
        let lines = (1...5).map { line.replacing("#", with: "\($0)") }.joined()
        try expect(
            Breaking(
                "procedure.yaml", "consultations:\n", lines + "consultations:\n",
                "step 'decide' starts too many conditional deadlines to explore",
                at: "decide\n    title"))
    }

    @Test func tooManyDeadlinesAreRefused() throws {
        let line =
            "  - {deadline: more-#, title: {zh-Hans: 又, en: More}, within: 5 days, from: decide, met-by: pay, holder: applicant, lapse: overdue, basis: 招牌条例 9}\n"
        let lines = (1...60).map { line.replacing("#", with: "\($0)") }.joined()
        try expect(
            Breaking(
                "procedure.yaml", "consultations:\n", lines + "consultations:\n",
                "65 deadlines are too many to explore; a pack has at most 64", at: "1:1"))
    }

    @Test func aStageMaySayWhyNoDeadlineRuns() {
        var files = SoundPack.files
        files["procedure.yaml"] = SoundPack.procedure
            .replacingOnce("met-by: pay,", by: "met-by: publish,")
            .replacingOnce(
                "en: Payment}}\n", by: "en: Payment}, no-deadline: {zh-Hans: 等候缴费, en: Waiting}}\n")
        #expect(diagnostics(of: files).filter { !$0.contains("scenario ") }.isEmpty)
    }

    static let deadlines = [
        Breaking(
            "procedure.yaml", "met-by: object,", "met-by: object, when: {not: {lapsed: payment}},",
            "'when' of deadline 'objection' may only ask about fields, steps and outcome",
            at: "objection, title"),
        Breaking(
            "procedure.yaml", "lapse: {bar: object}", "lapse: {bar: []}",
            "deadline 'objection' bars no step", at: "objection, title"),
        Breaking(
            "procedure.yaml", "{take: deem-withdrawn}", "{take: deny}",
            [
                .init(
                    message: "step 'deem-withdrawn' is by law, but no deadline takes it",
                    at: "deem-withdrawn, title"),
                .init(
                    message:
                        "step 'deny' is taken when 'correction' lapses, so it must be 'by: law'",
                    at: "correction, title: {zh-Hans: 补正期限"),
            ]),
        Breaking(
            "procedure.yaml", "to: closed, outcome: withdrawn",
            "to: closed, outcome: [withdrawn, deny]",
            "the law cannot choose among outcomes", at: "deem-withdrawn, title"),
        Breaking(
            "procedure.yaml", "to: closed, outcome: withdrawn",
            "to: closed, form: payment, outcome: withdrawn",
            "the law fills in no form", at: "deem-withdrawn, title"),
    ]

    @Test(arguments: deadlines) func aDeadlineTheLawCannotKeepIsRefused(_ breaking: Breaking) throws
    {
        try expect(breaking)
    }

    static let basis: [(provision: String, rules: [(message: String, at: String, file: String)])] =
        [
            (
                "1",
                [
                    ("indicator 'received'", "received, title", "indicators.yaml"),
                    ("step 'apply'", "apply, title", "procedure.yaml"),
                ]
            ),
            (
                "3",
                [
                    ("step 'accept'", "accept\n    title", "procedure.yaml"),
                    (
                        "deadline 'examination'", "examination, title: {zh-Hans: 审查期限",
                        "procedure.yaml"
                    ),
                ]
            ),
            (
                "4",
                [
                    ("step 'ask-neighbours'", "ask-neighbours, title", "procedure.yaml"),
                    (
                        "deadline 'decision'", "decision\n    title: {zh-Hans: 决定期限",
                        "procedure.yaml"
                    ),
                    (
                        "consultation 'neighbours'", "neighbours, title: {zh-Hans: 相邻方意见",
                        "procedure.yaml"
                    ),
                ]
            ),
            (
                "5",
                [
                    ("step 'inspect'", "inspect, title", "procedure.yaml"),
                    ("step 'decide'", "decide\n    title", "procedure.yaml"),
                ]
            ),
            ("7", [("step 'publish'", "publish, title", "procedure.yaml")]),
            (
                "8",
                [
                    ("step 'object'", "object, title", "procedure.yaml"),
                    ("deadline 'objection'", "objection, title", "procedure.yaml"),
                ]
            ),
        ]

    @Test(arguments: basis.indices) func aBasisIsInForceAsLongAsTheProcedure(index: Int) throws {
        let (provision, rules) = Self.basis[index]
        let line = try #require(
            SoundPack.provisions.split(separator: "\n").first {
                $0.contains("provision: 招牌条例 \(provision),")
            })
        let expected = rules.map { rule in
            Breaking.Expected(
                message:
                    "\(rule.message) cites 招牌条例 \(provision), in force 2024-06-01.., but the procedure is in force 2024-01-01..2025-12-31",
                file: rule.file, at: rule.at)
        }
        try expect(
            Breaking(
                "provisions.yaml", String(line),
                line.dropLast() + ", in-force: {from: 2024-06-01}}",
                expected))
    }

    @Test func aBasisWhoseInstrumentEndsTooEarlyIsRefused() throws {
        try expect(
            Breaking(
                "provisions.yaml", "until: 2030-12-31", "until: 2024-12-31",
                [
                    .init(
                        message:
                            "remedy 'litigation' cites 行政诉讼法 46, in force 2017-07-01..2024-12-31, but the procedure is in force 2024-01-01..2025-12-31",
                        file: "procedure.yaml", at: "litigation, title")
                ]))
    }

    static let unused = [
        Breaking(
            "provisions.yaml", "  - {provision: 行政诉讼法 46",
            "  - {provision: ‹招牌条例 10, digest: {zh-Hans: 无用, en: Unused}, status: verified}\n  - {provision: 行政诉讼法 46",
            "nothing uses provision '招牌条例 10'"),
        Breaking(
            "procedure.yaml", "outcomes:\n",
            "  - {remedy: ‹appeal, title: {zh-Hans: 复议, en: Appeal}, basis: 行政诉讼法 46}\noutcomes:\n",
            "no outcome names remedy 'appeal'"),
        Breaking(
            "procedure.yaml", "    notice: acceptance\n", "",
            [
                .init(
                    message: "no step issues notice 'acceptance'",
                    file: "notices/acceptance.mustache", at: "1:1")
            ]),
        Breaking(
            "procedure.yaml", ", form: payment", "",
            [
                .init(
                    message: "no step uses form 'payment'", file: "forms/payment.yaml",
                    at: "payment")
            ]),
        Breaking(
            "procedure.yaml", "outcome: [grant, limit]", "outcome: grant",
            "no step decides outcome 'limit'",
            at: "limit, title"),
        Breaking(
            "procedure.yaml", "en: Granted in part}, burdens: true, remedies: litigation",
            "en: Granted in part}, burdens: true",
            "outcome 'limit' burdens a party, but names no remedies", at: "limit, title"),
    ]

    @Test(arguments: unused) func whatNothingUsesOrNamesIsRefused(_ breaking: Breaking) throws {
        try expect(breaking)
    }

    static let people = [
        Breaking(
            "procedure.yaml", "not-of: sponsor-organ",
            "not-of: sponsor-organ, not-by: inspect, times: 1",
            "step 'inspect' is taken only once, so nobody can have taken it before",
            at: "inspect, title"),
        Breaking(
            "procedure.yaml", "en: Pay}, by: applicant,",
            "en: Pay}, by: applicant, not-by: object,",
            "nobody could take step 'pay': only the same party may, and it took 'object'",
            at: "pay, title"),
        Breaking(
            "procedure.yaml", "by: [handler, sponsor],", "by: sponsor, not-of: sponsor-organ,",
            "nobody could take step 'extend-term': they must and must not belong to 'sponsor-organ'",
            at: "extend-term, title"),
    ]

    @Test(arguments: people) func aSeparationThatNobodyCouldKeepIsRefused(_ breaking: Breaking)
        throws
    {
        try expect(breaking)
    }

    @Test func aStepTakenOftenMayExcludeThoseWhoTookItBefore() {
        var files = SoundPack.files
        files["procedure.yaml"] = SoundPack.procedure.replacingOnce(
            "not-of: sponsor-organ", by: "not-of: sponsor-organ, not-by: inspect")
        #expect(diagnostics(of: files).isEmpty)
    }

    static let figures = [
        ("by: track, basis", "by: party-name, basis", "received"),
        (
            "count: {step: apply}, by: track", "count: {step: apply}, organ: party-name, by: track",
            "received"
        ),
        ("sum: {field: fee}", "sum: {field: fee, minus: party-name}", "fees"),
        ("distinct: officers", "distinct: party-name", "inspectors"),
    ].map {
        Breaking(
            "indicators.yaml", $0, $1, "figure '\($2)' depends on personal field 'party-name'",
            at: "\($2), title")
    }

    @Test(arguments: figures) func noFigureDependsOnAPersonalField(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking) {
            $0.contains("scenario ") || $0.contains("field 'party-name' is not")
        }
    }
}

/// A post is held by its name.
@Suite struct PostTests {
    private func neighbour(_ change: (String) -> String) throws -> [Procedure.ID: Procedure] {
        var files = SoundPack.files
        files["procedure.yaml"] = change(
            SoundPack.procedure.replacingOnce("procedure: signboard", by: "procedure: lamps"))
        let source = PackSource(name: "lamps", folder: "packs/lamps", files: files)
        let pack = try #require(PackReading.admitted(source).pack)
        return [pack.procedure.id: pack.procedure]
    }

    private func told(beside others: [Procedure.ID: Procedure]) -> [String] {
        diagnostics(of: SoundPack.files, elders: others)
    }

    @Test func aPostOfAnyOrganHasANameThatNoOtherMatterUses() throws {
        let others = try neighbour {
            $0.replacingOnce("matter: signboard", by: "matter: lamps")
                .replacingOnce("kind: officer, of: any}", by: "kind: officer}")
        }
        let place = try #require(SoundPack.procedure.place(of: "inspector, title"))
        #expect(
            told(beside: others) == [
                "packs/signboard/procedure.yaml:\(place): error: role 'inspector' works on files of any organ, and procedure 'lamps' has a role of that name: whoever holds it there could act here"
            ])
    }

    @Test func proceduresOfOneMatterShareTheirPosts() throws {
        #expect(told(beside: try neighbour { $0 }).isEmpty)
    }
}
