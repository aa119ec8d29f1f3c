import HTML
import Hummingbird
import Law
import Office
import Sheets

/// The first page: what one can do here, and where to look.
enum HomePage {
    static func answer(_ asked: Asked) async throws -> Response {
        let packs = try await asked.office.packs().map(\.procedure)
        let frame = asked.frame
        let words = asked.words
        let matters = GuideListPage.forCitizens(packs, on: asked.now.day)
        return asked.page(words(HomePhrase.headline)) {
            h1(.class("title")) { words(HomePhrase.headline) }
            p(.class("lead")) { words(HomePhrase.lead) }
            frame.searchBox()
            h2 { words(HomePhrase.matters) }
            ul(.class("card-grid")) {
                for procedure in matters { GuideListPage.card(procedure, frame) }
            }
            p { frame.link(words(GuidePhrase.all), .guides) }
            div(.class("two-up")) {
                tracking(frame)
                watching(frame)
            }
        }
    }

    private static func tracking(_ frame: Frame) -> HTML {
        let words = frame.words
        return section(.class("panel")) {
            h2 { words(SitePhrase.track) }
            p { words(HomePhrase.trackLead) }
            p { frame.link(words(HomePhrase.trackStart), .track, .class("button secondary")) }
            p { words(HomePhrase.reviewLead) }
            p { frame.link(words(SitePhrase.myCases), .myCases) }
        }
    }

    private static func watching(_ frame: Frame) -> HTML {
        let words = frame.words
        return section(.class("panel")) {
            h2 { words(HomePhrase.watch) }
            ul(.class("task-list")) {
                place(frame, SitePhrase.publications, .publications, .publicationsLead)
                place(
                    frame, SitePhrase.figures, .publicReport(frame.reportYear), .figuresLead)
                place(frame, SitePhrase.checkUs, .checkUs, .checkLead)
            }
        }
    }

    private static func place(
        _ frame: Frame, _ name: SitePhrase, _ address: Address, _ lead: HomePhrase
    ) -> HTML {
        li {
            frame.link(frame.words(name), address)
            p(.class("hint")) { frame.words(lead) }
        }
    }
}
