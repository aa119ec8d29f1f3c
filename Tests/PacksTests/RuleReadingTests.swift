import Packs
import Testing

/// What is wrong with a single rule, as it is read.
@Suite struct RuleReadingTests {
    static let withoutBasis = [
        (
            ", documents: letter, basis: 招牌条例 1}", ", documents: letter}", "{step: apply",
            "step 'apply'"
        ),
        (
            "say: {zh-Hans: 招牌过大，不得受理, en: Too large to be accepted}\n        basis: 招牌条例 3\n",
            "say: {zh-Hans: 招牌过大，不得受理, en: Too large to be accepted}\n", "that: {field",
            "requirement 'too-large'"
        ),
        (
            "2 working-days, basis: 招牌条例 5}", "2 working-days}", "{after: inspect",
            "wait after 'inspect'"
        ),
        (
            "en: Made on the spot}, basis: 招牌条例 8}", "en: Made on the spot}}",
            "{deadline: objection",
            "deadline 'objection'"
        ),
        ("en: Asking}, basis: 招牌条例 4}", "en: Asking}}", "{during: neighbours", "pause"),
        (
            "length: 5 working-days, basis: 招牌条例 6}", "length: 5 working-days}", "{by: extend-term",
            "extension"
        ),
        (
            "holds: decide, basis: 招牌条例 4}", "holds: decide}", "{consultation: neighbours",
            "consultation 'neighbours'"
        ),
        (
            "- {field: size, mask: keep}\n    basis: 招牌条例 7\n", "- {field: size, mask: keep}\n",
            "publication: decision", "publication 'decision'"
        ),
        (
            "until: publish}], basis: 招牌条例 9}\n    basis: 招牌条例 9",
            "until: publish}], basis: 招牌条例 9}", "debt: fee", "debt 'fee'"
        ),
        ("until: publish}], basis: 招牌条例 9}", "until: publish}]}", "{per-day", "surcharge"),
        (
            "within: 6 months, basis: 行政诉讼法 46}", "within: 6 months}", "{remedy: litigation",
            "remedy 'litigation'"
        ),
        ("en: Granted}, basis: 招牌条例 6}", "en: Granted}}", "{outcome: grant,", "outcome 'grant'"),
    ].map {
        Breaking(
            "procedure.yaml", $0, $1, "\($3) has no basis", at: $2)
    }

    @Test(arguments: withoutBasis) func aRuleWithoutBasisIsRefused(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    @Test func aPassingWithoutBasisIsRefused() throws {
        try expectRefusal(
            of: Breaking(
                "procedure.yaml", "remedies:\n  - {remedy",
                "passing: ‹{from: old, on: 2024-01-01, say: {zh-Hans: 衔接, en: Pass}}\nremedies:\n  - {remedy",
                "passing has no basis"))
    }

    @Test func aPassingSaysOnWhichDay() throws {
        try expectRefusal(
            of: Breaking(
                "procedure.yaml", "remedies:\n  - {remedy",
                "passing: ‹{from: old, say: {zh-Hans: 衔接, en: Pass}, basis: 招牌条例 1}\nremedies:\n  - {remedy",
                "missing 'on'"))
    }

    static let heads = [
        Breaking(
            "procedure.yaml", "procedure: signboard", "procedure: ‹signboards",
            "the folder is named 'signboard'"),
        Breaking(
            "procedure.yaml", "'招〔{year}〕{n}号'", "‹'招〔2024〕{n}号'", "a number holds {year} and {n}"),
        Breaking(
            "procedure.yaml", "'招〔{year}〕{n}号'", "‹'招〔{year}〕号'", "a number holds {year} and {n}"),
        Breaking(
            "provisions.yaml", "provision: 招牌条例 7,", "provision: ‹招牌办法 7,",
            [
                .init(
                    message:
                        "provisions.yaml does not have provision '招牌条例 7'; did you mean '招牌条例 1'?",
                    file: "procedure.yaml", at: "招牌条例 7}"),
                .init(
                    message:
                        "provisions.yaml does not have provision '招牌条例 7'; did you mean '招牌条例 1'?",
                    file: "procedure.yaml", at: "招牌条例 7\n"),
                .init(message: "'招牌办法' is not among the instruments"),
            ]),
        Breaking(
            "provisions.yaml", "in-force: {from: 2023-06-01}", "in-force: ‹{from: 2022-12-31}",
            "reaches beyond the instrument, in force 2023-01-01.."),
        Breaking(
            "provisions.yaml", "en: Six months}, status: verified",
            "en: Six months}, status: verified, in-force: ‹{from: 2017-07-01}",
            "reaches beyond the instrument, in force 2017-07-01..2030-12-31"),
    ]

    @Test(arguments: heads) func theHeadOfAPackIsChecked(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    static let steps = [
        Breaking(
            "procedure.yaml", "en: Correct}, by: applicant,", "en: Correct},",
            "step 'correct' does not say by whom", at: "{step: correct,"),
        Breaking(
            "procedure.yaml", "by: law", "by: ‹[law, handler]", "the law acts alone, or people do"),
        Breaking(
            "procedure.yaml", "opens: true, to: examination",
            "opens: true, in: ‹review, to: examination",
            "a step that opens a case file has no 'in'"),
        Breaking(
            "procedure.yaml", "opens: true, to: examination", "opens: true",
            "step 'apply' opens a case file: say 'to' which stage", at: "{step: apply"),
        Breaking(
            "procedure.yaml", "en: Publish}, by: handler, in: settling,",
            "en: Publish}, by: handler,",
            "step 'publish' does not say in which stage", at: "{step: publish"),
        Breaking(
            "procedure.yaml", "{after: inspect, at-least: 2 working-days,", "‹{after: inspect,",
            "missing 'at-least'"),
        Breaking(
            "procedure.yaml", "        else: too-large\n", "", "missing 'else'", at: "that: {field"),
    ]

    @Test(arguments: steps) func aStepSaysWhoAndWhere(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    static let vacuous = [
        Breaking("procedure.yaml", "officers: 2", "officers: ‹0", "'officers' is at least 1"),
        Breaking(
            "procedure.yaml", "to: correcting, times: 1", "to: correcting, times: ‹0",
            "'times' is at least 1"),
        Breaking(
            "procedure.yaml", "times: 1, length: 5", "times: ‹0, length: 5", "'times' is at least 1"
        ),
        Breaking(
            "procedure.yaml", "that: {field: size, at-most: 20}", "that: {all: ‹[]}",
            "'all' needs conditions"),
        Breaking(
            "procedure.yaml", "that: {field: size, at-most: 20}", "that: {not: {any: ‹[]}}",
            "'any' needs conditions"),
        Breaking(
            "procedure.yaml", "number: {at: accept, ", "number: ‹{",
            "the numbering does not say 'at' which step"),
        Breaking(
            "procedure.yaml",
            "    fields:\n      - {field: party-name, mask: surname}\n      - {field: size, mask: keep}\n",
            "    fields: []\n", "publication 'decision' publishes no field",
            at: "publication: decision"),
    ]

    @Test(arguments: vacuous) func aRuleThatSaysNothingIsRefused(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    static let deadlines = [
        Breaking(
            "procedure.yaml", "from: decide, met-by: pay,", "met-by: pay,",
            "deadline 'payment' never starts", at: "{deadline: payment"),
        Breaking(
            "procedure.yaml", "from: decide, met-by: pay,", "from: decide,",
            "deadline 'payment' is never met", at: "{deadline: payment"),
        Breaking(
            "procedure.yaml", "within: 15 days, ", "", "missing 'within'", at: "{deadline: payment"),
        Breaking(
            "procedure.yaml", "lapse: overdue, basis: 招牌条例 9}", "basis: 招牌条例 9}",
            "deadline 'payment' is silent about silence: say 'lapse'", at: "{deadline: payment"),
        Breaking(
            "procedure.yaml", "lapse: overdue, basis: 招牌条例 9}", "lapse: ‹late, basis: 招牌条例 9}",
            "write overdue, {take: step} or {bar: [steps]}"),
        Breaking(
            "procedure.yaml", "is: {ordinary: 20 working-days, quick: 5 working-days}",
            "is: ‹{ordinary: 20 working-days}", "says nothing for choice 'quick' of field 'track'"),
        Breaking(
            "procedure.yaml", "quick: 5 working-days}", "quick: 5 working-days, slow: ‹60 days}",
            "'slow' is not a choice of field 'track'"),
        Breaking(
            "procedure.yaml", "{during: neighbours, ground", "‹{from: inspect, ground",
            "a pause says from which step until which, or during which consultation"),
        Breaking(
            "procedure.yaml", "times: 1, length: 5 working-days,", "times: 1,", "missing 'length'",
            at: "{by: extend-term"),
        Breaking(
            "procedure.yaml", "times: 1, length: 5 working-days,", "times: 1, field: size,",
            "missing 'most'", at: "{by: extend-term"),
    ]

    @Test(arguments: deadlines) func aDeadlineSaysAllThatMatters(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    static let effects = [
        Breaking(
            "procedure.yaml", "addressees: neighbour, within: 5 working-days,",
            "addressees: neighbour,",
            "missing 'within'", at: "{consultation"),
        Breaking(
            "procedure.yaml", "{field: size, mask: keep}", "‹{field: size}",
            "published field 'size' has no mask"),
        Breaking(
            "procedure.yaml", "mask: surname", "mask: ‹keep",
            "personal field 'party-name' is published whole: say 'because'"),
        Breaking(
            "procedure.yaml", "principal: fee", "principal: ‹size",
            "field 'size' must be money, and not personal"),
        Breaking(
            "procedure.yaml", "amount: paid", "amount: ‹party-name",
            "field 'party-name' must be money, and not personal"),
        Breaking(
            "procedure.yaml", "per-day: 3 %", "per-day: ‹0.05 %",
            "write a whole percentage, such as 3 %"),
        Breaking(
            "procedure.yaml", "per-day: 3 %", "per-day: ‹101 %",
            "write a whole percentage, such as 3 %"),
        Breaking(
            "procedure.yaml", "cap: principal", "cap: ‹none", "the cap is the principal"),
    ]

    @Test(arguments: effects) func anEffectSaysAllThatMatters(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    @Test func aPersonalFieldMayBePublishedWholeWithAReason() {
        var files = SoundPack.files
        files["procedure.yaml"] = SoundPack.procedure.replacingOnce(
            "mask: surname", by: "mask: keep, because: {zh-Hans: 法人名称, en: A firm's name}")
        #expect(diagnostics(of: files).isEmpty)
    }

    static let conditions = [
        (
            "‹{size: 20}",
            "not a condition; write field, today, times-done, set, done, lapsed, in-time, running, consulted, outcome, settled, document, all, any or not"
        ),
        ("{field: ‹size}", "one comparison: is, is-not, one-of, at-most, at-least, below or above"),
        (
            "{field: ‹size, at-least: 1, at-most: 2}",
            "one comparison: is, is-not, one-of, at-most, at-least, below or above"
        ),
        ("{field: track, above: ‹quick}", "values of field 'track' have no order"),
        ("{field: track, is: ‹slow}", "'slow' cannot stand in field 'track'"),
        ("{field: size, one-of: [1, ‹two]}", "'two' cannot stand in field 'size'"),
        ("{field: fee, above: ‹300}", "'300' cannot stand in field 'fee'"),
        ("{done: apply, within: 60 days, of: ‹size}", "field 'size' is not a day"),
        ("‹{done: apply, within: 60 days}", "missing 'of'"),
        ("‹{done: apply, of: erected-on}", "missing 'within'"),
        ("‹{consulted: neighbours}", "missing 'result'"),
        (
            "{consulted: neighbours, result: ‹fine}",
            "'fine' is not one of: agreed, objected, no-opinion, informed, sent-back, withdrawn"
        ),
        (
            "{field: ‹party-name, is: 张三}",
            "field 'party-name' is personal; no rule or figure may depend on it"
        ),
        (
            "{set: ‹party-name}",
            "field 'party-name' is personal; no rule or figure may depend on it"
        ),
        (
            "{not: {all: [{set: size}, {set: ‹sise}]}}",
            "there is no field 'sise'; did you mean 'size'?"
        ),
        (
            "{field: size, one-of: [1, 2], ‹is: 3}",
            "unknown key 'is'; known here: field, one-of"
        ),
    ].map { Breaking("procedure.yaml", "that: {field: size, at-most: 20}", "that: \($0)", $1) }

    @Test(arguments: conditions) func aMalformedConditionIsRefused(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }
}
