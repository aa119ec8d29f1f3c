import Law
import Packs
import Testing

/// Stories that begin under an elder pack use its names until the file passes over.
@Suite struct ElderNamesTests {
    /// An elder of the sound pack, which calls some things by other names.
    private static let elder = Result {
        var files = SoundPack.files.filter { !$0.key.hasPrefix("scenarios/") }
        files["procedure.yaml"] = SoundPack.procedure
            .replacingOnce("from: 2024-01-01, until: 2025-12-31", by: "from: 2023-07-01")
            .replacingOnce("procedure: signboard", by: "procedure: older")
            .replacing("ask-correction", with: "give-back")
            .replacing("deadline: correction", with: "deadline: mending")
            .replacing("else: too-large", with: "else: far-too-large")
        files["forms/application.yaml"] = SoundPack.application
            .replacing("erected-on", with: "built-on")
        files["notices/acceptance.mustache"] = "受理\n"
        let source = PackSource(name: "older", folder: "packs/older", files: files)
        return try #require(PackReading.admitted(source).pack).procedure
    }

    private static let passing = """
        passing: {from: older, on: 2024-01-01, say: {zh-Hans: 衔接, en: Pass}, basis: 招牌条例 1}

        """

    /// What is wrong with the sound pack once it has a story with this line before the passing over, and this after it.
    private func found(before: String, after: String = "does: deny", knowingElder: Bool = true)
        throws -> [String]
    {
        var files = SoundPack.files
        files["procedure.yaml"] = SoundPack.procedure + Self.passing
        files["scenarios/passes-over.yaml"] = """
            scenario: {zh-Hans: 新旧衔接, en: Passing over}
            proves: 招牌条例 1
            starts-under: older
            story:
              - {day: 2023-12-25, by: applicant, does: apply, with: {party-name: 张三, size: 30, track: ordinary, built-on: 2023-12-01}, documents: letter}
              - {day: 2023-12-26, by: handler, \(before)}
              - {day: 2024-01-02, by: law, passes-over: true}
              - {day: 2024-01-02, by: handler, \(after)}
            ends: {stage: closed, outcome: deny}

            """
        return diagnostics(
            of: files, elders: knowingElder ? ["older": try Self.elder.get()] : [:])
    }

    @Test func linesBeforeThePassingUseTheElderNames() throws {
        #expect(try found(before: "does: accept, refused: far-too-large") == [])
    }

    @Test(arguments: [
        ("does: ask-correction", "there is no step 'ask-correction'"),
        (
            "does: give-back, due: {correction: 2024-01-02}",
            "there is no deadline 'correction'"
        ),
        ("does: give-back, with: {erected-on: 2024-01-02}", "there is no field 'erected-on'"),
        (
            "does: accept, refused: too-large",
            "nothing is ever refused with code 'too-large'"
        ),
    ])
    func namesOfTheNewPackAreUnknownBeforeIt(line: String, message: String) throws {
        let found = try found(before: line)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("packs/signboard/scenarios/passes-over.yaml:6:") ?? false)
        #expect(found.first?.contains(message) ?? false)
    }

    @Test func namesOfTheElderAreUnknownAfterIt() throws {
        let found = try found(
            before: "does: accept, refused: far-too-large", after: "does: give-back")
        #expect(found.count == 1)
        #expect(found.first?.contains(":8:") ?? false)
        #expect(found.first?.contains("there is no step 'give-back'") ?? false)
    }

    @Test func withoutTheElderTheStoryOnlySaysThat() throws {
        let found = try found(before: "does: whatever", knowingElder: false)
        #expect(found.count { $0.contains("older 可用; actual 没有这个程序") } == 1)
        #expect(!found.contains { $0.contains("whatever") })
    }
}
