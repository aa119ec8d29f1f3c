import Engine
import GRDB
import Indicators
import Law
import Ledger
import Office

extension SQLiteAccess {
    func project(_ summary: CaseSummary, index: CaseIndex, work: [WorkItem]) throws {
        try run(
            "INSERT OR REPLACE INTO case_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                summary.subject.text, summary.procedure.text, summary.organ.text,
                summary.stage.text, summary.isFinal, summary.outcome?.text, summary.number,
                Int(summary.opened.number), summary.last.seconds, summary.version,
                summary.nextLapse?.seconds, summary.party, summary.assignee?.text,
            ])
        try put(index, of: summary.subject)
        if summary.version > 1 {
            try run("DELETE FROM work WHERE authority = ? AND subject = ?", [summary.subject.text])
        }
        for item in work {
            try run(
                """
                INSERT OR REPLACE INTO work
                    (authority, subject, deadline, person, organ, holder, due, procedure, assignee)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    item.subject.text, item.deadline, item.person?.text ?? "",
                    item.organ?.text ?? "",
                    item.holder.text, item.due?.seconds ?? Self.paused, summary.procedure.text,
                    summary.assignee?.text ?? "",
                ])
        }
    }

    /// Paused work is listed last.
    static let paused = Int64.max

    private func put(_ index: CaseIndex, of subject: CaseFile.ID) throws {
        try replace("concerned", "organ", of: subject, with: index.organs.map(\.text))
        try replace("involved", "person", of: subject, with: index.people.map(\.text))
        for item in index.published {
            try run(
                "INSERT OR REPLACE INTO publication VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    item.subject.text, item.position, item.procedure.text, item.rule.text,
                    item.organ.text, item.since.seconds, item.withdrawn?.seconds,
                ])
        }
        let organs = index.organs.map { SearchText.term(ofOrgan: $0.text) }.joined(separator: " ")
        try putSearch(index.text, organs, of: subject)
    }

    /// Makes the members of a case file these; most of the time they are already.
    private func replace(
        _ table: String, _ column: String, of subject: CaseFile.ID, with members: [String]
    ) throws {
        let kept = Set(
            try fetch(
                "SELECT \(column) FROM \(table) WHERE authority = ? AND subject = ?", [subject.text]
            ) { $0[0] as String })
        for gone in kept.subtracting(members) {
            try run(
                "DELETE FROM \(table) WHERE authority = ? AND \(column) = ? AND subject = ?",
                [gone, subject.text])
        }
        for new in Set(members).subtracting(kept) {
            try run(
                "INSERT INTO \(table) (authority, \(column), subject) VALUES (?, ?, ?)",
                [new, subject.text])
        }
    }

    /// The place in the search index is that of the file's first event; a text that has not changed is left alone.
    private func putSearch(_ terms: String, _ organs: String, of subject: CaseFile.ID) throws {
        let place = try fetch(
            "SELECT rowid FROM event WHERE authority = ? AND subject = ? AND version = 1",
            [subject.text]
        ) { row -> Int64 in row[0] }
        guard let place = place.first else { return }
        let statement = try database.cachedStatement(
            sql: "SELECT terms, organs FROM search WHERE rowid = ?")
        if let row = try Row.fetchOne(statement, arguments: [place]) {
            if row[0] == terms, row[1] == organs { return }
            try database.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?")
                .execute(arguments: [place])
        }
        try run(
            "INSERT INTO search (authority, rowid, terms, organs, subject) VALUES (?, ?, ?, ?, ?)",
            [place, terms, organs, subject.text])
    }

    func add(_ contributions: [NumberedContribution]) throws {
        var tallies: [Tally: Int] = [:]
        for numbered in contributions {
            let part = numbered.contribution
            try run(
                "INSERT INTO contribution (authority, figure, day, sequence, member, subject, organ, cell, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    part.figure.description, Int(part.day.number), numbered.sequence,
                    part.member ?? "", numbered.subject.text, part.organ.text, part.cell,
                    part.amount,
                ])
            let key = Tally(
                figure: part.figure, organ: part.organ, day: part.day, cell: part.cell, amount: 0)
            if part.member == nil { tallies[key, default: 0] += part.amount }
        }
        for (key, amount) in tallies {
            try run(
                """
                INSERT INTO tally (authority, figure, day, organ, cell, amount) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET amount = amount + excluded.amount
                """,
                [
                    key.figure.description, Int(key.day.number), key.organ.text, key.cell, amount,
                ])
        }
    }

    func clearProjections() throws {
        for table in Schema.projected { try run("DELETE FROM \(table) WHERE authority = ?", []) }
    }

    func projectionDigest() throws -> Digest {
        var digest = Digest.emptyRoot
        for table in Schema.projected {
            digest = Digest.of(digest.bytes + Array(table.utf8))
            let columns = try database.columns(in: table).indices.map { "\($0 + 1)" }
            let rows = try Row.fetchCursor(
                database,
                sql:
                    "SELECT * FROM \(table) WHERE authority = ? ORDER BY \(columns.joined(separator: ", "))",
                arguments: [authority])
            while let row = try rows.next() {
                let text = row.map { "\($0.1)" }.joined(separator: "|")
                digest = Digest.of(digest.bytes + Array(text.utf8))
            }
        }
        return digest
    }

    func lapsing(before moment: Moment) throws -> [CaseFile.ID] {
        try fetch(
            "SELECT subject FROM case_file WHERE authority = ? AND next_lapse < ? ORDER BY next_lapse, subject",
            [moment.seconds]
        ) { CaseFile.ID($0[0]) }
    }

    func tallies() throws -> [Tally] {
        try fetch(
            "SELECT figure, organ, day, cell, amount FROM tally WHERE authority = ? ORDER BY figure, day, organ, cell",
            [], Self.tally)
    }

    func tally(_ query: TallyQuery) throws -> [Tally] {
        var sql =
            "SELECT figure, organ, day, cell, amount FROM tally WHERE authority = ? AND figure = ? AND day BETWEEN ? AND ?"
        var arguments = Self.arguments(of: query)
        if let organ = query.organ {
            sql += " AND organ = ?"
            arguments.append(organ.text)
        }
        return try fetch(sql, arguments, Self.tally)
    }

    func cells(_ query: TallyQuery) throws -> [String: Int] {
        var sql =
            "SELECT cell, sum(amount) FROM tally WHERE authority = ? AND figure = ? AND day BETWEEN ? AND ?"
        var arguments = Self.arguments(of: query)
        if let organ = query.organ {
            sql += " AND organ = ?"
            arguments.append(organ.text)
        }
        let cells = try fetch(sql + " GROUP BY cell", arguments) { ($0[0] as String, $0[1] as Int) }
        return Dictionary(cells, uniquingKeysWith: +)
    }

    func distinct(_ query: TallyQuery) throws -> Int {
        var sql =
            "SELECT count(DISTINCT member) FROM contribution WHERE authority = ? AND figure = ? AND day BETWEEN ? AND ? AND member <> ''"
        var arguments = Self.arguments(of: query)
        if let organ = query.organ {
            sql += " AND organ = ?"
            arguments.append(organ.text)
        }
        return try fetch(sql, arguments) { $0[0] }[0]
    }

    private static func arguments(of query: TallyQuery) -> [(any DatabaseValueConvertible)?] {
        [
            query.figure.description, Int(query.days.lowerBound.number),
            Int(query.days.upperBound.number),
        ]
    }

    private static func tally(_ row: Row) throws -> Tally {
        guard let figure = FigureName(parsing: row[0]) else { throw Damage("a tally of no figure") }
        return Tally(
            figure: figure, organ: Organ.ID(row[1]), day: Day(number: row[2]), cell: row[3],
            amount: row[4])
    }
}
