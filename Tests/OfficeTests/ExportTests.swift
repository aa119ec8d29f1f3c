import Engine
import Ledger
import Office
import Storage
import Testing

/// What outsiders get: a log of static files, and proofs that need no log at all.
@Suite struct ExportTests {
    /// The files of an export, by path.
    private func export(
        _ bureau: Bureau, since published: String? = nil
    ) async throws -> [String: [UInt8]] {
        let export = LedgerExport(verifier: try Bureau.key.get().verifier)
        return try await bureau.journal.read { (reader) throws in
            var files: [String: [UInt8]] = [:]
            _ = try export.forEachFile(reader, since: published) { file in
                #expect(files[file.path] == nil)
                files[file.path] = file.bytes
            }
            return files
        }
    }

    private func filled(_ count: Int) async throws -> Bureau {
        let bureau = try await Bureau(["mediation"])
        for start in stride(from: 0, to: count, by: 200) {
            _ = try await bureau.office.commit(
                (start..<min(start + 200, count)).map { try Mediation.apply("p\($0)") })
        }
        return bureau
    }

    @Test(arguments: [1, 255, 256, 257, 600]) func anExportHoldsEveryFileOfItsSize(
        count: Int
    ) async throws {
        let bureau = try await filled(count)
        let files = try await export(bureau)
        let expected =
            TilePath.all(inTreeOf: count).map(\.text) + ["checkpoint", "verifier-key.txt"]
        #expect(Set(files.keys) == Set(expected))
        let note = String(decoding: try #require(files["checkpoint"]), as: UTF8.self)
        let signed = try Checkpoint.open(note, verifier: Bureau.key.get().verifier)
        #expect(signed.size == count)
        var tree = Tree()
        for case .entries(let index, let width) in TilePath.all(inTreeOf: count) {
            let path = TilePath.entries(index: index, width: width).text
            for entry in try EntryBundle.decode(#require(files[path])) { tree.append(.leaf(entry)) }
        }
        #expect(tree.root == signed.root)
    }

    @Test func anOlderExportMustBePartOfTheLog() async throws {
        let bureau = try await filled(300)
        let older = try await export(bureau)["checkpoint"].map {
            String(decoding: $0, as: UTF8.self)
        }
        _ = try await bureau.office.commit([Mediation.apply("one more")])
        #expect(try await export(bureau, since: older).keys.contains("tile/1/000.p/1"))
        let another = try await filled(301)
        await #expect(throws: Damage.self) { try await self.export(another, since: older) }
        let smaller = try await filled(10)
        await #expect(throws: Damage.self) { try await self.export(smaller, since: older) }
        await #expect(throws: Damage.self) { try await self.export(bureau, since: "nonsense") }
    }

    @Test func everyEventHasAProofThatHoldsForItAlone() async throws {
        let bureau = try await filled(70)
        let key = try Bureau.key.get().verifier
        let proofs = try await bureau.journal.read { (reader) throws in
            try (0..<70).map { try reader.proof(ofEventAt: $0, verifier: key) }
        }
        for (index, made) in proofs.enumerated() {
            let proof = try OfflineProof(made.proof.text)
            #expect(try proof.verify(entry: made.entry, verifier: key).size == 70)
            #expect(throws: OfflineProofError.self) {
                try proof.verify(entry: proofs[(index + 1) % 70].entry, verifier: key)
            }
        }
    }

    @Test func whatIsNotInTheLogIsNotProved() async throws {
        let bureau = try await filled(3)
        let key = try Bureau.key.get().verifier
        let other = try SigningKey(name: "yifa.test/other", seed: Array(1..<33)).verifier
        for sequence in [3, -1, Int.max] {
            await #expect(throws: Refusal.self) {
                try await bureau.journal.read { try $0.proof(ofEventAt: sequence, verifier: key) }
            }
        }
        await #expect(throws: Damage.self) {
            try await bureau.journal.read { try $0.proof(ofEventAt: 0, verifier: other) }
        }
        let empty = try await Bureau()
        await #expect(throws: Damage.self) { try await self.export(empty) }
    }
}
