import Indicators
import Law
package import Office

/// The report for a program.
package struct ReportJSON: Encodable, Sendable {
    package struct Row: Encodable, Sendable {
        package let figure: String
        package let title: String
        package let written: String
        package let exact: String
        package let count: Int?
        package let fen: Int?
        package let numerator: Int?
        package let denominator: Int?
        package let denominatorTitle: String?
        package let basis: [String]
        package let assumed: String?
        package let cases: String
    }

    package struct Group: Encodable, Sendable {
        package let matter: String
        package let title: String
        package let figures: [Row]
    }

    package struct Table: Encodable, Sendable {
        package struct Line: Encodable, Sendable {
            package let row: String
            package let title: String
            package let numbers: [Int]?
        }

        package struct Check: Encodable, Sendable {
            package let text: String
            package let holds: Bool
        }

        package let table: String
        package let columns: [String]
        package let rows: [Line]
        package let checks: [Check]
    }

    package struct Compared: Encodable, Sendable {
        package let published: String
        package let title: String
        package let written: String
        package let figure: String?
        package let result: String
        package let reason: String
    }

    package struct Finding: Encodable, Sendable {
        package let severity: String
        package let published: [String]
        package let text: String
    }

    package let district: String
    package let year: Int
    package let organ: String?
    package let from: String
    package let until: String
    package let groups: [Group]
    package let tables: [Table]
    package let compared: [Compared]
    package let findings: [Finding]

    package init(_ report: AnnualReport, in words: Words) {
        district = words.title(report.title)
        year = report.year
        organ = report.organ?.text
        from = report.days.lowerBound.description
        until = report.days.upperBound.description
        groups = report.groups.map { group in
            Group(
                matter: group.matter.text, title: group.title(in: words),
                figures: group.rows.map { Row($0, year: report.year, in: words) })
        }
        tables = report.tables.map(Table.init)
        compared = report.compared.map { Compared($0, in: words) }
        findings = report.findings.map {
            Finding(
                severity: $0.isSlip ? "slip" : "note", published: $0.ids, text: $0.told(in: words))
        }
    }
}

extension ReportJSON.Row {
    init(_ row: AnnualReport.Row, year: Int, in words: Words) {
        figure = row.figure.name.description
        title = words.title(row.figure.indicator.title)
        written = words.written(row.figure)
        exact = words.exact(row.figure)
        (count, fen, numerator, denominator) =
            switch row.figure.amount {
            case .count(let count): (count, nil, nil, nil)
            case .money(let money): (nil, money.fen, nil, nil)
            case .share(let of, let over): (nil, nil, of, over)
            }
        denominatorTitle = row.denominator.map(words.title)
        basis = row.figure.indicator.basis.map(\.text)
        assumed = row.assumed.map(words.title)
        cases = "yifa case list --figure \(row.figure.name) --year \(year)"
    }
}

extension ReportJSON.Table {
    init(_ table: FilledTable) {
        self.table = table.form.id
        columns = table.form.columns.map(\.choice) + ["total"]
        rows = table.rows.map { Line(row: $0.id, title: $0.title, numbers: $0.numbers) }
        checks = table.checks.map { Check(text: $0.text, holds: $0.holds) }
    }
}

extension ReportJSON.Compared {
    init(_ row: AnnualReport.Compared, in words: Words) {
        published = row.id
        title = row.title
        written = row.written
        figure = row.figure?.description
        result =
            switch row.comparison {
            case .equal: "equal"
            case .differs: "differs"
            case .cannotBeComputed: "cannot be computed"
            }
        reason = row.comparison.told(in: words).reason
    }
}
