import Engine
import Law
import Office
import Packs
import Storage
import Testing

/// A case file stays under the text that was in force when it began.
@Suite struct EditionTests {
    /// The mediation pack with one more word in a file that binds.
    static func amended() throws -> AdmittedPack {
        let source = try Repository.pack("mediation").source
        var files = source.files
        files["procedure.yaml"] = files["procedure.yaml"].map { $0 + "\n# amended\n" }
        let reading = PackReading.admitted(
            PackSource(name: source.name, folder: source.folder, files: files))
        return try AdmittedPack(#require(reading.pack))
    }

    @Test func admittingAPackAgainChangesNothing() async throws {
        let bureau = try await Bureau(["mediation"])
        let before = try await bureau.journal.digest()
        try await bureau.office.admit(AdmittedPack(Repository.pack("mediation")))
        #expect(try await bureau.journal.digest() == before)
        #expect(try await bureau.journal.read { try $0.editions().count } == 1)
    }

    @Test func anAdmittedPackReadsBackAsItWas() async throws {
        for name in Repository.names {
            let pack = try AdmittedPack(Repository.pack(name))
            let again = try AdmittedPack(text: pack.text, named: name)
            #expect(again.edition == pack.edition)
            #expect(again.text == pack.text)
        }
    }

    @Test func scenariosAndProseDoNotBind() throws {
        let source = try Repository.pack("mediation").source
        var files = source.files
        files["README.md"] = "something else"
        let other = PackReading.admitted(
            PackSource(name: source.name, folder: source.folder, files: files))
        let pack = try AdmittedPack(Repository.pack("mediation"))
        #expect(try AdmittedPack(#require(other.pack)).edition.id == pack.edition.id)
    }

    @Test func aRunningFileKeepsItsEditionWhileANewerIsAdmitted() async throws {
        let bureau = try await Bureau(["mediation"])
        let old = try await bureau.office.submit(Mediation.apply()).file
        let amended = try Self.amended()
        try await bureau.office.admit(amended)
        let new = try await bureau.office.submit(Mediation.apply("p2")).file
        #expect(new.edition == amended.edition.id)
        #expect(old.edition != new.edition)
        for file in [old, new] {
            let receipt = try await bureau.office.submit(Mediation.register(file.id))
            #expect(receipt.events.map(\.edition) == [file.edition])
            #expect(receipt.file.edition == file.edition)
        }
        // Both editions number under one pattern, without a gap between them.
        let numbers = try await bureau.office.cases(CaseQuery()).map(\.number)
        #expect(numbers == ["海民调字〔2023〕1号", "海民调字〔2023〕2号"])
        #expect(try await bureau.check().problem == nil)
        #expect(try await bureau.office.rebuild() == 2)
    }

    @Test func aFilePassesOverOnItsDayAndNotBefore() async throws {
        let bureau = try await Bureau(["reconsideration-2017", "reconsideration-2023"])
        var performance = try Performance(
            "reconsideration-2023", "a-case-of-2023-passes-over-with-its-running-terms")
        for _ in 0..<3 { _ = try await performance.playNext(on: bureau.office) }
        let file = try #require(performance.file)
        #expect(file.procedure == "reconsideration-2017")
        let early = Request(
            .running(file.id, expecting: nil), .pass,
            effective: try Mediation.moment("2023-12-29"))
        #expect(try await bureau.office.refusal(of: early)?.code == "cannot-pass")
        while try await performance.playNext(on: bureau.office) != nil {}
        let (after, edition, events) = try await bureau.office.caseFile(file.id)
        #expect(after.procedure == "reconsideration-2023")
        #expect(edition.procedure.id == "reconsideration-2023")
        #expect(Set(events.map(\.1.edition)).count == 2)
        #expect(try await bureau.check().problem == nil)
    }

    @Test func aFileOfALawWithoutSuccessorCannotPass() async throws {
        let bureau = try await Bureau(["mediation"])
        let file = try await bureau.office.submit(Mediation.apply()).file
        let request = Request(
            .running(file.id, expecting: nil), .pass, effective: try Mediation.moment("2023-12-29"))
        #expect(try await bureau.office.refusal(of: request)?.code == "cannot-pass")
    }
}
