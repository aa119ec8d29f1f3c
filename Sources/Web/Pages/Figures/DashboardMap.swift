import HTML
import Indicators
import Law
import Office
import Packs
import Sheets

/// A figure by street and town, as a map of tiles; each tile leads to its cases.
struct DashboardMap {
    private let view: FiguresView
    private let row: AnnualReport.Row
    private let choices: [AnnualReport.Row]
    private let places: [(body: District.Body, short: Title)]
    private let amounts: [Organ.ID: Int]

    /// Nil where no figure is counted for streets and towns.
    init?(_ asked: Asked, _ view: FiguresView) async throws {
        choices = view.report.groups.flatMap(\.rows).filter { row in
            guard case .count = row.figure.indicator.kind else { return false }
            return row.figure.indicator.organ != nil
        }
        let wanted = asked.query("map")
        let chosen = choices.first { $0.figure.name.description == wanted }
        guard
            let row = chosen ?? choices.first(where: { $0.figure.indicator.within == nil })
                ?? choices.first
        else { return nil }
        places = ["subdistrict", "town"].flatMap { kind in
            let bodies = (view.district?.organs ?? []).filter { $0.kind == kind }
            return zip(bodies, bodies.map(\.title).shortened(keepingKind: kind == "town"))
                .map { ($0, $1) }
        }
        guard !places.isEmpty else { return nil }
        self.view = view
        self.row = row
        amounts = try await asked.office.organs(of: row.figure.name, year: view.year)
    }

    func html(_ oversight: Oversight, matter: Procedure.Matter.ID?) -> HTML {
        div(.id("places")) {
            h2 { view.words(FiguresPhrase.mapHeading) }
            chooser(oversight, matter)
            figure.html(in: view.frame)
        }
    }

    private func chooser(_ oversight: Oversight, _ matter: Procedure.Matter.ID?) -> HTML {
        let frame = view.frame
        return form(
            .class("filters"), .method("get"), .action(frame.href(.dashboard) + "#places")
        ) {
            DashboardPage.kept(view, oversight, [("matter", matter?.text)])
            frame.chooser(
                "map", label: view.words(FiguresPhrase.indicator),
                choices.map {
                    frame.choice($0.figure.name.description, $0.figure.indicator.title)
                }, chosen: row.figure.name.description)
            div(.class("button-row")) {
                frame.submit(view.words(FiguresPhrase.show), "button secondary")
            }
        }
    }

    private var ranges: HTML {
        let most = places.compactMap { amounts[$0.body.id] }.max() ?? 0
        let ramp = Chart.Ramp(most: most)
        return ul(.class("legend")) {
            for (level, range) in ramp.ranges.enumerated() {
                li(.data("level", "\(level)")) {
                    if let end = range.to {
                        end == range.from ? "\(end)" : "\(range.from)–\(end)"
                    } else {
                        view.words(FiguresPhrase.orMore, ["number": "\(range.from)"])
                    }
                }
            }
        }
    }

    private var figure: ChartFigure {
        let words = view.words
        let indicator = row.figure.indicator
        let title = words(
            FiguresPhrase.mapOf, ["figure": words.title(indicator.title), "year": "\(view.year)"])
        return ChartFigure(
            title: title,
            hint: words(FiguresPhrase.mapHint, ["unit": words.unit(indicator.unit, of: 2)]),
            key: ranges,
            drawing: Chart.tiles(
                label: title, description: words(FiguresPhrase.asTableBelow), tiles),
            header: [words(FiguresPhrase.organ), words.title(indicator.title)], rows: rows)
    }

    private var tiles: [Chart.Tile] {
        zip(places, TileGrid.places(of: places.map(\.body.id))).map { place, spot in
            let value = amounts[place.body.id] ?? 0
            return Chart.Tile(
                column: spot.column, row: spot.row, name: view.words.title(place.short),
                language: view.words.language == .zhHant ? "zh-Hans" : nil, value: value,
                link: link(place.body.id),
                told: "\(view.words.title(place.body.title)): \(value)")
        }
    }

    private func link(_ organ: Organ.ID) -> String {
        view.cases(of: row.figure.name, organ: organ)
    }

    private var rows: [[HTML]] {
        places.map { place in
            [
                view.frame.titled(place.body.title),
                a(.href(link(place.body.id))) { "\(amounts[place.body.id] ?? 0)" },
            ]
        }
    }
}
