import Law

/// A prescribed table filled with figures: a number for every row and column, totals last.
package struct FilledTable: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        package let id: String
        package let title: String
        /// A number for each column, then the total; nil for a heading.
        package let numbers: [Int]?
    }

    /// A check of the form, with the sums of both sides in each column.
    package struct Check: Sendable, Equatable {
        package let text: String
        package let left: [Int]
        package let right: [Int]

        package var holds: Bool { left == right }
    }

    package let form: StatisticalTable
    package let rows: [Row]
    package let checks: [Check]
}

extension StatisticalTable {
    /// Where the numbers of a table come from: a figure's cells in the period, or what was open before or after it.
    package struct Source {
        package let cells: (Indicator.ID) throws -> [String: Int]
        package let stock: (Indicator.ID, _ atEnd: Bool) throws -> [String: Int]

        package init(
            cells: @escaping (Indicator.ID) throws -> [String: Int],
            stock: @escaping (Indicator.ID, Bool) throws -> [String: Int]
        ) {
            self.cells = cells
            self.stock = stock
        }
    }

    package func filled(from source: Source) throws -> FilledTable {
        let outcomes = try source.cells(results)
        let filled = try rows.map { row in
            FilledTable.Row(
                id: row.id, title: row.title, numbers: try numbers(row.content, outcomes, source))
        }
        return FilledTable(form: self, rows: filled, checks: checks.map { judged($0, filled) })
    }

    private func numbers(
        _ content: Content, _ outcomes: [String: Int], _ source: Source
    ) throws -> [Int]? {
        let cells: [String: Int]
        switch content {
        case .heading: return nil
        case .figure(let id): cells = try source.cells(id)
        case .stockAtStart(let id): cells = try source.stock(id, false)
        case .stockAtEnd(let id): cells = try source.stock(id, true)
        case .outcome(let outcome):
            cells = Dictionary(
                columns.map { ($0.choice, outcomes["\(outcome)|\($0.choice)"] ?? 0) },
                uniquingKeysWith: { first, _ in first })
        }
        let numbers = columns.map { cells[$0.choice] ?? 0 }
        return numbers + [numbers.reduce(0, +)]
    }

    private func judged(_ check: Check, _ rows: [FilledTable.Row]) -> FilledTable.Check {
        let sum = { (ids: [String]) -> [Int] in
            let chosen = rows.filter { ids.contains($0.id) }.compactMap(\.numbers)
            return (0...columns.count).map { column in chosen.reduce(0) { $0 + $1[column] } }
        }
        let side = { (ids: [String]) -> String in
            guard let first = ids.first, let last = ids.last, ids.count > 2 else {
                return ids.joined(separator: "＋")
            }
            return "\(first)＋…＋\(last)"
        }
        return FilledTable.Check(
            text: "\(side(check.left))＝\(side(check.right))", left: sum(check.left),
            right: sum(check.right))
    }
}
