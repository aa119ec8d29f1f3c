import Indicators
import Law
import Office

/// The report for a program.
struct ReportJSON: Encodable {
    struct Row: Encodable {
        let figure: String
        let title: String
        let written: String
        let exact: String
        let count: Int?
        let fen: Int?
        let numerator: Int?
        let denominator: Int?
        let denominatorTitle: String?
        let basis: [String]
        let assumed: String?
        let cases: String
    }

    struct Group: Encodable {
        let matter: String
        let title: String
        let figures: [Row]
    }

    struct Table: Encodable {
        struct Line: Encodable {
            let row: String
            let title: String
            let numbers: [Int]?
        }

        struct Check: Encodable {
            let text: String
            let holds: Bool
        }

        let table: String
        let columns: [String]
        let rows: [Line]
        let checks: [Check]
    }

    struct Compared: Encodable {
        let published: String
        let title: String
        let written: String
        let figure: String?
        let result: String
        let reason: String
    }

    struct Finding: Encodable {
        let severity: String
        let published: [String]
        let text: String
    }

    let district: String
    let year: Int
    let organ: String?
    let from: String
    let until: String
    let groups: [Group]
    let tables: [Table]
    let compared: [Compared]
    let findings: [Finding]

    init(_ report: AnnualReport) {
        district = report.title.chinese
        year = report.year
        organ = report.organ?.text
        from = report.days.lowerBound.description
        until = report.days.upperBound.description
        groups = report.groups.map { group in
            Group(
                matter: group.matter.text, title: group.title,
                figures: group.rows.map { Row($0, year: report.year) })
        }
        tables = report.tables.map(Table.init)
        compared = report.compared.map(Compared.init)
        findings = report.findings.map {
            Finding(severity: $0.severity.rawValue, published: $0.ids, text: $0.text)
        }
    }
}

extension ReportJSON.Row {
    init(_ row: AnnualReport.Row, year: Int) {
        figure = row.figure.name.description
        title = row.figure.indicator.title.chinese
        written = row.figure.written
        exact = row.figure.exact
        (count, fen, numerator, denominator) =
            switch row.figure.amount {
            case .count(let count): (count, nil, nil, nil)
            case .money(let money): (nil, money.fen, nil, nil)
            case .share(let of, let over): (nil, nil, of, over)
            }
        denominatorTitle = row.denominator
        basis = row.figure.indicator.basis.map(\.text)
        assumed = row.assumed
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
    init(_ row: AnnualReport.Compared) {
        published = row.id
        title = row.title
        written = row.written
        figure = row.figure?.description
        (result, reason) =
            switch row.comparison {
            case .equal(let reason): ("equal", reason)
            case .differs(let reason): ("differs", reason)
            case .cannotBeComputed(let reason): ("cannot be computed", reason)
            }
    }
}
