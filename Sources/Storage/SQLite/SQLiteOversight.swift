import Engine
import GRDB
import Indicators
import Law
import Office

// What those ask who answer for the work of others.

extension SQLiteAccess {
    func envelopes(in range: Range<Int>) throws -> [[UInt8]] {
        try fetch(
            """
            SELECT envelope FROM event WHERE authority = ? AND sequence >= ? AND sequence < ?
            ORDER BY sequence
            """, [range.lowerBound, range.upperBound]
        ) { try $0.bytes(0) ?? [] }
    }

    func counted(_ query: CountedQuery) throws -> [CountedEvent] {
        let first = max(query.after?.day ?? query.days.lowerBound, query.days.lowerBound)
        var sql = """
            SELECT c.day, c.sequence, c.organ, sum(c.amount), \(Self.joinedColumns)
            FROM contribution c JOIN case_file f ON f.authority = c.authority AND f.subject = c.subject
            WHERE c.authority = ? AND c.figure = ? AND c.day BETWEEN ? AND ?
            """
        var arguments: [(any DatabaseValueConvertible)?] = [
            query.figure.description, Int(first.number), Int(query.days.upperBound.number),
        ]
        if let organ = query.organ {
            sql += " AND c.organ = ?"
            arguments.append(organ.text)
        }
        if let after = query.after {
            sql += " AND (c.day, c.sequence) > (?, ?)"
            arguments += [Int(after.day.number), after.sequence]
        }
        return try fetch(
            sql + " GROUP BY c.day, c.sequence ORDER BY c.day, c.sequence LIMIT \(query.limit)",
            arguments
        ) {
            CountedEvent(
                sequence: $0[1], day: Day(number: $0[0]), organ: Organ.ID($0[2]), amount: $0[3],
                summary: Self.summary($0, from: 4))
        }
    }

    func stays(_ query: StayQuery) throws -> [Stay] {
        var sql = """
            SELECT CAST(c.cell AS INTEGER) AS days, c.sequence, c.day, \(Self.joinedColumns)
            FROM contribution c JOIN case_file f ON f.authority = c.authority AND f.subject = c.subject
            WHERE c.authority = ? AND c.figure = ? AND c.day BETWEEN ? AND ?
            """
        var arguments: [(any DatabaseValueConvertible)?] = [
            query.figure.description, Int(query.days.lowerBound.number),
            Int(query.days.upperBound.number),
        ]
        narrow("c.organ", to: query.organ, "", [], &sql, &arguments)
        if let after = query.after {
            sql += " AND (-CAST(c.cell AS INTEGER), c.sequence) > (?, ?)"
            arguments += [-after.days, after.sequence]
        }
        return try fetch(
            sql + " ORDER BY days DESC, c.sequence LIMIT \(query.limit)", arguments
        ) {
            Stay(
                days: $0[0], sequence: $0[1], left: Day(number: $0[2]),
                summary: Self.summary($0, from: 3))
        }
    }

    func waits(of organ: Organ.ID?, except: [Procedure.ID]) throws -> [StageWait] {
        var sql = """
            SELECT procedure, stage, count(*), subject, min(last) FROM case_file
            WHERE authority = ? AND is_final = 0
            """
        var arguments: [(any DatabaseValueConvertible)?] = []
        narrow("organ", to: organ, "procedure", except, &sql, &arguments)
        return try fetch(sql + " GROUP BY procedure, stage", arguments) {
            StageWait(
                procedure: Procedure.ID($0[0]), stage: Stage.ID($0[1]), count: $0[2],
                oldest: CaseFile.ID($0[3]), since: Moment(seconds: $0[4]))
        }
    }

    func waiting(_ query: WaitQuery) throws -> [CaseSummary] {
        var sql = """
            SELECT \(Self.summaryColumns) FROM case_file
            WHERE authority = ? AND is_final = 0 AND procedure = ? AND stage = ?
            """
        var arguments: [(any DatabaseValueConvertible)?] = [query.procedure.text, query.stage.text]
        if let organ = query.organ {
            sql += " AND organ = ?"
            arguments.append(organ.text)
        }
        if let after = query.after {
            sql += " AND (last, subject) > (?, ?)"
            arguments += [after.last.seconds, after.subject.text]
        }
        return try fetch(sql + " ORDER BY last, subject LIMIT \(query.limit)", arguments) {
            Self.summary($0, from: 0)
        }
    }

    func risks(
        at now: Moment, until soon: Moment, of organ: Organ.ID?, except: [Procedure.ID]
    ) throws -> [Risk] {
        var sql = """
            SELECT organ, sum(due < \(now.seconds)), count(*) FROM work
            WHERE authority = ? AND due <= ?
            """
        var arguments: [(any DatabaseValueConvertible)?] = [soon.seconds]
        narrow("organ", to: organ, "procedure", except, &sql, &arguments)
        return try fetch(sql + " GROUP BY organ ORDER BY 2 DESC, 3 DESC, organ", arguments) { row in
            let organ: String = row[0]
            let overdue: Int = row[1]
            let all: Int = row[2]
            return Risk(
                organ: organ.isEmpty ? nil : Organ.ID(organ), overdue: overdue, soon: all - overdue)
        }
    }

    private func narrow(
        _ column: String, to organ: Organ.ID?, _ other: String, _ except: [Procedure.ID],
        _ sql: inout String, _ arguments: inout [(any DatabaseValueConvertible)?]
    ) {
        if let organ {
            sql += " AND \(column) = ?"
            arguments.append(organ.text)
        }
        guard !except.isEmpty else { return }
        sql += " AND \(other) NOT IN (\(except.map { _ in "?" }.joined(separator: ", ")))"
        arguments += except.map(\.text)
    }
}
