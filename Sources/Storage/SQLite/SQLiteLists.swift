import Engine
import GRDB
import Indicators
import Law
import Office

/// A statement's conditions and the values in their places, grown together.
private struct Conditions {
    var sql: String
    var arguments: [(any DatabaseValueConvertible)?] = []

    mutating func add(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
        sql += " AND " + condition
        arguments += values
    }

    mutating func add(_ column: String, ifSet value: String?) {
        if let value { add("\(column) = ?", value) }
    }

    mutating func add(_ column: String, among values: [String], not isExcluded: Bool = false) {
        guard !values.isEmpty else { return }
        let places = values.map { _ in "?" }.joined(separator: ", ")
        sql += " AND \(column) \(isExcluded ? "NOT IN" : "IN") (\(places))"
        arguments += values
    }
}

extension SQLiteAccess {
    func cases(_ query: CaseQuery) throws -> [CaseSummary] {
        var conditions = Conditions(
            sql: "SELECT \(Self.summaryColumns) FROM case_file WHERE case_file.authority = ?")
        match(query, &conditions)
        conditions.add("procedure", ifSet: query.procedure?.text)
        conditions.add("procedure", among: query.except.map(\.text), not: true)
        conditions.add("stage", ifSet: query.stage?.text)
        if let isOpen = query.isOpen { conditions.add(isOpen ? "NOT is_final" : "is_final") }
        let order: String
        switch query.order {
        case .name:
            if let after = query.after { conditions.add("case_file.subject > ?", after.text) }
            order = "case_file.subject"
        case .newestName:
            if let after = query.after { conditions.add("case_file.subject < ?", after.text) }
            order = "case_file.subject DESC"
        }
        return try fetch(
            conditions.sql + " ORDER BY \(order) LIMIT \(query.limit)", conditions.arguments
        ) { Self.summary($0, from: 0) }
    }

    /// The conditions that other tables answer.
    private func match(_ query: CaseQuery, _ conditions: inout Conditions) {
        if let figure = query.figure {
            var part = Conditions(
                sql: "SELECT subject FROM contribution WHERE authority = ? AND figure = ?",
                arguments: [authority, figure.description])
            span(query.days, of: "day", &part)
            part.add("organ", ifSet: query.organ?.text)
            conditions.sql += " AND subject IN (\(part.sql))"
            conditions.arguments += part.arguments
        } else {
            span(query.days, of: "opened", &conditions)
            conditions.add("organ", ifSet: query.organ?.text)
        }
        if let person = query.involving {
            conditions.add(
                "subject IN (SELECT subject FROM involved WHERE authority = ? AND person = ?)",
                authority, person.text)
        }
        if let text = query.text {
            let terms = Self.match(text, of: query.concerning)
            conditions.add(
                "subject IN (SELECT subject FROM search WHERE search MATCH ? AND authority = ?)",
                terms, authority)
        } else if let organ = query.concerning {
            conditions.add(
                "EXISTS (SELECT 1 FROM concerned c WHERE c.authority = ? AND c.organ = ? AND c.subject = case_file.subject)",
                authority, organ.text)
        }
    }

    private func span(
        _ days: ClosedRange<Day>?, of column: String, _ conditions: inout Conditions
    ) {
        guard let days else { return }
        conditions.add(
            "\(column) BETWEEN ? AND ?", Int(days.lowerBound.number), Int(days.upperBound.number))
    }

    /// The query of the full-text index; a text without words finds nothing.
    private static func match(_ text: String, of organ: Organ.ID?) -> String {
        let terms = SearchText.query(for: text) ?? "\"\""
        let words = "terms : (\(terms))"
        guard let organ else { return words }
        return "organs : \"\(SearchText.term(ofOrgan: organ.text))\" AND \(words)"
    }

    func isConcerned(
        _ organ: Organ.ID?, _ person: Person.ID?, in subject: CaseFile.ID
    ) throws -> Bool {
        let found = try fetch(
            """
            SELECT 1 FROM case_file WHERE authority = ? AND subject = ? AND (
                EXISTS (SELECT 1 FROM concerned c WHERE c.authority = case_file.authority
                    AND c.organ = ? AND c.subject = case_file.subject)
                OR EXISTS (SELECT 1 FROM involved i WHERE i.authority = case_file.authority
                    AND i.person = ? AND i.subject = case_file.subject))
            """, [subject.text, organ?.text, person?.text]
        ) { $0[0] as Int }
        return !found.isEmpty
    }
}

// MARK: - Publications

extension SQLiteAccess {
    func publications(_ query: PublicationQuery) throws -> [PublishedItem] {
        var conditions = Conditions(
            sql: """
                SELECT subject, position, procedure, rule, organ, since, withdrawn FROM publication
                WHERE authority = ?
                """)
        conditions.add("procedure", ifSet: query.procedure?.text)
        conditions.add("rule", ifSet: query.rule?.text)
        conditions.add("organ", ifSet: query.organ?.text)
        if let days = query.days {
            conditions.add(
                "since BETWEEN ? AND ?", Moment(days.lowerBound).seconds,
                Moment.end(of: days.upperBound).seconds)
        }
        if let before = query.before {
            conditions.add(
                "(since < ? OR since = ? AND (subject, position) > (?, ?))", before.since.seconds,
                before.since.seconds, before.subject.text, before.position)
        }
        return try fetch(
            conditions.sql + " ORDER BY since DESC, subject, position LIMIT \(query.limit)",
            conditions.arguments
        ) {
            PublishedItem(
                subject: CaseFile.ID($0[0]), position: $0[1], procedure: Procedure.ID($0[2]),
                rule: PublicationRule.ID($0[3]), organ: Organ.ID($0[4]),
                since: Moment(seconds: $0[5]),
                withdrawn: ($0[6] as Int64?).map { Moment(seconds: $0) })
        }
    }
}

// MARK: - Work

extension SQLiteAccess {
    func work(_ query: WorkQuery) throws -> [DeskRow] {
        let columns = "w.organ, w.deadline, w.holder, w.person, w.due, \(Self.joinedColumns)"
        let conditions = conditions(of: query, selecting: columns)
        return try fetch(
            conditions.sql + " ORDER BY w.due, w.subject, w.deadline LIMIT \(query.limit)",
            conditions.arguments, Self.deskRow)
    }

    func workCount(_ query: WorkQuery) throws -> Int {
        let conditions = conditions(of: query, selecting: "1")
        return try fetch(
            "SELECT count(*) FROM (\(conditions.sql) LIMIT \(query.limit))", conditions.arguments
        ) { $0[0] }[0]
    }

    func workDays(_ query: WorkQuery) throws -> [Day: Int] {
        let conditions = conditions(of: query, selecting: "1, w.due")
        let days = try fetch(
            """
            SELECT (due + 28800) / 86400, count(*) FROM (\(conditions.sql) LIMIT \(query.limit))
            WHERE due < \(Self.paused) GROUP BY 1
            """, conditions.arguments
        ) { (Day(number: $0[0]), $0[1] as Int) }
        return Dictionary(days, uniquingKeysWith: { first, _ in first })
    }

    private func conditions(of query: WorkQuery, selecting columns: String) -> Conditions {
        let needsFile = !columns.hasPrefix("1") || query.stage != nil
        let join =
            needsFile
            ? " JOIN case_file f ON f.authority = w.authority AND f.subject = w.subject" : ""
        var conditions = Conditions(
            sql: "SELECT \(columns) FROM work w\(join) WHERE w.authority = ?")
        switch query.duty {
        case .organ(let organ): conditions.add("w.organ = ?", organ.text)
        case .anybody: conditions.add("w.organ = ''")
        case nil: break
        }
        switch query.assignee {
        case .person(let person):
            conditions.add("w.assignee = ? AND w.assignee <> ''", person.text)
        case .nobody: conditions.add("w.assignee = ''")
        case nil: break
        }
        if let person = query.person {
            conditions.add("w.person = ? AND w.person <> ''", person.text)
        }
        conditions.add("w.procedure", ifSet: query.procedure?.text)
        conditions.add("w.procedure", among: query.except.map(\.text), not: true)
        conditions.add("w.holder", among: query.holders.map(\.text))
        conditions.add("f.stage", ifSet: query.stage?.text)
        if let from = query.dueFrom { conditions.add("w.due >= ?", from.seconds) }
        if let before = query.dueBefore { conditions.add("w.due < ?", before.seconds) }
        if let text = query.text {
            conditions.add(
                "w.subject IN (SELECT subject FROM search WHERE search MATCH ? AND authority = ?)",
                Self.match(text, of: nil), authority)
        }
        if let after = query.after {
            conditions.add(
                "(w.due, w.subject, w.deadline) > (?, ?, ?)", after.due?.seconds ?? Self.paused,
                after.subject.text, after.deadline)
        }
        return conditions
    }

    private static func deskRow(_ row: Row) -> DeskRow {
        let summary = summary(row, from: 5)
        let due: Int64 = row[4]
        let organ: String = row[0]
        let person: String = row[3]
        let item = WorkItem(
            subject: summary.subject, organ: organ.isEmpty ? nil : Organ.ID(organ),
            deadline: row[1],
            holder: Role.ID(row[2]), person: person.isEmpty ? nil : Person.ID(person),
            due: due == paused ? nil : Moment(seconds: due))
        return DeskRow(item: item, summary: summary)
    }

    private static let columnNames = [
        "subject", "procedure", "organ", "stage", "is_final", "outcome", "number", "opened", "last",
        "version", "next_lapse", "party", "assignee",
    ]
    static let summaryColumns = columnNames.joined(separator: ", ")
    static let joinedColumns = columnNames.map { "f.\($0)" }.joined(separator: ", ")

    /// A summary from the columns of a row, beginning with that of the subject.
    static func summary(_ row: Row, from first: Int) -> CaseSummary {
        CaseSummary(
            subject: CaseFile.ID(row[first]), procedure: Procedure.ID(row[first + 1]),
            organ: Organ.ID(row[first + 2]), stage: Stage.ID(row[first + 3]),
            isFinal: row[first + 4], outcome: (row[first + 5] as String?).map { Outcome.ID($0) },
            number: row[first + 6], opened: Day(number: row[first + 7]),
            last: Moment(seconds: row[first + 8]), version: row[first + 9],
            nextLapse: (row[first + 10] as Int64?).map { Moment(seconds: $0) },
            party: row[first + 11], assignee: (row[first + 12] as String?).map { Person.ID($0) })
    }
}
