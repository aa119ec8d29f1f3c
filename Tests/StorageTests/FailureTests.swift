import Foundation
import GRDB
import Law
import Office
import Storage
import Testing

/// What can go wrong with a file is said in words an operator understands, and nothing is lost by it.
@Suite struct FailureTests {
    private func failure(_ path: String, create: Bool = false) -> String? {
        do {
            _ = try SQLiteJournal(path: path, authority: "here", create: create)
            return nil
        } catch let failure as JournalFailure {
            return failure.description
        } catch {
            return "not a JournalFailure: \(error)"
        }
    }

    @Test func aMissingFileIsNotMadeUnasked() throws {
        let scratch = try Scratch()
        let path = scratch.path("none.db")
        #expect(failure(path)?.contains("there is no journal here") == true)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(
            failure(scratch.path("no/such/folder.db"), create: true)?.contains("cannot be opened")
                == true)
    }

    @Test func aFolderOrAnotherFileIsNotAJournal() throws {
        let scratch = try Scratch()
        #expect(failure(scratch.folder.path)?.contains("cannot be opened") == true)
        let path = scratch.path("letter.txt")
        let letter = Data(String(repeating: "Dear Sir or Madam, ", count: 500).utf8)
        try letter.write(to: URL(filePath: path))
        #expect(failure(path)?.contains("the file is not a journal") == true)
        #expect(FileManager.default.contents(atPath: path) == letter)
    }

    @Test func aDamagedFileIsSaidToBeDamaged() async throws {
        let bureau = try await Bureau(["mediation"])
        try await bureau.play("mediation", "ordinary-failed")
        try bureau.journal.close()
        var bytes = try #require(FileManager.default.contents(atPath: bureau.path))
        for place in 4096..<bytes.count { bytes[place] ^= 0x5A }
        let path = bureau.scratch.path("damaged.db")
        try bytes.write(to: URL(filePath: path))
        do {
            let journal = try SQLiteJournal(path: path, authority: Bureau.authority, create: false)
            _ = try await journal.read { try $0.size() }
            Issue.record("a damaged file was read")
        } catch let failure as JournalFailure {
            #expect(failure.description.contains("the file is damaged"))
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everything"))
    func aReadOnlyFileSaysSo() async throws {
        let bureau = try await Bureau(["mediation"])
        try bureau.journal.close()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o400], ofItemAtPath: bureau.path)
        #expect(failure(bureau.path)?.contains("the file is read-only") == true)
    }

    @Test func aFullDiskRefusesAndLosesNothing() async throws {
        let bureau = try await Bureau(["mediation"])
        let done = try await bureau.play("mediation", "ordinary-failed")
        _ = try await bureau.journal.limit(toPages: 1)
        var played = 0
        do {
            for _ in 0..<1000 {
                try await bureau.play("mediation", "ordinary-failed")
                played += 1
            }
            Issue.record("the journal never became full")
        } catch let failure as JournalFailure {
            #expect(failure.description.contains("the disk is full; nothing was recorded"))
        }
        // What was acknowledged is there; what was refused left no trace; with room, work goes on.
        let findings = try await bureau.check()
        #expect(findings.problem == nil)
        #expect(findings.caseFiles >= played + 1)
        _ = try await bureau.journal.limit(toPages: 1 << 20)
        try await bureau.play("mediation", "ordinary-failed")
        #expect(try await bureau.office.caseFile(done).events.isEmpty == false)
        #expect(try await bureau.check().problem == nil)
    }

    @Test func aWriterThatWaitsInVainSaysSo() async throws {
        let scratch = try Scratch()
        let journal = try SQLiteJournal(
            path: scratch.path("j.db"), authority: "here", create: true)
        var open = Configuration()
        open.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: scratch.path("j.db"), configuration: open)
        try await other.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
        }
        do {
            try await journal.write { try $0.append(Sample.event(0, "a-1", 1)) }
            Issue.record("two wrote at once")
        } catch let failure as JournalFailure {
            #expect(
                failure.description.contains("another program is writing; nothing was recorded"))
        }
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try await journal.write { try $0.append(Sample.event(0, "a-1", 1)) }
        #expect(try await journal.read { try $0.size() } == 1)
    }
}
