import Engine
import GRDB
import Indicators
import Law
import Ledger
import Office

extension SQLiteAccess {
    func project(_ summary: CaseSummary, work: [WorkItem]) throws {
        try run(
            "INSERT OR REPLACE INTO case_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                summary.subject.text, summary.procedure.text, summary.organ.text,
                summary.stage.text, summary.isFinal, summary.outcome?.text, summary.number,
                Int(summary.opened.number), summary.last.seconds, summary.version,
                summary.nextLapse?.seconds,
            ])
        if summary.version > 1 {
            try run("DELETE FROM work WHERE authority = ? AND subject = ?", [summary.subject.text])
        }
        for item in work {
            try run(
                "INSERT OR REPLACE INTO work (authority, subject, deadline, organ, holder, due) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    item.subject.text, item.deadline, item.organ.text, item.holder.text,
                    item.due?.seconds,
                ])
        }
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

    func cases(_ query: CaseQuery) throws -> [CaseSummary] {
        var sql = "SELECT \(Self.summaryColumns) FROM case_file WHERE case_file.authority = ?"
        var arguments: [(any DatabaseValueConvertible)?] = []
        if let figure = query.figure {
            sql +=
                " AND subject IN (SELECT subject FROM contribution WHERE authority = ? AND figure = ?"
            arguments += [authority, figure.description]
            if let days = query.days {
                sql += " AND day BETWEEN ? AND ?"
                arguments += [Int(days.lowerBound.number), Int(days.upperBound.number)]
            }
            if let organ = query.organ {
                sql += " AND organ = ?"
                arguments.append(organ.text)
            }
            sql += ")"
        } else {
            if let days = query.days {
                sql += " AND opened BETWEEN ? AND ?"
                arguments += [Int(days.lowerBound.number), Int(days.upperBound.number)]
            }
            if let organ = query.organ {
                sql += " AND organ = ?"
                arguments.append(organ.text)
            }
        }
        for (column, value) in [
            ("procedure", query.procedure?.text), ("stage", query.stage?.text),
        ] where value != nil {
            sql += " AND \(column) = ?"
            arguments.append(value)
        }
        if let isOpen = query.isOpen { sql += isOpen ? " AND NOT is_final" : " AND is_final" }
        return try fetch(sql + " ORDER BY subject LIMIT \(query.limit)", arguments, Self.summary)
    }

    func lapsing(before moment: Moment) throws -> [CaseFile.ID] {
        try fetch(
            "SELECT subject FROM case_file WHERE authority = ? AND next_lapse < ? ORDER BY next_lapse, subject",
            [moment.seconds]
        ) { CaseFile.ID($0[0]) }
    }

    func work(_ query: WorkQuery) throws -> [WorkItem] {
        var sql = "SELECT subject, organ, deadline, holder, due FROM work WHERE authority = ?"
        var arguments: [(any DatabaseValueConvertible)?] = []
        if let organ = query.organ {
            sql += " AND organ = ?"
            arguments.append(organ.text)
        }
        if let before = query.dueBefore {
            sql += " AND due < ?"
            arguments.append(before.seconds)
        }
        return try fetch(
            sql + " ORDER BY due IS NULL, due, subject LIMIT \(query.limit)", arguments
        ) {
            WorkItem(
                subject: CaseFile.ID($0[0]), organ: Organ.ID($0[1]), deadline: $0[2],
                holder: Role.ID($0[3]), due: ($0[4] as Int64?).map { Moment(seconds: $0) })
        }
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

    private static let summaryColumns =
        "subject, procedure, organ, stage, is_final, outcome, number, opened, last, version, next_lapse"

    private static func summary(_ row: Row) -> CaseSummary {
        CaseSummary(
            subject: CaseFile.ID(row[0]), procedure: Procedure.ID(row[1]), organ: Organ.ID(row[2]),
            stage: Stage.ID(row[3]), isFinal: row[4],
            outcome: (row[5] as String?).map { Outcome.ID($0) }, number: row[6],
            opened: Day(number: row[7]), last: Moment(seconds: row[8]), version: row[9],
            nextLapse: (row[10] as Int64?).map { Moment(seconds: $0) })
    }

    private static func tally(_ row: Row) throws -> Tally {
        guard let figure = FigureName(parsing: row[0]) else { throw Damage("a tally of no figure") }
        return Tally(
            figure: figure, organ: Organ.ID(row[1]), day: Day(number: row[2]), cell: row[3],
            amount: row[4])
    }
}
