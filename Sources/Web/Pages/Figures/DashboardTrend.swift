import HTML
import Indicators
import Law
import Office
import Packs
import Sheets

/// What came in and what went out of a matter in each month of the year; each month leads to its cases.
struct DashboardTrend {
    private struct Line {
        let row: AnnualReport.Row
        let months: [Int]
    }

    private let view: FiguresView
    let matter: Procedure.Matter.ID
    private let lines: [Line]
    private let oversight: Oversight
    /// The figure that the map beside it shows; choosing another matter leaves it alone.
    private let map: String?

    /// Nil where nothing is counted.
    init?(_ asked: Asked, _ view: FiguresView, _ oversight: Oversight) async throws {
        let groups = view.report.groups.filter { !$0.rows.isEmpty }
        let wanted = asked.query("matter")
        guard let group = groups.first(where: { $0.matter.text == wanted }) ?? groups.first else {
            return nil
        }
        self.view = view
        matter = group.matter
        self.oversight = oversight
        map = asked.query("map")
        var lines: [Line] = []
        for row in Self.rows(of: group) {
            let months = try await asked.office.months(
                of: row.figure.name, year: view.year, organ: oversight.organ)
            lines.append(Line(row: row, months: months))
        }
        self.lines = lines
    }

    /// What comes in and goes out, as the matter's stock names them; else what it counts first.
    private static func rows(of group: AnnualReport.Group) -> [AnnualReport.Row] {
        for row in group.rows {
            guard case .stock(let into, let out) = row.figure.indicator.kind else { continue }
            let pair = [into, out].compactMap { id in
                group.rows.first { $0.figure.name.indicator == id }
            }
            if pair.count == 2 { return pair }
        }
        return group.rows.first {
            if case .count = $0.figure.indicator.kind { true } else { false }
        }
        .map { [$0] } ?? []
    }

    var html: HTML {
        div(.id("trends")) {
            h2 { view.words(FiguresPhrase.trends) }
            chooser
            if !lines.isEmpty { chart.html(in: view.frame) }
        }
    }

    private var chooser: HTML {
        let frame = view.frame
        let groups = view.report.groups.filter { !$0.rows.isEmpty }
        return form(
            .class("filters"), .method("get"), .action(frame.href(.dashboard) + "#trends")
        ) {
            DashboardPage.kept(view, oversight, [("map", map)])
            frame.chooser(
                "matter", label: view.words(FiguresPhrase.matter),
                groups.map { group in
                    Choice(
                        value: group.matter.text, text: view.title(of: group.matter),
                        language: view.words.language == .zhHant ? "zh-Hans" : nil)
                }, chosen: matter.text)
            div(.class("button-row")) {
                frame.submit(view.words(FiguresPhrase.show), "button secondary")
            }
        }
    }

    private var names: [String] { lines.map { view.words.title($0.row.figure.indicator.title) } }

    private var chart: ChartFigure {
        let words = view.words
        let matterTitle = view.title(of: matter)
        let title = words(FiguresPhrase.trendOf, ["matter": matterTitle])
        return ChartFigure(
            title: title, hint: words(FiguresPhrase.monthsAreLinks),
            legend: names.count > 1 ? names : [],
            drawing: Chart.bars(
                label: title, description: words(FiguresPhrase.asTableBelow), points,
                zip(names, lines).map { Chart.Series(title: $0, values: $1.months) }),
            header: [words(FiguresPhrase.monthHeading)] + names, rows: rows)
    }

    private var points: [Chart.Point] {
        (1...12).map { month in
            let numbers = zip(names, lines).map { "\($0) \($1.months[month - 1])" }
            let name = view.words.briefMonth(month)
            let told = "\(name): " + numbers.joined(separator: ", ")
            return Chart.Point(
                name: name, link: lines.first.map { link($0, month) }, told: told,
                language: view.frame.foreign(told))
        }
    }

    private func link(_ line: Line, _ month: Int) -> String {
        view.cases(of: line.row.figure.name, month: month, organ: oversight.organ)
    }

    private var rows: [[HTML]] {
        (1...12).map { month in
            [HTML(view.words.briefMonth(month))]
                + lines.map { line in
                    a(.href(link(line, month))) { "\(line.months[month - 1])" }
                }
        }
    }
}
