import Foundation
import GRDB
import Law
import Ledger
import Office
import Storage
import Testing

/// The SQLite journal keeps the contract, and what is durable is durable.
@Suite struct SQLiteTests {
    @Test(arguments: JournalContract.rules)
    func theContractHolds(rule: JournalContract.Rule) async throws {
        let scratch = try Scratch()
        try await rule.check(
            SQLiteJournal(path: scratch.path("j.db"), authority: "here", create: true))
    }

    /// Several authorities can share a file, and none sees what another holds.
    @Test(arguments: JournalContract.rules)
    func theContractHoldsBesideAnotherAuthority(rule: JournalContract.Rule) async throws {
        let scratch = try Scratch()
        let neighbour = try SQLiteJournal(
            path: scratch.path("j.db"), authority: "there", create: true)
        try await neighbour.write { writer in
            for version in 1...3 { try writer.append(Sample.event(version - 1, "a-1", version)) }
            try writer.put(Sample.edition("e1"))
            try writer.put(Sample.tile(level: 0, index: 3, width: 5))
            try writer.put(checkpoint: "theirs")
            try writer.put(text: "theirs", named: "t")
            try writer.set(counter: "n", to: 77)
            try writer.project(
                Sample.summary("a-1", lapse: 1), index: CaseIndex(),
                work: [Sample.work("a-1", "x", due: 1)])
            try writer.add([Sample.contribution(0, "m.count", amount: 100)])
        }
        let before = try await neighbour.digest()
        try await rule.check(
            SQLiteJournal(path: scratch.path("j.db"), authority: "here", create: true))
        #expect(try await neighbour.digest() == before)
    }

    @Test func everyCommitReachesTheDisk() async throws {
        let scratch = try Scratch()
        let journal = try SQLiteJournal(
            path: scratch.path("j.db"), authority: "here", create: true)
        #expect(try await journal.synchronousLevel() == 2)
        try await journal.write { try $0.append(Sample.event(0, "a-1", 1)) }
        #expect(try await journal.synchronousLevel() == 2)
        let other = try DatabaseQueue(path: scratch.path("j.db"))
        let mode = try await other.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
        #expect(mode == "wal")
    }

    @Test func aJournalReopensAsItWasClosed() async throws {
        let scratch = try Scratch()
        let journal = try SQLiteJournal(
            path: scratch.path("j.db"), authority: "here", create: true)
        try await journal.write { try $0.append(Sample.event(0, "a-1", 1)) }
        let before = try await journal.digest()
        try journal.close()
        let again = try SQLiteJournal(
            path: scratch.path("j.db"), authority: "here", create: false)
        #expect(try await again.digest() == before)
    }

    static let forbidden = [
        "DELETE FROM event", "UPDATE event SET authority = 'x'", "UPDATE event SET sequence = 9",
        "UPDATE event SET subject = 'x'", "UPDATE event SET version = 9",
        "UPDATE event SET envelope = x'00'", "UPDATE event SET record = x'00'",
        "UPDATE event SET record_salt = x'00'", "UPDATE event SET personal = x'00'",
        "UPDATE event SET personal_salt = x'00'", "UPDATE event SET personal = NULL",
        "UPDATE event SET personal = x'00', personal_salt = x'00'",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
        "REPLACE INTO event (authority, sequence, subject, version, envelope, record, record_salt) VALUES ('here', 0, 'a-1', 1, x'00', x'00', x'00')",
    ]

    @Test(arguments: forbidden) func whatWasRecordedIsNeverChanged(sql: String) async throws {
        let scratch = try Scratch()
        let journal = try SQLiteJournal(
            path: scratch.path("j.db"), authority: "here", create: true)
        try await journal.write { try $0.append(Sample.event(0, "a-1", 1)) }
        let before = try await journal.digest()
        let raw = try DatabaseQueue(path: scratch.path("j.db"))
        await #expect(throws: DatabaseError.self) {
            try await raw.write { try $0.execute(sql: sql) }
        }
        #expect(try await journal.digest() == before)
    }
}
