import Packs
import Testing

/// What is wrong with forms, notices, figures, tables and scenarios, as they are read.
@Suite struct FileReadingTests {
    static let notices = [
        ("{{/erected-on}}", "", "section 'erected-on' is never closed", "{{#erected-on}}"),
        ("{{#erected-on}}", "", "'erected-on' is closed without being open", "{{/erected-on}}"),
        (
            "{{/erected-on}}", "{{/erected}}", "'erected' is closed without being open",
            "{{/erected}}"
        ),
        ("{{day}}", "{{today}}", "there is no field 'today'", "{{today}}"),
        ("{{day}}", "{{{ today }}}", "there is no field 'today'", "{{{ today"),
    ].map { Breaking("notices/acceptance.mustache", $0, $1, $2, at: $3) }

    @Test(arguments: notices) func aPlaceOfANoticeNamesSomethingThatExists(_ breaking: Breaking)
        throws
    {
        try expectRefusal(of: breaking)
    }

    @Test func aNoticeMayHoldCommentsAndInvertedSections() {
        var files = SoundPack.files
        files["notices/acceptance.mustache"]? +=
            "{{! 备注 }}{{^fee}}免费{{/fee}}{{remedies}}{{organ}}{{outcome}}\n"
        #expect(diagnostics(of: files).isEmpty)
    }

    @Test func aChoiceNeedsChoices() throws {
        try expectRefusal(
            of: Breaking(
                "forms/application.yaml", "type: day", "type: ‹choice", "a choice needs choices"))
    }

    static let figures = [
        Breaking(
            "indicators.yaml", "unit: 件, count: {stage: closed}}", "unit: 件}",
            "write count, sum, distinct, ratio or stock", at: "{indicator: closed"),
        Breaking(
            "indicators.yaml", "count: {stage: closed}", "count: ‹{}",
            "write step, outcome or stage"),
        Breaking(
            "indicators.yaml", "sum: {field: fee}, at: {step: decide}", "sum: {field: fee}",
            "missing 'at'", at: "{indicator: fees"),
        Breaking(
            "indicators.yaml", "stock: {in: received, out: closed}", "stock: ‹{in: received}",
            "missing 'out'"),
        Breaking(
            "indicators.yaml", "where: {field: size, above: 10}",
            "where: {field: ‹party-name, is: 张三}",
            "field 'party-name' is personal; no rule or figure may depend on it"),
        Breaking(
            "indicators.yaml", "by: [track, outcome]", "by: [track, ‹result]",
            "there is no field 'result'"),
    ]

    @Test(arguments: figures) func aFigureSaysWhatItCounts(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    static let tables = [
        (
            "column: quick", "column: ‹quiet",
            "'quiet' is not a choice by which the results are broken down"
        ),
        ("row: R4", "row: ‹R3", "row 'R3' is declared twice"),
        (
            "{plus: [R1, R2], equals: [R3, R4]}", "‹{plus: [R1, R2], equals: []}",
            "a check needs rows on both sides"
        ),
        ("pending, at: start", "pending, at: ‹midyear", "write start or end"),
        ("equals: [R3, R4]", "equals: [R3, ‹R5]", "there is no row 'R5'"),
        ("{row: R3, title: 准予, outcome: grant}", "‹{row: R3, title: 准予}", "missing 'figure'"),
    ].map { Breaking("table.yaml", $0, $1, $2) }

    @Test(arguments: tables) func aTableIsChecked(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking) {
            $0.contains("there is no row 'R2'") || $0.contains("there is no row 'R4'")
        }
    }

    static let lines = [
        (
            "{day: 2024-03-12, by: applicant, does: object}", "‹{by: applicant, does: object}",
            "the line does not say when: day or at"
        ),
        (
            "day: 2024-03-12, by: applicant", "day: ‹2024-02-30, by: applicant",
            "'2024-02-30' is not a day such as 2024-01-01"
        ),
        (
            "day: 2024-03-12, by: applicant", "at: ‹2024-03-12, by: applicant",
            "'2024-03-12' is not a moment such as 2024-03-01 09:30"
        ),
        (
            "{day: 2024-03-12, by: applicant, does: object}", "‹{day: 2024-03-12, by: applicant}",
            "the line does nothing: write does, answers, adds, removes, passes, delegates, sends-back, urges or withdraws"
        ),
        (
            "does: object}", "does: object, refused: ‹too-late}",
            "nothing is ever refused with code 'too-late'"
        ),
        (
            "does: object}", "does: object, due: {payment: ‹soon}}",
            "'soon' is neither a day nor a moment"
        ),
        (
            "does: object}", "does: object, ‹to: closed}",
            "unknown key 'to'; known here: approved-by, asks, at, by, day, documents, does, due, issues, meets, outcome, refused, remedies, shows, with, without"
        ),
        (
            "does: object}", "answers: neighbours, opinion: ‹yes}",
            "'yes' is not one of: agree, object"
        ),
        ("does: object}", "sends-back: neighbours, to: ‹nowhere}", "there is no stage 'nowhere'"),
        ("unpaid: {fee: 50 yuan}", "unpaid: {fee: ‹50}", "'50' is not money"),
        (
            "figures: {pending: 1}", "figures: {pending: ‹many}",
            "'many' is neither a whole number nor money"
        ),
        ("proves: 招牌条例 8\n", "", "the scenario does not say what it proves"),
        (
            "ends: {stage: settling, outcome: grant, unpaid: {fee: 50 yuan}, figures: {pending: 1}}\n",
            "", "missing 'ends'"
        ),
        ("story:\n", "people: {inspector/sun: {certificate: ‹old}}\nstory:\n", "write none"),
        (
            "story:\n",
            "people: {inspector/sun: {certificate: none, certificate-until: ‹2023-12-31}}\nstory:\n",
            "write certificate or certificate-until, not both"
        ),
        (
            "does: object}",
            "does: object}\n  - {day: 2024-03-12, by: law, does: deem-withdrawn, refused: ‹closed}",
            "what the law does by itself is never refused"
        ),
        (
            "figures: {pending: 1}", "figures: {rate: ‹100}",
            "figure 'rate' is a ratio; expect the figures it is made of"
        ),
        ("story:\n", "each: ‹{a: 1, b: 2}\nstory:\n", "write one name and its values"),
        (
            "story:\n", "‹when: 2024\nstory:\n",
            "unknown key 'when'; known here: each, ends, organ, people, proves, scenario, starts-under, story"
        ),
    ].map { old, new, message in
        Breaking(
            "scenarios/objection-is-heard.yaml", old, new, message,
            at: new.contains("‹") ? nil : "1:1")
    }

    @Test(arguments: lines) func aMalformedLineOfAStoryIsRefused(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }
}
