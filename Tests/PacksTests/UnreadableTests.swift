import Packs
import Testing

/// What is wrong before a pack's rules are even looked at: YAML, keys, types of values.
@Suite struct UnreadableTests {
    static let shapes = [
        Breaking(
            "procedure.yaml", "matter: signboard", "matter: [signboard",
            "not YAML: did not find expected ',' or ']'", at: "3:6"),
        Breaking(
            "procedure.yaml", "matter: signboard\n", "matter: signboard\nmatter: other\n",
            "duplicate key 'matter'", at: "2:1"),
        Breaking(
            "procedure.yaml", "kind: officer, of: any}", "kind: officer, of: any, of: any}",
            "duplicate key 'of'", at: "of: any, of"),
        Breaking(
            "table.yaml", "{column: quick, title: 简易, group: 程序}", "‹简易",
            [
                .init(message: "expected keys and values here"), .init(message: "missing 'column'"),
            ]),
        Breaking(
            "procedure.yaml", "title: {zh-Hans: 户外招牌设置, en: Signboards}", "title: ‹户外招牌设置",
            [
                .init(message: "expected keys and values here"),
                .init(message: "missing 'zh-Hans'"),
            ]),
    ]

    @Test(arguments: shapes) func aFileOfAnotherShapeIsRefused(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    @Test(arguments: ["- a list\n", "a text\n", ""]) func aFileThatIsNoMappingIsRefused(
        text: String
    ) {
        var files = SoundPack.files
        files["table.yaml"] = text
        #expect(
            diagnostics(of: files) == [
                "packs/signboard/table.yaml:1:1: error: expected keys and values, found something else"
            ])
    }

    static let keys = [
        Breaking(
            "procedure.yaml", "final: true}", "final: true, ‹colour: red}",
            "unknown key 'colour'; known here: final, no-deadline, stage, title"),
        Breaking(
            "procedure.yaml", "remedies:\n  - {remedy", "‹remedy: none\nremedies:\n  - {remedy",
            "unknown key 'remedy'; known here: asked-as, confidential, consultations, deadlines, debts, documents, in-force, matter, number, outcomes, parameters, passing, plain, procedure, publications, remedies, roles, stages, steps, title, unnoticed"
        ),
        Breaking(
            "provisions.yaml", "title: 户外招牌管理条例,", "title: 户外招牌管理条例, ‹number: 1,",
            "unknown key 'number'; known here: in-force, instrument, title"),
        Breaking(
            "forms/decision.yaml", "{field: size}", "{field: size, ‹personal: true}",
            "unknown key 'personal'; known here: field, required, type"),
        Breaking(
            "table.yaml", "figure: received}", "figure: received, ‹note: x}",
            "unknown key 'note'; known here: figure, heading, outcome, row, stock, title"),
    ]

    @Test(arguments: keys) func anUnknownKeyIsRefused(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    static let missing = [
        Breaking(
            "procedure.yaml", "matter: signboard\n", "", "missing 'matter'", at: "1:1"),
        Breaking(
            "procedure.yaml", "title: {zh-Hans: 缴费, en: Payment}}", "title: ‹{zh-Hans: 缴费}}",
            "missing 'en'"),
        Breaking(
            "procedure.yaml", "in-force: {from: 2024-01-01, until: 2025-12-31}",
            "in-force: ‹{until: 2025-12-31}", "missing 'from'"),
        Breaking(
            "procedure.yaml", "in-force: {from: 2024-01-01, until: 2025-12-31}\n", "",
            "missing 'in-force'", at: "1:1"),
        Breaking(
            "procedure.yaml", "{step: publish, title: {zh-Hans: 公示, en: Publish}, by",
            "‹{step: publish, by", "missing 'title'"),
        Breaking(
            "provisions.yaml",
            "- {provision: 招牌条例 7, digest: {zh-Hans: 公示, en: Publishing}, status: assumed}",
            "- ‹{provision: 招牌条例 7, digest: {zh-Hans: 公示, en: Publishing}}", "missing 'status'"),
        Breaking(
            "indicators.yaml", "{indicator: large, title: {zh-Hans: 较大, en: Large}, unit",
            "‹{indicator: large, unit",
            "missing 'title'"),
        Breaking(
            "procedure.yaml", "asked-by: ask-neighbours, join: each,", "asked-by: ask-neighbours,",
            "missing 'join'", at: "{consultation: neighbours"),
        Breaking(
            "procedure.yaml", "remedy: litigation, title", "title", "missing 'remedy'",
            at: "{title: {zh-Hans: 行政诉讼"),
    ]

    @Test func aMisspeltKeyIsToldFromTheMissingOne() throws {
        try expectRefusal(
            of: Breaking(
                "procedure.yaml", "{step: publish, title: {zh", "‹{step: publish, titel: {zh",
                [
                    .init(message: "missing 'title'"),
                    .init(message: "unknown key 'titel'; did you mean 'title'?", at: "titel"),
                ]))
    }

    @Test(arguments: missing) func whatIsMissingIsSaidOnceAndNothingElse(_ breaking: Breaking)
        throws
    {
        try expectRefusal(of: breaking) { $0.contains("there is no remedy") }
    }

    static let values = [
        Breaking(
            "procedure.yaml", "procedure: signboard", "procedure: ‹[signboard]",
            "'procedure' must be a single value"),
        Breaking(
            "procedure.yaml", "kind: party}\n  - {role: neighbour",
            "kind: ‹{party: true}}\n  - {role: neighbour",
            "'kind' must be a single value"),
        Breaking(
            "procedure.yaml", "outcome: [grant, limit]", "outcome: [grant, ‹[limit]]",
            "'outcome' must be a name or a list of names"),
        Breaking(
            "procedure.yaml", "documents: letter, basis", "documents: ‹{letter: 1}, basis",
            "'documents' must be a name or a list of names"),
        Breaking(
            "procedure.yaml", "officers: 2", "officers: ‹two", "'two' is not a whole number"),
        Breaking(
            "procedure.yaml", "times: 1, basis: 招牌条例 2}", "times: ‹-1, basis: 招牌条例 2}",
            "'-1' is not a whole number"),
        Breaking(
            "procedure.yaml", "certified: true", "certified: ‹yes",
            "'yes' is neither true nor false"),
        Breaking(
            "procedure.yaml", "from: 2024-01-01,", "from: ‹2024-1-1,",
            "'2024-1-1' is not a day such as 2024-01-01"),
        Breaking(
            "procedure.yaml", "until: 2025-12-31", "until: ‹2023-12-31", "ends before it begins"),
        Breaking(
            "procedure.yaml", "within: 15 days", "within: ‹fifteen",
            "'fifteen' is not a length; write a number and a unit, such as '5 working-days'"),
        Breaking(
            "procedure.yaml", "within: 15 days", "within: ‹few days", "'few' is not a whole number"),
        Breaking(
            "procedure.yaml", "within: 15 days", "within: ‹15 weeks",
            "'weeks' is not a unit; write working-days, days, months, years or hours"),
        Breaking(
            "procedure.yaml", "within: 15 days", "within: ‹0 days",
            "0 days is out of range; write 1 to 36500"),
        Breaking(
            "procedure.yaml", "at-least: 2 working-days", "at-least: ‹2 workdays",
            "'workdays' is not a unit; write working-days, days, months, years or hours"),
        Breaking(
            "procedure.yaml", "kind: party}\n  - {role: neighbour",
            "kind: ‹citizen}\n  - {role: neighbour",
            "'citizen' is not one of: party, officer, organ"),
        Breaking(
            "procedure.yaml", "join: each", "join: ‹most",
            "'most' is not one of: all, any, sequence, each, inform"),
        Breaking(
            "procedure.yaml", "silence: consent", "silence: ‹agreed",
            "'agreed' is not one of: consent, objection, no-opinion"),
        Breaking(
            "procedure.yaml", "mask: surname", "mask: ‹hidden",
            "'hidden' is not one of: keep, surname, last-four, drop"),
        Breaking(
            "provisions.yaml", "status: assumed", "status: ‹guessed",
            "'guessed' is not one of: verified, local, assumed"),
        Breaking(
            "forms/payment.yaml", "type: money", "type: ‹yuan",
            "'yuan' is not one of: text, long-text, number, money, day, flag, organ, person, length, choice"
        ),
    ]

    @Test(arguments: values) func aValueOfAnotherTypeIsRefused(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking)
    }

    @Test(arguments: ["procedure.yaml", "provisions.yaml", "indicators.yaml"])
    func aMissingFileIsNamed(file: String) {
        var files = SoundPack.files
        files[file] = nil
        #expect(
            diagnostics(of: files).contains(
                "packs/signboard/\(file):1:1: error: the pack has no \(file)"))
    }

    @Test func aPackWithoutScenariosIsRefused() {
        let files = SoundPack.files.filter { !$0.key.hasPrefix("scenarios/") }
        #expect(
            diagnostics(of: files) == [
                "packs/signboard/scenarios:1:1: error: the pack has no scenarios"
            ])
    }

    @Test func aPackWithoutTableIsSound() {
        #expect(diagnostics(of: SoundPack.files.filter { $0.key != "table.yaml" }).isEmpty)
    }

    @Test func aPlaceIsPrintedAsACompilerWould() {
        var files = SoundPack.files
        files["procedure.yaml"] = SoundPack.procedure.replacingOnce(
            "kind: party", by: "kind: citizen")
        #expect(
            diagnostics(of: files) == [
                "packs/signboard/procedure.yaml:10:67: error: 'citizen' is not one of: party, officer, organ"
            ])
    }
}
