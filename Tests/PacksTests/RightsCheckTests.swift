import Law
import Packs
import Testing

/// Kinds of fault that no pack may have: a right skipped, cut off, or told wrongly.
@Suite struct RightsCheckTests {
    private func expect(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking) { $0.contains("scenario ") }
    }

    static let lapses = [
        Breaking(
            "procedure.yaml", "lapse: {bar: object}", "lapse: {bar: publish}",
            "deadline 'objection' of 'applicant' bars 'publish', which 'applicant' does not take: a lapse takes away only its holder's right",
            at: "objection, title"),
        Breaking(
            "procedure.yaml", ", no-undoing: {zh-Hans: 当场提出, en: Made on the spot}", "",
            "deadline 'objection' costs a party a right: say 'posted' (a day field; what is posted in time is in time), or 'no-undoing' why not",
            at: "objection, title"),
        Breaking(
            "procedure.yaml", "no-undoing: {zh-Hans: 可以重新申请, en: One may apply again}",
            "posted: erected-on",
            [
                .init(
                    message:
                        "no step that meets 'correction' states 'erected-on', the day of posting",
                    at: "correction, title: {zh-Hans: 补正期限"),
                .init(
                    message:
                        "the law takes 'deem-withdrawn' when 'correction' lapses: say which step 'undoes' it for good cause or posting in time, or 'no-undoing' why none does",
                    at: "correction, title: {zh-Hans: 补正期限"),
            ]),
        Breaking(
            "procedure.yaml", "step: object, title: {zh-Hans: 提出异议, en: Object}, by: applicant,",
            "step: object, title: {zh-Hans: 提出异议, en: Object}, by: applicant, undoes: payment,",
            "step 'object' undoes 'payment', whose lapse takes no step: there is nothing to undo",
            at: "object, title"),
    ]

    @Test(arguments: lapses) func `a lapse costs a party no more than the law says`(
        _ breaking: Breaking
    ) throws {
        try expect(breaking)
    }

    static let hearings = [
        Breaking(
            "procedure.yaml", "join: each", "join: all",
            "consultation 'neighbours' asks parties: 'join: each', or one answer ends another's time",
            at: "neighbours, title: {zh-Hans: 相邻方意见"),
        Breaking(
            "procedure.yaml", ", holds: decide", "",
            "consultation 'neighbours' asks parties: say which steps it 'holds' until their time is over",
            at: "neighbours, title: {zh-Hans: 相邻方意见"),
        Breaking(
            "procedure.yaml",
            "    told: {by: accept, no-heavier: {fee: proposed-fee}, basis: 招牌条例 6}\n", "",
            "step 'decide' makes a party owe 'fee': say in 'told' what they were told before",
            at: "decide\n"),
        Breaking(
            "procedure.yaml", "no-heavier: {fee: proposed-fee}", "no-heavier: {fee: ‹size}",
            [
                .init(message: "'fee' and 'size' are not of one kind")
            ]),
    ]

    @Test(arguments: hearings)
    func `who is asked keeps their time, and nobody owes what was not told`(
        _ breaking: Breaking
    ) throws {
        try expect(breaking)
    }

    @Test func `a burdened party has a remedy on every day`() throws {
        try expect(
            Breaking(
                "procedure.yaml", "within: 6 months, basis: 行政诉讼法 46}",
                "within: 6 months, in-force: {until: 2024-06-30}, basis: 行政诉讼法 46}",
                [
                    .init(
                        message:
                            "outcome 'limit' burdens a party, but no remedy is in force on 2024-07-01",
                        at: "limit, title"),
                    .init(
                        message:
                            "outcome 'deny' burdens a party, but no remedy is in force on 2024-07-01",
                        at: "deny, title: {zh-Hans: 不予许可, en: Denied}, burdens"),
                ]))
    }

    static let governing = [
        Breaking(
            "notices/acceptance.mustache", "{{due.decision}}", "{{due.decision}}，{{due.objection}}",
            "'objection' may not run when step 'accept' issues this notice: write {{#due.objection}}…{{/due.objection}} around it",
            at: "1:1"),
        Breaking(
            "procedure.yaml", "  - {deadline: payment, title",
            "  - {deadline: ‹quick-payment, title: {zh-Hans: 速缴, en: Quick}, within: 5 days, from: decide, met-by: pay, holder: applicant, lapse: overdue, basis: 招牌条例 9}\n  - {deadline: payment, title",
            "deadlines 'quick-payment' and 'payment' can both start with 'decide' and are met alike: say by 'when' which of them governs",
            at: "payment, title: {zh-Hans: 缴费期限"),
    ]

    @Test(arguments: governing) func `a term that does not govern is not told`(
        _ breaking: Breaking
    ) throws {
        try expect(breaking)
    }

    @Test func `a notice may tell a term in a section that is left out where it does not run`() {
        var files = SoundPack.files
        files["notices/acceptance.mustache"] =
            SoundPack.acceptance + "{{#due.objection}}至{{due.objection}}（含当日）{{/due.objection}}\n"
        #expect(diagnostics(of: files).isEmpty)
    }

    /// An audit of the inspection, after which the file goes back and is inspected again before it is decided.
    private func audited(asking condition: String) -> [String: String] {
        var files = SoundPack.files
        let audit =
            "  - {step: audit, title: {zh-Hans: 复核, en: Audit}, by: handler, in: review, to: settling, not-by: ask-correction, basis: 招牌条例 5}\n"
        let reopen =
            "  - {step: reopen, title: {zh-Hans: 退回, en: Reopen}, by: handler, in: settling, to: examination, basis: 招牌条例 5}\n"
        let asking =
            "requires: {that: \(condition), else: not-audited, say: {zh-Hans: 未复核, en: Not audited}, basis: 招牌条例 7}, basis: 招牌条例 7}"
        files["procedure.yaml"] = SoundPack.procedure
            .replacingOnce("  - step: decide\n", by: audit + reopen + "  - step: decide\n")
            .replacingOnce("to: correcting, times: 1,", by: "to: correcting,")
            .replacingOnce(
                "by: handler, in: settling, basis: 招牌条例 7}",
                by: "by: handler, in: settling, " + asking)
        return files
    }

    @Test func `a control is younger than what it controls`() {
        let message =
            "step 'publish' relies on 'audit', after which its subject can change: ask for {done: audit, since: [ask-correction]}"
        let stale = diagnostics(of: audited(asking: "{done: audit}"))
        #expect(stale.contains { $0.hasSuffix(message) })
        let fresh = diagnostics(of: audited(asking: "{done: audit, since: ask-correction}"))
        #expect(!fresh.contains { $0.contains("relies on") })
    }

    @Test func `a matter says in plain words what it is for`() throws {
        try expect(
            Breaking(
                "procedure.yaml",
                "plain: {zh-Hans: 想在店外挂招牌，先来申请。, en: Ask before you put up a signboard.}\n", "",
                "the procedure says nothing in plain words: add 'plain'", at: "1:1"))
        try expect(
            Breaking(
                "procedure.yaml", "asked-as: {zh-Hans: [挂招牌, 店招], en: shop sign}\n", "",
                "nobody finds the procedure by everyday words: add 'asked-as'", at: "1:1"))
    }

    @Test func `a rule that outlives a change of law cites the articles of both texts`() {
        var files = SoundPack.files
        let whole = "  - {provision: 招牌条例 8, digest: {zh-Hans: 异议, en: Objecting}, status: verified"
        let split = SoundPack.provisions.replacingOnce(
            whole + "}\n",
            by: whole + ", in-force: {from: 2023-01-01, until: 2024-12-31}}\n"
                + "  - {provision: 招牌条例 18, digest: {zh-Hans: 异议, en: Objecting}, status: verified, in-force: {from: 2025-01-01}}\n"
        )
        files["provisions.yaml"] = split
        #expect(
            diagnostics(of: files).contains {
                $0.contains("cites 招牌条例 8, in force 2023-01-01..2024-12-31")
            })
        files["procedure.yaml"] = SoundPack.procedure
            .replacing("basis: 招牌条例 8", with: "basis: [招牌条例 8, 招牌条例 18]")
        #expect(diagnostics(of: files).isEmpty)
    }
}
