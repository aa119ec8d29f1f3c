import Packs
import Testing

/// Each rule reads a field of the kind it needs, and one that is sure to be set.
@Suite struct FieldKindTests {
    private func expect(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking) { $0.contains("scenario ") }
    }

    static let rules = [
        Breaking(
            "procedure.yaml", "kind: organ, of: sponsor-organ", "kind: organ, of: size",
            "field 'size' is not an organ", at: "sponsor, title"),
        Breaking(
            "procedure.yaml", "not-of: sponsor-organ", "not-of: track",
            "field 'track' is not an organ", at: "inspect, title"),
        Breaking(
            "procedure.yaml", "en: Publish}, by: handler,",
            "en: Publish}, by: handler, recuses: sponsor-organ,",
            "field 'sponsor-organ' is not a person", at: "publish, title"),
        Breaking(
            "procedure.yaml", "within: 15 days", "within: {set-by: size}",
            "field 'size' is not a length", at: "payment, title"),
        Breaking(
            "procedure.yaml", "times: 1, length: 5 working-days",
            "times: 1, field: size, most: 5 working-days",
            "field 'size' is not a length", at: "decision\n    title: {zh-Hans: 决定期限"),
        Breaking(
            "procedure.yaml",
            "within: {field: track, is: {ordinary: 20 working-days, quick: 5 working-days}}",
            "within: {field: size, is: {large: 20 working-days}}",
            "field 'size' is not a choice", at: "decision\n    title: {zh-Hans: 决定期限"),
    ]

    @Test(arguments: rules) func aRuleReadsAFieldOfItsKind(_ breaking: Breaking) throws {
        try expect(breaking)
    }

    static let figures = [
        (
            "unit: 件, count: {step: apply}, by: track",
            "unit: 件, count: {step: apply}, organ: track", "field 'track' is not an organ",
            "received"
        ),
        ("by: [track, outcome]", "by: [size, outcome]", "field 'size' is not a choice", "decided"),
        (
            "sum: {field: fee}", "sum: {field: track}",
            "field 'track' is neither a number nor money", "fees"
        ),
        (
            "sum: {field: fee}", "sum: {field: fee, minus: size}", "field 'size' is not money",
            "fees"
        ),
        (
            "sum: {field: fee}", "sum: {field: size, minus: fee}", "field 'fee' is not a number",
            "fees"
        ),
    ].map { Breaking("indicators.yaml", $0, $1, $2, at: "\($3), title") }

    @Test(arguments: figures) func aFigureCountsFieldsOfItsKind(_ breaking: Breaking) throws {
        try expect(breaking)
    }

    @Test func aFieldThatSaysHowLongIsRequired() throws {
        let file = "forms/application.yaml"
        try expect(
            Breaking(
                file, "type: choice\n    required: true", "type: choice",
                [
                    .init(
                        message:
                            "field 'track' may be empty after step 'accept', and then the deadline would not start",
                        file: "procedure.yaml", at: "decision\n    title: {zh-Hans: 决定期限")
                ]))
    }

    static let sure = [
        (", when: {field: track, is: quick}", "    from: accept\n"),
        (", when: {all: [{set: track}, {field: size, above: 1}]}", "    from: accept\n"),
        (", when: {any: [{set: track}, {field: track, is: quick}]}", "    from: accept\n"),
    ]

    @Test(arguments: sure) func aConditionThatReadsTheFieldMakesItSure(when: String, from: String) {
        var files = SoundPack.files
        files["forms/application.yaml"] = SoundPack.application.replacingOnce(
            "type: choice\n    required: true", by: "type: choice")
        files["procedure.yaml"] = SoundPack.procedure.replacingOnce(
            from, by: from + "    " + when.dropFirst(2) + "\n")
        #expect(diagnostics(of: files).filter { $0.contains("may be empty") } == [])
    }

    @Test func aRequirementThatReadsTheFieldMakesItSure() {
        var files = SoundPack.files
        files["forms/application.yaml"] = SoundPack.application.replacingOnce(
            "type: choice\n    required: true", by: "type: choice")
        files["procedure.yaml"] = SoundPack.procedure.replacingOnce(
            "{field: size, at-most: 20}", by: "{all: [{set: track}, {field: size, at-most: 20}]}")
        #expect(diagnostics(of: files) == [])
    }
}
