import HTML
import Hummingbird
import Indicators
import Law
import Office
import Packs
import Sheets

/// The year at a glance, for those who answer for it; every number leads to the cases behind it.
enum DashboardPage {
    static func answer(_ asked: Asked) async throws -> Response {
        let chosen = asked.query("organ").map { Organ.ID($0) }
        let own = try await asked.office.oversight(of: asked.viewer)
        let oversight = own.narrowed(to: chosen)
        let year = try asked.year(asked.query("year"))
        let view = try await FiguresView(asked, year: year, organ: oversight.organ)
        let trend = try await DashboardTrend(asked, view, oversight)
        let map = try await DashboardMap(asked, view)
        let risks = try await asked.office.risks(oversight)
        let waits = try await asked.office.waits(oversight)
        let times = try await asked.office.stageTimes(oversight, year: year)
        let words = asked.words
        let heading = words(FiguresPhrase.dashboardOf, ["year": "\(year)"])
        return asked.page(heading, isWide: true) {
            h1(.class("title")) { heading }
            p(.class("lead")) { lead(view, oversight) }
            filters(view, oversight)
            counts(view)
            DashboardStats(view: view).html
            div(.class("two-up")) {
                trend?.html
                map?.html(oversight, matter: trend?.matter)
            }
            DashboardRisks(view: view, risks: risks).html
            DashboardStageTimes(view: view, times: times).html
            DashboardWaits(view: view, waits: waits).html
        }
    }

    @Content private static func lead(_ view: FiguresView, _ oversight: Oversight) -> HTML {
        let words = view.words
        if let organ = oversight.organ {
            view.organ(organ)
        } else {
            words(FiguresPhrase.allOrgans)
        }
        words(FiguresPhrase.dashboardLead, ["day": words.date(view.frame.now.day)])
    }

    private static func filters(_ view: FiguresView, _ oversight: Oversight) -> HTML {
        let frame = view.frame
        let words = frame.words
        let years = Set([view.year, frame.reportYear, frame.now.day.year]).sorted()
        return form(.class("filters"), .method("get"), .action(frame.href(.dashboard))) {
            frame.chooser(
                "year", label: words(FiguresPhrase.year),
                years.map { Choice(value: "\($0)", text: "\($0)") }, chosen: "\(view.year)")
            if oversight.isOfAll {
                frame.chooser(
                    "organ", label: words(FiguresPhrase.organ),
                    [Choice(value: "", text: words(FiguresPhrase.allOrgans))]
                        + (view.district?.organs ?? []).map {
                            frame.choice($0.id.text, $0.title)
                        }, chosen: oversight.organ?.text)
            }
            div(.class("button-row")) {
                frame.submit(words(FiguresPhrase.show), "button secondary")
                frame.link(
                    words(FiguresPhrase.reportOf, ["year": "\(view.year)"]), .report(view.year),
                    .class("button quiet"))
            }
        }
    }

    /// What else was chosen, carried along by a form that chooses one thing.
    @Content static func kept(
        _ view: FiguresView, _ oversight: Oversight, _ others: [(String, String?)]
    ) -> HTML {
        let organ = oversight.isOfAll ? oversight.organ?.text : nil
        for (name, value) in [("year", "\(view.year)"), ("organ", organ)] + others {
            if let value { input(.type("hidden"), .name(name), .value(value)) }
        }
    }

    /// How the year stands to what was published: each number leads to the list of them.
    private static func counts(_ view: FiguresView) -> HTML? {
        guard !view.report.compared.isEmpty else { return nil }
        let words = view.words
        let kinds: [(FiguresPhrase, String, Int)] = [
            (.asPublished, "equal", view.count { if case .equal = $0 { true } else { false } }),
            (
                .notAsPublished, "differs",
                view.count { if case .differs = $0 { true } else { false } }
            ),
            (
                .notComputed, "unknown",
                view.count { if case .cannotBeComputed = $0 { true } else { false } }
            ),
        ]
        return ul(.class("counts")) {
            for (phrase, anchor, count) in kinds {
                li {
                    a(.href(view.frame.href(.report(view.year)) + "#\(anchor)")) {
                        strong { "\(count)" }
                        words(phrase)
                    }
                }
            }
        }
    }
}

extension FiguresView {
    func count(where meets: (Comparison) -> Bool) -> Int {
        report.compared.count { meets($0.comparison) }
    }
}

/// The first figure of each matter, with what was published.
struct DashboardStats {
    let view: FiguresView

    var html: HTML {
        div(.class("stat-grid")) {
            for row in headlines { card(row) }
        }
    }

    /// Of each matter the figure that was published first, else the first one that counts.
    private var headlines: [AnnualReport.Row] {
        view.report.groups.compactMap { group in
            group.rows.first { $0.printed != nil } ?? group.rows.first
        }
    }

    private func card(_ row: AnnualReport.Row) -> HTML {
        let figure = row.figure
        let words = view.words
        return section(.class("stat")) {
            h2(.class("label")) { view.marked(figure.name.matter) }
            p(.class("value")) {
                a(.href(view.cases(of: figure.name))) { words.written(figure) }
            }
            p(.class("of")) { view.frame.titled(figure.indicator.title) }
            if let printed = row.printed, view.report.organ == nil {
                p(.class("of")) {
                    words(FiguresPhrase.publishedAs)
                    " "
                    view.frame.chinese(printed.written)
                    " "
                    view.tag(row)
                }
            }
            basis(figure.indicator)
        }
    }

    private func basis(_ indicator: Indicator) -> HTML? {
        guard !indicator.basis.isEmpty else { return nil }
        return ul(.class("basis")) {
            for basis in indicator.basis { li { view.frame.chinese(basis.text) } }
        }
    }
}
