import Packs
import Testing

/// What a line of a story expects to come of a step: notices, remedies, what is shown, deadlines met.
@Suite struct UpshotTests {
    /// A line of the sound pack's stories with words added, and what is wrong then.
    struct Added: Sendable, CustomTestStringConvertible {
        let story: String
        let line: String
        let words: String
        let wrong: String?

        init(_ story: String, _ line: String, _ words: String, wrong: String? = nil) {
            self.story = story
            self.line = line
            self.words = words
            self.wrong = wrong
        }

        var testDescription: String { words }
    }

    private static let accepts = "day: 2024-03-07, by: handler, does: accept"
    private static let denies = "day: 2024-03-12, by: handler, does: deny"
    private static let publishes = "day: 2024-03-21, by: handler, does: publish"
    private static let pays = "day: 2024-04-10, by: applicant, does: pay"

    static let added = [
        Added("granted-and-paid-late", accepts, "issues: acceptance"),
        Added(
            "granted-and-paid-late", accepts, "issues: []",
            wrong: "expected 文书：无; actual 文书：acceptance"),
        Added("granted-and-paid-late", publishes, "issues: []"),
        Added("granted-and-paid-late", accepts, "meets: examination"),
        Added(
            "granted-and-paid-late", accepts, "meets: [examination, decision]",
            wrong: "expected 履行期限：decision、examination; actual 履行期限：examination"),
        Added("granted-and-paid-late", pays, "meets: payment"),
        Added("granted-and-paid-late", publishes, "shows: {party-name: 张某, size: 12, fee: ''}"),
        Added(
            "granted-and-paid-late", publishes, "shows: {party-name: 张三}",
            wrong: "expected 公开 party-name：张三; actual 公开 party-name：张某"),
        Added("too-large-is-denied", denies, "remedies: {litigation: 6 months}"),
        Added(
            "too-large-is-denied", denies, "remedies: {litigation: untimed}",
            wrong: "expected 救济：litigation untimed; actual 救济：litigation 6 months"),
        Added(
            "too-large-is-denied", denies, "remedies: {}",
            wrong: "expected 救济：无; actual 救济：litigation 6 months"),
        Added(
            "too-large-is-denied", denies, "remedies: {litigation: half a year}",
            wrong: "is not a length"),
        Added(
            "too-large-is-denied", "refused: too-large", "issues: acceptance",
            wrong: "'issues' comes only of a step that is taken"),
        Added(
            "granted-and-paid-late", "day: 2024-03-11, by: neighbour/li", "meets: []",
            wrong: "'meets' comes only of a step that is taken"),
        Added(
            "silence-withdraws", "day: 2024-03-12, by: law, does: deem-withdrawn", "remedies: {}"),
    ]

    @Test(arguments: added) func whatComesOfAStepIsCompared(added: Added) {
        let file = "scenarios/\(added.story).yaml"
        var files = SoundPack.files
        files[file] = files[file]?.replacingOnce(added.line, by: "\(added.line), \(added.words)")
        let found = diagnostics(of: files).filter { !$0.contains("no scenario exercises") }
        if let wrong = added.wrong {
            #expect(!found.isEmpty && found.allSatisfy { $0.contains(wrong) })
        } else {
            #expect(found == [])
        }
    }

    @Test func anActMayLeaveOutWhatAnotherStates() {
        var files = SoundPack.files
        files["scenarios/all-is-stated.yaml"] = """
            scenario: {zh-Hans: 应当填写的都要填写, en: All that is required is stated}
            proves: 招牌条例 1
            each: {missing: [party-name, size, track]}
            story:
              - {day: 2024-03-04, by: applicant, does: apply, with: {party-name: 张三, size: 12, track: ordinary}, without: $missing, documents: letter, refused: missing-field}
              - {day: 2024-03-04, by: applicant, does: apply, with: {party-name: 张三, size: 12, track: ordinary}, documents: letter}
              - {day: 2024-03-05, by: handler, does: deny}
            ends: {stage: closed}

            """
        #expect(diagnostics(of: files) == [])
        files["scenarios/all-is-stated.yaml"]?.replace("[party-name, size, track]", with: "fee")
        let found = diagnostics(of: files)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("error: 'with' does not state 'fee'") ?? false)
    }
}
