import Engine
import HTML
import HTTPTypes
import Hummingbird
import Indicators
import Law
import Office
import Packs
import Sheets

/// What a figure is, what it amounts to, and the entries of the log that made it up; open to everybody.
enum FigurePage {
    static let limit = 50

    /// What of the figure is asked for.
    struct Part: Sendable {
        let year: Int
        let month: Int?
        let organ: Organ.ID?
        let days: ClosedRange<Day>
        let after: CountedEvent.Place?

        init(_ asked: Asked) throws {
            let year = try asked.year(asked.query("year"))
            let month = asked.query("month").flatMap { Int($0) }
            organ = asked.query("organ").map { Organ.ID($0) }
            let days = month.map { Day.month($0, of: year) } ?? Day.year(year)
            guard let days else { throw HTTPError(.notFound) }
            self.year = year
            self.month = month
            self.days = days
            after = try asked.query("after").map(Self.place)
        }

        private static func place(_ text: String) throws -> CountedEvent.Place {
            let parts = text.split(separator: ".")
            guard parts.count == 2, let day = Day(iso: parts[0]), let sequence = Int(parts[1])
            else {
                throw HTTPError(.badRequest)
            }
            return CountedEvent.Place(day: day, sequence: sequence)
        }
    }

    static func answer(_ asked: Asked) async throws -> Response {
        guard let name = FigureName(parsing: asked.part("name")),
            let source = try await asked.office.figureSource(name)
        else { throw HTTPError(.notFound) }
        let part = try Part(asked)
        let view = try await FiguresView(asked, year: part.year, organ: part.organ)
        guard let row = view.row(name) else { throw HTTPError(.notFound) }
        let entries = try await FigureEntries(asked, source, part)
        let months =
            entries.isCounted
            ? try await asked.office.months(of: name, year: part.year, organ: part.organ) : nil
        let frame = asked.frame
        let words = asked.words
        let title = words.title(source.indicator.title)
        return asked.page(
            title, isWide: true,
            trail: [
                (words(FiguresPhrase.reportOf, ["year": "\(part.year)"]), .publicReport(part.year))
            ]
        ) {
            h1(.class("title")) { frame.titled(source.indicator.title) }
            p(.class("lead")) { lead(view, source, part) }
            FigureSummary(view: view, source: source, row: row, part: part, months: months).html
            if let months { chart(view, source, part, months).html(in: frame) }
            entries.html
        }
    }

    @Content private static func lead(
        _ view: FiguresView, _ source: FigureSource, _ part: Part
    ) -> HTML {
        let words = view.words
        view.marked(source.name.matter)
        " · "
        words(
            FiguresPhrase.fromUntil,
            [
                "from": words.date(part.days.lowerBound),
                "until": words.date(part.days.upperBound),
            ])
        if let organ = part.organ {
            " · "
            view.organ(organ)
        }
    }

    private static func chart(
        _ view: FiguresView, _ source: FigureSource, _ part: Part, _ months: [Int]
    ) -> ChartFigure {
        let words = view.words
        let title = words(
            FiguresPhrase.monthsOf, ["figure": words.title(source.indicator.title)])
        let link = { (month: Int) in
            view.cases(of: source.name, month: month, organ: part.organ)
        }
        let points = (1...12).map { month -> Chart.Point in
            let name = words.briefMonth(month)
            return Chart.Point(name: name, link: link(month), told: "\(name): \(months[month - 1])")
        }
        return ChartFigure(
            title: title, hint: words(FiguresPhrase.monthsAreLinks),
            drawing: Chart.bars(
                label: title, description: words(FiguresPhrase.asTableBelow), points,
                [Chart.Series(title: title, values: months)]),
            header: [words(FiguresPhrase.monthHeading), words.title(source.indicator.title)],
            rows: (1...12).map { month in
                [
                    HTML(words.briefMonth(month)),
                    a(.href(link(month))) { "\(months[month - 1])" },
                ]
            })
    }
}
