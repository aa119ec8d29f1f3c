import Engine
import Foundation
import GRDB
import Law
import Ledger
import Office

/// One transaction's view of one authority's journal.
struct SQLiteAccess: JournalWriter {
    let database: Database
    let authority: String

    func fetch<Value>(
        _ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = [],
        _ make: (Row) throws -> Value
    ) throws -> [Value] {
        let statement = try database.cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(
            statement, arguments: StatementArguments([authority] + arguments))
        var values: [Value] = []
        while let row = try rows.next() { values.append(try make(row)) }
        return values
    }

    func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?]) throws {
        try database.cachedStatement(sql: sql)
            .execute(arguments: StatementArguments([authority] + arguments))
    }
}

// MARK: - Events

extension SQLiteAccess {
    private static let columns =
        "sequence, subject, version, envelope, record, record_salt, personal, personal_salt"

    func size() throws -> Int {
        try fetch("SELECT coalesce(max(sequence) + 1, 0) FROM event WHERE authority = ?") { $0[0] }[
            0]
    }

    func events(of subject: CaseFile.ID) throws -> [StoredEvent] {
        try fetch(
            "SELECT \(Self.columns) FROM event WHERE authority = ? AND subject = ? ORDER BY version",
            [subject.text], Self.event)
    }

    func event(at sequence: Int) throws -> StoredEvent? {
        try fetch(
            "SELECT \(Self.columns) FROM event WHERE authority = ? AND sequence = ?", [sequence],
            Self.event
        ).first
    }

    func forEachEvent(_ order: EventOrder, _ body: (StoredEvent) throws -> Void) throws {
        let key =
            switch order {
            case .sequence: "sequence"
            case .caseFile: "subject, version"
            }
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT \(Self.columns) FROM event WHERE authority = ? ORDER BY \(key)",
            arguments: [authority])
        while let row = try rows.next() { try body(Self.event(row)) }
    }

    func append(_ event: StoredEvent) throws {
        try run(
            "INSERT INTO event (authority, \(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                event.sequence, event.subject.text, event.version, event.envelope.blob,
                event.record.bytes.blob, event.record.salt.blob, event.personal?.bytes.blob,
                event.personal?.salt.blob,
            ])
    }

    func erasePersonal(of subject: CaseFile.ID) throws {
        try run(
            "UPDATE event SET personal = NULL, personal_salt = NULL WHERE authority = ? AND subject = ?",
            [subject.text])
    }

    private static func event(_ row: Row) throws -> StoredEvent {
        let personal: [UInt8]? = try row.bytes(6)
        return StoredEvent(
            sequence: row[0], subject: CaseFile.ID(row[1]), version: row[2],
            envelope: try row.bytes(3) ?? [],
            record: StoredEvent.Sealed(bytes: try row.bytes(4) ?? [], salt: try row.bytes(5) ?? []),
            personal: try personal.map {
                StoredEvent.Sealed(bytes: $0, salt: try row.bytes(7) ?? [])
            })
    }
}

// MARK: - Ledger, editions, counters

extension SQLiteAccess {
    func tile(_ address: Tile.Address) throws -> [Digest]? {
        let found = try fetch(
            "SELECT digests FROM tile WHERE authority = ? AND level = ? AND position = ?",
            [address.level, address.index]
        ) { try $0.bytes(0) ?? [] }
        guard let bytes = found.first else { return nil }
        guard let digests = Tile.digests(from: bytes) else {
            throw Damage("tile \(address.level)/\(address.index) is not made of digests")
        }
        return digests
    }

    func tileCount() throws -> Int {
        try fetch("SELECT count(*) FROM tile WHERE authority = ?") { $0[0] }[0]
    }

    func put(_ tile: Tile) throws {
        try run(
            """
            INSERT INTO tile (authority, level, position, digests) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET digests = excluded.digests
            """, [tile.address.level, tile.address.index, tile.bytes.blob])
    }

    func checkpoint() throws -> String? {
        try fetch("SELECT note FROM checkpoint WHERE authority = ?") { row -> String in row[0] }
            .first
    }

    func put(checkpoint: String) throws {
        try run(
            "INSERT INTO checkpoint (authority, note) VALUES (?, ?) ON CONFLICT DO UPDATE SET note = excluded.note",
            [checkpoint])
    }

    func editions() throws -> [StoredEdition] {
        try fetch("SELECT id, procedure, text FROM edition WHERE authority = ? ORDER BY admitted") {
            StoredEdition(
                id: Edition.ID($0[0]), procedure: Procedure.ID($0[1]), text: try $0.bytes(2) ?? [])
        }
    }

    func editionCount() throws -> Int {
        try fetch("SELECT count(*) FROM edition WHERE authority = ?") { $0[0] }[0]
    }

    func put(_ edition: StoredEdition) throws {
        try run(
            "INSERT INTO edition (authority, id, procedure, admitted, text) VALUES (?, ?, ?, ?, ?)",
            [edition.id.text, edition.procedure.text, editionCount(), edition.text.blob])
    }

    func text(named name: String) throws -> String? {
        try fetch("SELECT text FROM kept WHERE authority = ? AND name = ?", [name]) {
            row -> String in
            row[0]
        }
        .first
    }

    func put(text: String, named name: String) throws {
        try run(
            "INSERT INTO kept (authority, name, text) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text",
            [name, text])
    }

    func counter(_ name: String) throws -> Int {
        try fetch("SELECT value FROM counter WHERE authority = ? AND name = ?", [name]) {
            row -> Int in row[0]
        }
        .first ?? 0
    }

    func set(counter name: String, to value: Int) throws {
        try run(
            "INSERT INTO counter (authority, name, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            [name, value])
    }
}

extension [UInt8] {
    var blob: DatabaseValue { Data(self).databaseValue }
}

extension Row {
    func bytes(_ index: Int) throws -> [UInt8]? {
        try withUnsafeData(atIndex: index) { $0.map([UInt8].init) }
    }
}
