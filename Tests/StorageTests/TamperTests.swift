import Engine
import Foundation
import GRDB
import Ledger
import Office
import Storage
import Testing

/// Whoever changes one byte of what was recorded, by whatever means, is found out, and the place is named.
@Suite struct TamperTests {
    static let columns = [
        "authority", "sequence", "subject", "version", "envelope", "record", "record_salt",
        "personal", "personal_salt",
    ]

    /// A small journal without the triggers that forbid changes.
    struct Defenceless {
        let bureau: Bureau
        let raw: DatabaseQueue

        init() async throws {
            bureau = try await Bureau(["dispute-screening", "pre-case-settlement"])
            try await bureau.play("dispute-screening", "hidden-dispute-is-referred")
            try await bureau.play("pre-case-settlement", "ordinary-withdrawn")
            raw = try DatabaseQueue(path: bureau.path)
            try await raw.write { database in
                let names = try String.fetchAll(
                    database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
                #expect(names.count >= 3)
                for name in names { try database.execute(sql: "DROP TRIGGER \(name)") }
            }
            #expect(try await bureau.check().problem == nil)
        }

        /// Runs the check with a change in place, and undoes the change.
        func problem(
            after change: String, _ arguments: StatementArguments = [], undo: String,
            _ undoArguments: StatementArguments
        ) async throws -> LedgerCheck.Problem? {
            try await raw.write { try $0.execute(sql: change, arguments: arguments) }
            let problem = try await bureau.check().problem
            try await raw.write { try $0.execute(sql: undo, arguments: undoArguments) }
            return problem
        }
    }

    @Test(arguments: columns) func aFlippedByteOfAnyColumnOfAnyEventIsFound(
        column: String
    ) async throws {
        let journal = try await Defenceless()
        let rows = try await journal.raw.read { database in
            try Row.fetchAll(
                database, sql: "SELECT rowid, sequence, \(column) FROM event ORDER BY sequence"
            )
            .map { row -> (id: Int, sequence: Int, value: DatabaseValue) in (row[0], row[1], row[2])
            }
        }
        #expect(rows.count >= 5)
        for (id, sequence, value) in rows {
            for changed in value.flipped {
                let problem = try await journal.problem(
                    after: "UPDATE event SET \(column) = ? WHERE rowid = ?", [changed, id],
                    undo: "UPDATE event SET \(column) = ? WHERE rowid = ?", [value, id])
                #expect(problem?.sequence == sequence, "\(column) of \(sequence) to \(changed)")
            }
        }
        #expect(try await journal.bureau.check().problem == nil)
    }

    @Test func aFlippedByteOfATileIsFound() async throws {
        let journal = try await Defenceless()
        let tile: DatabaseValue = try await journal.value("SELECT digests FROM tile")
        for changed in tile.flipped {
            let problem = try await journal.problem(
                after: "UPDATE tile SET digests = ?", [changed],
                undo: "UPDATE tile SET digests = ?", [tile])
            #expect(problem?.description == "tile 0/0 is not that of the log's events")
        }
        let missing = try await journal.problem(
            after: "UPDATE tile SET level = 5", undo: "UPDATE tile SET level = 0", [])
        #expect(missing?.description == "tile 0/0 is not that of the log's events")
        let extra = try await journal.problem(
            after: "INSERT INTO tile SELECT authority, 1, 0, digests FROM tile",
            undo: "DELETE FROM tile WHERE level = 1", [])
        #expect(extra?.description == "2 tiles are stored where the log has 1")
    }

    @Test func aFlippedByteOfTheCheckpointIsFound() async throws {
        let journal = try await Defenceless()
        let note: DatabaseValue = try await journal.value("SELECT note FROM checkpoint")
        for changed in note.flipped {
            let problem = try await journal.problem(
                after: "UPDATE checkpoint SET note = ?", [changed],
                undo: "UPDATE checkpoint SET note = ?", [note])
            #expect(problem?.description.contains("checkpoint") == true, "\(changed)")
        }
        let missing = try await journal.problem(
            after: "UPDATE checkpoint SET authority = 'x'",
            undo: "UPDATE checkpoint SET authority = ?", [Bureau.authority])
        #expect(missing?.description == "there are events but no checkpoint")
    }

    @Test(arguments: ["id", "procedure", "text"]) func aFlippedByteOfAnEditionIsFound(
        column: String
    ) async throws {
        let journal = try await Defenceless()
        let value: DatabaseValue = try await journal.value(
            "SELECT \(column) FROM edition WHERE admitted = 0")
        for changed in value.flipped {
            let problem = try await journal.problem(
                after: "UPDATE edition SET \(column) = ? WHERE admitted = 0", [changed],
                undo: "UPDATE edition SET \(column) = ? WHERE admitted = 0", [value])
            #expect(problem?.description.hasPrefix("edition ") == true, "\(changed)")
        }
    }

    @Test func aRecordThatIsGoneIsNamed() async throws {
        let bureau = try await Defenceless().bureau
        let size = try await bureau.journal.read { try $0.size() }
        for sequence in 0..<size {
            let journal = try await Defenceless()
            try await journal.raw.write {
                try $0.execute(sql: "DELETE FROM event WHERE sequence = ?", arguments: [sequence])
            }
            let problem = try await journal.bureau.check().problem
            #expect(problem?.sequence == sequence)
            #expect(problem?.what == "the record is missing from the log")
        }
    }

    @Test func aPersonalPartRemovedInSilenceIsNamed() async throws {
        let journal = try await Defenceless()
        try await journal.raw.write {
            try $0.execute(
                sql: "UPDATE event SET personal = NULL, personal_salt = NULL WHERE sequence >= 1")
        }
        let problem = try await journal.bureau.check().problem
        let first = try await journal.bureau.journal.read { (reader) throws in
            try Sample.all(reader, .sequence).first {
                try $0.personal == nil && Envelope($0.envelope).personal != nil
            }?.sequence
        }
        #expect(problem?.sequence == first)
        #expect(problem?.what.contains("no later event says that it was erased") == true)
    }

    @Test func anotherKeyOrAuthorityIsNotTakenForThisOne() async throws {
        let bureau = try await Defenceless().bureau
        let other = try SigningKey(name: "yifa.test/district", seed: Array(1..<33))
        let check = LedgerCheck(
            authority: Bureau.authority, verifier: other.verifier,
            calendar: try Repository.calendar.get())
        let problem = try await bureau.journal.read { try check.run($0).problem }
        #expect(problem?.what.hasPrefix("the checkpoint is not signed by") == true)
    }
}

extension TamperTests.Defenceless {
    fileprivate func value(_ sql: String) async throws -> DatabaseValue {
        try await raw.read { try DatabaseValue.fetchOne($0, sql: sql) ?? .null }
    }
}

extension DatabaseValue {
    /// The value with one byte changed: the first, the last and some between; a number with a bit changed.
    fileprivate var flipped: [DatabaseValue] {
        switch storage {
        case .null: []
        case .int64(let number): [(number ^ 0x10).databaseValue]
        case .double: []
        case .string(let text):
            Self.flips(of: Array(text.utf8)).map { bytes in
                String(decoding: bytes, as: UTF8.self).databaseValue
            }
        case .blob(let data): Self.flips(of: [UInt8](data)).map { Data($0).databaseValue }
        }
    }

    private static func flips(of bytes: [UInt8]) -> [[UInt8]] {
        let places = Set([0, bytes.count / 3, bytes.count / 2, bytes.count - 1])
        return places.sorted().filter(bytes.indices.contains).map { place in
            var changed = bytes
            changed[place] ^= 0x01
            return changed
        }
    }
}
