import Law
import Packs
import Testing

/// Weakening a pack, and what its stories notice of it.
@Suite struct MutationTests {
    private func pack(_ files: [String: String] = SoundPack.files) throws -> Pack {
        let source = PackSource(name: "signboard", folder: "packs/signboard", files: files)
        let reading = PackReading.admitted(source)
        #expect(reading.diagnostics.map(\.description) == [])
        return try #require(reading.pack)
    }

    private func result(_ pack: Pack, of names: [String]? = nil) async -> MutationResult {
        let all = pack.procedure.weakenings
        let some = names.map { names in all.filter { names.contains($0.name) } }
        return await MutationRun(
            StoryTeller(pack: pack, calendar: .plain), weakenings: some ?? all
        ).result()
    }

    private static let unnoticed = "step ask-correction: times dropped"

    /// The sound pack with a story that asks for a correction twice.
    private static let strengthened: [String: String] = {
        var files = SoundPack.files
        files["scenarios/silence-withdraws.yaml"] = SoundPack.withdrawn.replacingOnce(
            "  - {day: 2024-03-05, by: handler, does: ask-correction}\n",
            by: """
                  - {day: 2024-03-05, by: handler, does: ask-correction}
                  - {day: 2024-03-06, by: applicant, does: correct}
                  - {day: 2024-03-07, by: handler, does: ask-correction, refused: already-done}
                  - {day: 2024-03-08, by: handler, does: deny}

                """
        ).replacingOnce("  - {day: 2024-03-12, by: law, does: deem-withdrawn}\n", by: "")
            .replacingOnce("outcome: withdrawn", by: "outcome: deny")
        return files
    }()

    @Test func whatNoStoryNoticesIsListedWithItsPlace() async throws {
        let result = await result(try pack(), of: [Self.unnoticed])
        #expect(result.noticed == 0)
        #expect(result.unnoticed.map(\.name) == [Self.unnoticed])
        let place = try #require(result.unnoticed.first?.place)
        #expect(place.file == "packs/signboard/procedure.yaml")
        let line = SoundPack.procedure.split(separator: "\n", omittingEmptySubsequences: false)[
            place.line - 1]
        #expect(line.contains("step: ask-correction"))
    }

    @Test func aStrongerStoryNotices() async throws {
        let result = await result(try pack(Self.strengthened), of: [Self.unnoticed])
        #expect(result.noticed == 1)
        #expect(result.unnoticed == [])
    }

    @Test func aRuleIsFoundOnItsOwnLine() async throws {
        let name =
            "step accept: requirement too-large: {field: size, at-most: 20} becomes {field: size, at-most: 21}"
        let result = await result(try pack(), of: [name])
        let line = SoundPack.procedure.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains("at-most: 20") }
        #expect(result.unnoticed.map(\.place.line) == [try #require(line) + 1])
    }

    @Test func mostOfTheSoundPackIsNoticed() async throws {
        let result = await result(try pack())
        #expect(result.weakenings == result.noticed + result.declared + result.unnoticed.count)
        #expect(result.noticed > result.weakenings / 2)
        #expect(result.share.description.hasSuffix(" %"))
    }

    @Test func aFormMayAskForMoreThanStoriesShow() async throws {
        let name = "form application: field size not required"
        let result = await result(try pack(), of: [name])
        #expect(result.unnoticed.map(\.place.file) == ["packs/signboard/forms/application.yaml"])
    }

    @Test func theShareIsRoundedDown() {
        #expect(MutationShare(noticed: 412, of: 430).description == "95.8 %")
        #expect(MutationShare(noticed: 1999, of: 2000).description == "99.9 %")
        #expect(MutationShare(noticed: 92, of: 100).suffices)
        #expect(!MutationShare(noticed: 919, of: 1000).suffices)
    }
}

/// What a pack declares to go unnoticed.
@Suite struct UnnoticedTests {
    private func files(declaring names: String...) -> [String: String] {
        var files = SoundPack.files
        let items = names.map {
            "  - {weakening: '\($0)', because: {zh-Hans: 无从显示, en: Nothing shows it}}\n"
        }
        files["procedure.yaml"] = SoundPack.procedure + "unnoticed:\n" + items.joined()
        return files
    }

    @Test func whatIsDeclaredIsCountedApart() async throws {
        let name = "step ask-correction: times dropped"
        let files = files(declaring: name)
        #expect(diagnostics(of: files) == [])
        let source = PackSource(name: "signboard", folder: "packs/signboard", files: files)
        let pack = try #require(PackReading.admitted(source).pack)
        let result = await MutationRun(StoryTeller(pack: pack, calendar: .plain)).result()
        #expect(result.declared == 1)
        #expect(!result.unnoticed.contains { $0.name == name })
        #expect(result.wrong == [])
    }

    @Test func whatAStoryNoticesNeedNotBeDeclared() async throws {
        let name = "step inspect: certified dropped"
        let source = PackSource(
            name: "signboard", folder: "packs/signboard", files: files(declaring: name))
        let pack = try #require(PackReading.admitted(source).pack)
        let result = await MutationRun(StoryTeller(pack: pack, calendar: .plain)).result()
        #expect(
            result.wrong.map(\.message) == [
                "a story notices 'step inspect: certified dropped': it need not be declared"
            ])
    }

    @Test func whatIsNeverMadeIsRefused() {
        let found = diagnostics(of: files(declaring: "step inspect: certified droped"))
        #expect(found.count == 1)
        #expect(
            found[0].hasSuffix(
                "error: yifa pack mutate makes no weakening 'step inspect: certified droped'; did you mean 'step inspect: certified dropped'?"
            ))
    }

    @Test func littleMayBeDeclared() {
        let all = [
            "step ask-correction: times dropped", "step ask-correction: times 1 becomes 2",
            "step deny: in without review", "form application: field size not required",
            "form application: field party-name not required",
            "form application: field track not required",
            "form payment: field paid not required", "step accept: notice without acceptance",
        ]
        var files = SoundPack.files
        files["procedure.yaml"] =
            SoundPack.procedure + "unnoticed:\n"
            + all.map { "  - {weakening: '\($0)', because: {zh-Hans: 无, en: None}}\n" }.joined()
        let found = diagnostics(of: files)
        #expect(found.count == 1)
        #expect(found.first?.contains("may be declared to go unnoticed") ?? false)
    }

    @Test func nothingIsDeclaredTwice() {
        let name = "step ask-correction: times dropped"
        let found = diagnostics(of: files(declaring: name, name))
        #expect(found.map { $0.hasSuffix("error: '\(name)' is declared twice") } == [true])
    }
}

/// What is kept of a measurement beside the pack.
@Suite struct MutationRecordTests {
    private static let text = """
        edition: 0011
        weakenings: 200
        noticed: 190
        declared: 1
        unnoticed:
          - 'step x: {done: it''s}'
          - step y

        """

    private func reading(_ text: String) -> PackReading {
        var files = SoundPack.files
        files["mutation.yaml"] = text
        return PackReading.admitted(
            PackSource(name: "signboard", folder: "packs/signboard", files: files))
    }

    @Test func aPackHasItsRecord() throws {
        let reading = reading(Self.text)
        #expect(reading.diagnostics.map(\.description) == [])
        let record = try #require(reading.pack?.mutation)
        #expect(record.edition == "0011")
        #expect(record.share.description == "95.0 %")
        #expect(record.unnoticed == ["step x: {done: it's}", "step y"])
        #expect(try #require(self.reading(record.text).pack?.mutation) == record)
    }

    @Test func aRecordOfNothingUnnoticedIsReadBack() async throws {
        let pack = try #require(reading(Self.text).pack)
        let none = await MutationRun(
            StoryTeller(pack: pack, calendar: .plain), weakenings: []
        ).result()
        let record = MutationRecord(none, edition: "ff")
        #expect(reading(record.text).diagnostics.map(\.description) == [])
        #expect(reading(record.text).pack?.mutation == record)
    }

    @Test func aRecordDoesNotBind() {
        var files = SoundPack.files
        files["mutation.yaml"] = Self.text
        let source = PackSource(name: "signboard", folder: "packs/signboard", files: files)
        #expect(!source.binding.contains { $0.name == "mutation.yaml" })
        #expect(diagnostics(of: files) == [])
    }

    @Test func aShareIsToldOnlyOfTheEditionMeasured() throws {
        let pack = try #require(reading(Self.text).pack)
        #expect(pack.share(measuredOf: "0011")?.description == "95.0 %")
        #expect(pack.share(measuredOf: "0012") == nil)
        let other = try #require(PackReading.admitted(SoundPack.source).pack)
        #expect(other.share(measuredOf: "0011") == nil)
    }

    @Test func aRecordThatSaysNothingIsReported() {
        let found = reading("edition: 00\n").diagnostics.map(\.message)
        #expect(found.contains("missing 'weakenings'"))
    }
}
