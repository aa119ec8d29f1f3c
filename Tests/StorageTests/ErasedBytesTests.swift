import Foundation
import GRDB
import Office
import Storage
import Testing

/// An erased name is in no byte of any file of the journal.
@Suite struct ErasedBytesTests {
    private func files(of bureau: Bureau, holding word: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: bureau.scratch.folder.path).filter {
            let bytes = FileManager.default.contents(atPath: bureau.scratch.path($0)) ?? Data()
            return bytes.range(of: Data(word.utf8)) != nil
        }
    }

    @Test func noByteOfAnErasedNameIsLeft() async throws {
        let bureau = try await Bureau(["mediation"])
        let subject = try await bureau.play("mediation", "ordinary-written-agreement")
        #expect(try !files(of: bureau, holding: "王强").isEmpty)
        _ = try await bureau.office.erase(subject, ground: "个人信息保护法 47")
        #expect(try files(of: bureau, holding: "王强") == [])
        #expect(try await bureau.check().problem == nil)
    }
}
