import Packs
import Testing

/// Names: declared once, well-formed, and never dangling.
@Suite struct NamesTests {
    static let dangling = [
        Breaking(
            "procedure.yaml", "approved-by: organ-head", "approved-by: ‹organ-haed",
            "there is no role 'organ-haed'; did you mean 'organ-head'?"),
        Breaking(
            "procedure.yaml", "holder: handler, lapse: overdue, basis: 招牌条例 3}",
            "holder: ‹clerk, lapse: overdue, basis: 招牌条例 3}", "there is no role 'clerk'"),
        Breaking(
            "procedure.yaml", "in: correcting, to: examination", "in: correcting, to: ‹examinatio",
            "there is no stage 'examinatio'; did you mean 'examination'?"),
        Breaking(
            "procedure.yaml", "in: [examination, review]", "in: [examination, ‹any]",
            "there is no stage 'any'"),
        Breaking(
            "procedure.yaml", "not-by: inspect", "not-by: ‹inspekt",
            "there is no step 'inspekt'; did you mean 'inspect'?"),
        Breaking(
            "procedure.yaml", "met-by: correct,", "met-by: ‹korrekt,",
            "there is no step 'korrekt'; did you mean 'correct'?"),
        Breaking(
            "procedure.yaml", "payable: payment", "payable: ‹payments",
            "there is no deadline 'payments'; did you mean 'payment'?"),
        Breaking(
            "procedure.yaml", "during: neighbours", "during: ‹neighbors",
            "there is no consultation 'neighbors'; did you mean 'neighbours'?"),
        Breaking(
            "procedure.yaml", "outcome: [grant, limit]", "outcome: [grant, ‹limits]",
            "there is no outcome 'limits'; did you mean 'limit'?"),
        Breaking(
            "procedure.yaml",
            "title: {zh-Hans: 部分准予, en: Granted in part}, burdens: true, remedies: litigation",
            "title: {zh-Hans: 部分准予, en: Granted in part}, burdens: true, remedies: ‹appeal",
            "there is no remedy 'appeal'"),
        Breaking(
            "procedure.yaml", "form: payment", "form: ‹payout", "there is no form 'payout'"),
        Breaking(
            "procedure.yaml", "of: sponsor-organ}", "of: ‹sponsor}", "there is no field 'sponsor'"),
        Breaking(
            "procedure.yaml", "notice: acceptance", "notice: ‹acceptence",
            "there is no notice 'acceptence'; did you mean 'acceptance'?"),
        Breaking(
            "procedure.yaml", "documents: letter, basis", "documents: [letter, ‹lettre], basis",
            "there is no document 'lettre'; did you mean 'letter'?"),
        Breaking(
            "procedure.yaml", "{field: size, at-most: 20}", "{settled: ‹fees}",
            "there is no debt 'fees'; did you mean 'fee'?"),
        Breaking(
            "procedure.yaml", "documents: letter, basis: 招牌条例 1}",
            "documents: letter, basis: ‹招牌条例 10}",
            "provisions.yaml does not have provision '招牌条例 10'; did you mean '招牌条例 1'?"),
        Breaking(
            "forms/decision.yaml", "{field: size}", "{field: ‹sice}",
            "there is no field 'sice'; did you mean 'size'?"),
        Breaking(
            "notices/acceptance.mustache", "{{party-name}}", "‹{{party}}",
            "there is no field 'party'"),
        Breaking(
            "notices/acceptance.mustache", "{{due.decision}}", "‹{{due.decisions}}",
            "there is no deadline 'decisions'; did you mean 'decision'?"),
        Breaking(
            "indicators.yaml", "ratio: {of: decided, over", "ratio: {of: ‹decide, over",
            "there is no indicator 'decide'; did you mean 'decided'?"),
        Breaking(
            "table.yaml", "figure: received", "figure: ‹receipts",
            "there is no indicator 'receipts'"),
        Breaking(
            "scenarios/objection-is-heard.yaml", "does: object", "does: ‹objekt",
            "there is no step 'objekt'; did you mean 'object'?"),
        Breaking(
            "scenarios/objection-is-heard.yaml", "proves: 招牌条例 8", "proves: ‹招牌法 8",
            "provisions.yaml does not have provision '招牌法 8'; did you mean '招牌条例 8'?"),
        Breaking(
            "scenarios/objection-is-heard.yaml", "by: [inspector/qian,", "by: [‹inspecter/qian,",
            "there is no role 'inspecter'; did you mean 'inspector'?"),
        Breaking(
            "scenarios/objection-is-heard.yaml", "approved-by: organ-head",
            "approved-by: ‹organ-haed",
            "there is no role 'organ-haed'; did you mean 'organ-head'?"),
        Breaking(
            "scenarios/granted-and-paid-late.yaml", "neighbour/bo]", "‹neighbor/bo]",
            "there is no role 'neighbor'; did you mean 'neighbour'?"),
        Breaking(
            "scenarios/granted-and-paid-late.yaml", "inspector/zhou: {", "inspektor/zhou: ‹{",
            "there is no role 'inspektor'; did you mean 'inspector'?"),
        Breaking(
            "scenarios/objection-is-heard.yaml", "{fee: 50 yuan}}", "{fees: ‹50 yuan}}",
            "there is no field 'fees'; did you mean 'fee'?"),
        Breaking(
            "scenarios/objection-is-heard.yaml", "unpaid: {fee: 50", "unpaid: {fine: ‹50",
            "there is no debt 'fine'; did you mean 'fee'?"),
        Breaking(
            "scenarios/objection-is-heard.yaml", "{pending: 1}", "{open: ‹1}",
            "there is no indicator 'open'"),
        Breaking(
            "scenarios/silence-withdraws.yaml", "does: ask-correction",
            "does: ask-correction, due: {corection: ‹2024-03-12}",
            "there is no deadline 'corection'; did you mean 'correction'?"),
    ]

    @Test(arguments: dangling) func aDanglingNameIsRefusedWithTheNearestOne(_ breaking: Breaking)
        throws
    {
        try expectRefusal(of: breaking)
    }

    static let twice = [
        ("procedure.yaml", "role: neighbour,", "role: ‹applicant,", "role 'applicant'"),
        ("procedure.yaml", "role: neighbour,", "role: ‹law,", "role 'law'"),
        ("procedure.yaml", "stage: closed,", "stage: ‹review,", "stage 'review'"),
        ("procedure.yaml", "step: publish,", "step: ‹deny,", "step 'deny'"),
        ("procedure.yaml", "deadline: objection,", "deadline: ‹payment,", "deadline 'payment'"),
        ("procedure.yaml", "outcome: limit,", "outcome: ‹grant,", "outcome 'grant'"),
        ("forms/payment.yaml", "form: payment", "form: ‹decision", "form 'decision'"),
        (
            "procedure.yaml", "publications:\n  - publication: decision\n",
            "publications:\n  - {publication: decision, title: {zh-Hans: 公示, en: Published}, by: publish, fields: {field: size, mask: keep}, basis: 招牌条例 7}\n  - publication: ‹decision\n",
            "publication 'decision'"
        ),
        (
            "forms/application.yaml", "- {choice: ordinary,",
            "- {choice: ordinary, title: {zh-Hans: 甲, en: A}}\n      - {choice: ‹ordinary,",
            "choice 'ordinary'"
        ),
        ("forms/payment.yaml", "field: paid,", "field: ‹fee,", "field 'fee'"),
        ("indicators.yaml", "indicator: pending,", "indicator: ‹fees,", "indicator 'fees'"),
        ("provisions.yaml", "provision: 招牌条例 8,", "provision: ‹招牌条例 7,", "provision '招牌条例 7'"),
    ].map { Breaking($0, $1, $2, "\($3) is declared twice") }

    @Test(arguments: twice) func nothingIsDeclaredTwice(_ breaking: Breaking) throws {
        try expectRefusal(of: breaking) {
            $0.contains("there is no") || $0.contains("does not have")
                || $0.contains("form 'decision' stands in")
        }
    }

    static let malformed = [
        ("procedure.yaml", "matter: signboard", "matter: ‹Signboards", "Signboards"),
        ("procedure.yaml", "else: too-large", "else: ‹too_large", "too_large"),
        ("forms/application.yaml", "choice: ordinary", "choice: ‹Ordinary", "Ordinary"),
    ].map {
        Breaking(
            $0, $1, $2, "'\($3)' is not a name: write lower-case words joined by hyphens")
    }

    @Test(arguments: malformed) func mattersCodesAndChoicesAreNamesToo(_ breaking: Breaking) throws
    {
        try expectRefusal(of: breaking) { !$0.contains("is not a name") }
    }

    static let misplaced = [
        Breaking(
            "procedure.yaml", "else: too-large", "else: ‹wrong-stage",
            "'wrong-stage' is a code of the engine; a requirement needs its own"),
        Breaking(
            "forms/payment.yaml", "form: payment", "form: ‹payout",
            "form 'payout' stands in payout.yaml"),
    ]

    @Test(arguments: misplaced) func aNameThatBelongsElsewhereIsRefused(_ breaking: Breaking) throws
    {
        try expectRefusal(of: breaking) {
            $0.contains("there is no form") || $0.contains("nothing is ever refused")
        }
    }

    static let names = ["Letter", "letter_of_application", "申请书", "the letter", ""]

    @Test(arguments: names) func aNameIsLowerCaseWordsJoinedByHyphens(name: String) throws {
        let breaking = Breaking(
            "procedure.yaml", "document: letter", "document: ‹'\(name)'",
            "'\(name)' is not a name: write lower-case words joined by hyphens")
        try expectRefusal(of: breaking) { $0.contains("there is no document") }
    }

    @Test func aNameHasAtMost64Bytes() throws {
        let name = String(repeating: "a", count: 65)
        let breaking = Breaking(
            "procedure.yaml", "document: letter", "document: ‹\(name)",
            "'\(name)' is not a name: write lower-case words joined by hyphens")
        try expectRefusal(of: breaking) { $0.contains("there is no document") }
    }
}
