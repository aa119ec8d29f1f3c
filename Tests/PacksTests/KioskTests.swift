import Law
import Packs
import Testing

/// What protects a party is read, checked and told as worked by hand.
@Suite struct KioskTests {
    private func diagnostics(of files: [String: String]) -> [String] {
        let source = PackSource(name: "kiosk", folder: "packs/kiosk", files: files)
        return PackReading(source, elders: [:], calendar: .plain).diagnostics.map(\.description)
    }

    @Test func `the pack is sound and every story is true`() {
        #expect(diagnostics(of: KioskPack.files) == [])
    }

    /// What is written instead, and what is said of it.
    static let wrong: [(String, String, String)] = [
        (
            "at-most: {parameter: ceiling}", "at-most: {parameter: roof}",
            "there is no parameter 'roof'"
        ),
        (
            "at-most: {parameter: ceiling}", "at-most: {field: filed-on}",
            "the two sides are not of one kind and cannot be compared"
        ),
        (
            "{field: kind, is: citizen}", "{field: kind, below: {field: measure}}",
            "the two sides are not of one kind and cannot be compared"
        ),
        (
            "{times-done: note-down, below: 2}", "{times-done: note-down, below: two}",
            "'two' is not a whole number"
        ),
        (
            "{percent: 30, of: proposed-fine}", "{percent: 30, of: filed-on}",
            "a percentage is at most 100000"
        ),
        ("plus: 14 days", "plus: soon", "soon"),
        (
            "counted-from: {field: filed-on}", "counted-from: {field: kind}",
            "field 'kind' must be a day"
        ),
        (
            "      - {is: 1000 yuan}", "      - {is: 1000}",
            "the values of parameter 'ceiling' are not of one kind"
        ),
        (
            "      - {is: 1000 yuan}", "      - {is: 1000 yuan, in-force: {from: 2024-01-01}}",
            "the last value holds always"
        ),
        (
            "undoes: correction", "undoes: corection",
            "there is no deadline 'corection'; did you mean 'correction'?"
        ),
        (
            "as: '{mark}〔{year}〕{n}号'", "as: '字{mark}〔{year}〕{n}号'",
            "a number begins with {mark}〔, or has no mark"
        ),
        ("{document: letter}", "{document: lettre}", "there is no document 'lettre'"),
        (
            "{not: {running: payment}}", "{not: {running: payments}}",
            "there is no deadline 'payments'"
        ),
    ]

    @Test(arguments: wrong) func `a wrong quantity is named where it stands`(
        old: String, new: String, message: String
    ) throws {
        var files = KioskPack.files
        let text = try #require(files["procedure.yaml"])
        #expect(text.components(of: old) == 2, "‘\(old)’ must stand once")
        files["procedure.yaml"] = text.replacingOnce(old, by: new)
        #expect(diagnostics(of: files).contains { $0.contains(message) })
    }

    /// Without the rule the story is no longer true: each protects something.
    static let weaker: [(String, String)] = [
        (", posted: posted-on, lapse: {take: abandon}", ", lapse: {take: abandon}"),
        (", posted: posted-on, lapse: {bar: object}", ", lapse: {bar: object}"),
        ("    undoes: correction\n", ""),
        (
            "no-heavier: {fine: proposed-fine, measure: measure}",
            "no-heavier: {fine: proposed-fine}"
        ),
        ("counted-from: {field: filed-on}", "counted-from: apply"),
        ("{percent: 30, of: proposed-fine}", "{percent: 29, of: proposed-fine}"),
        ("plus: 14 days", "plus: 13 days"),
        ("in-force: {from: 2024-07-01}", "in-force: {from: 2024-07-10}"),
    ]

    @Test(arguments: weaker) func `a story notices when a protection is missing`(
        old: String, new: String
    ) throws {
        var files = KioskPack.files
        let text = try #require(files["procedure.yaml"])
        #expect(text.components(of: old) == 2, "‘\(old)’ must stand once")
        files["procedure.yaml"] = text.replacingOnce(old, by: new)
        #expect(
            diagnostics(of: files).contains {
                $0.contains("scenario '") || $0.contains("undoes") || $0.contains("'posted'")
            })
    }
}
