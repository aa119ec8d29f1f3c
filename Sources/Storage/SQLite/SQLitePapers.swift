import Engine
import GRDB
import Law
import Office

/// What an office keeps beside the record.
extension SQLiteAccess {
    func once(_ name: String) throws -> Done? {
        try fetch(
            "SELECT request, subject, sequence, events FROM once WHERE authority = ? AND name = ?",
            [name]
        ) { Done(request: $0[0], subject: CaseFile.ID($0[1]), sequence: $0[2], count: $0[3]) }
        .first
    }

    func put(_ done: Done, once name: String) throws {
        try run(
            "INSERT INTO once (authority, name, request, subject, sequence, events) VALUES (?, ?, ?, ?, ?, ?)",
            [name, done.request, done.subject.text, done.sequence, done.count])
    }

    func paper(_ kind: String, _ key: String) throws -> Paper? {
        try fetch(
            "SELECT kind, key, owner, body FROM paper WHERE authority = ? AND kind = ? AND key = ?",
            [kind, key], Self.paper
        ).first
    }

    func papers(_ kind: String, of owner: String?) throws -> [Paper] {
        let columns = "SELECT kind, key, owner, body FROM paper WHERE authority = ? AND kind = ?"
        guard let owner else { return try fetch(columns + " ORDER BY key", [kind], Self.paper) }
        return try fetch(columns + " AND owner = ? ORDER BY key", [kind, owner], Self.paper)
    }

    func papers(_ query: PaperQuery) throws -> [Paper] {
        var sql = "SELECT kind, key, owner, body FROM paper WHERE authority = ? AND kind = ?"
        var arguments: [(any DatabaseValueConvertible)?] = [query.kind]
        if !query.prefix.isEmpty {
            sql += " AND key >= ? AND key < ?"
            arguments += [query.prefix, query.prefix + "\u{10FFFF}"]
        }
        if let owners = query.owners {
            sql += " AND owner IN (\(owners.map { _ in "?" }.joined(separator: ", ")))"
            arguments += owners
        }
        if let after = query.after {
            sql += " AND key > ?"
            arguments.append(after)
        }
        return try fetch(sql + " ORDER BY key LIMIT \(query.limit)", arguments, Self.paper)
    }

    func put(_ paper: Paper) throws {
        try run(
            """
            INSERT INTO paper (authority, kind, key, owner, body) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET owner = excluded.owner, body = excluded.body
            """, [paper.kind, paper.key, paper.owner, paper.body.blob])
    }

    func dropPaper(_ kind: String, _ key: String) throws {
        try run("DELETE FROM paper WHERE authority = ? AND kind = ? AND key = ?", [kind, key])
    }

    func document(_ digest: String) throws -> [UInt8]? {
        try fetch("SELECT content FROM document WHERE authority = ? AND digest = ?", [digest]) {
            try $0.bytes(0) ?? []
        }.first
    }

    func put(document: [UInt8], named digest: String) throws {
        try run(
            "INSERT OR IGNORE INTO document (authority, digest, content) VALUES (?, ?, ?)",
            [digest, document.blob])
    }

    func dropDocument(_ digest: String) throws {
        try run("DELETE FROM document WHERE authority = ? AND digest = ?", [digest])
    }

    func trail(_ query: TrailQuery) throws -> [TrailEntry] {
        var sql = "SELECT at, account, act, subject, detail, n FROM trail WHERE authority = ?"
        var arguments: [(any DatabaseValueConvertible)?] = []
        let conditions = [
            ("account", query.account), ("subject", query.subject?.text), ("act", query.act),
        ]
        for (column, value) in conditions {
            guard let value else { continue }
            sql += " AND \(column) = ?"
            arguments.append(value)
        }
        if let before = query.before {
            sql += " AND n < ?"
            arguments.append(before)
        }
        return try fetch(sql + " ORDER BY n DESC LIMIT \(query.limit)", arguments) { row in
            TrailEntry(
                at: Moment(seconds: row[0]), account: row[1], act: row[2],
                subject: (row[3] as String?).map { CaseFile.ID($0) }, detail: row[4],
                n: row[5])
        }
    }

    func add(_ entry: TrailEntry) throws {
        try run(
            "INSERT INTO trail (authority, at, account, act, subject, detail) VALUES (?, ?, ?, ?, ?, ?)",
            [entry.at.seconds, entry.account, entry.act, entry.subject?.text, entry.detail])
    }

    private static func paper(_ row: Row) throws -> Paper {
        Paper(kind: row[0], key: row[1], owner: row[2], body: try row.bytes(3) ?? [])
    }
}
