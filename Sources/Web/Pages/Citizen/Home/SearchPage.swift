import HTML
import Hummingbird
import Law
import Office
import Sheets

/// What the search over matters found: guides, with the articles and steps that bear the words.
enum SearchPage {
    static func answer(_ asked: Asked, _ shelf: GuideShelf) async throws -> Response {
        let text = asked.query("q")?.trimmed ?? ""
        let packs = try await asked.office.packs().map(\.procedure)
        let search = MatterSearch(simplified: shelf.simplified(asked.site.catalogues))
        let day = asked.now.day
        let hits = search.hits(for: text, among: packs, on: day)
        let frame = asked.frame
        let words = asked.words
        return asked.page(words(HomePhrase.searchTitle), trail: []) {
            h1(.class("title")) { words(HomePhrase.searchTitle) }
            frame.searchBox(text)
            if text.isEmpty {
                p(.class("hint")) { words(HomePhrase.searchHint) }
            } else if hits.isEmpty {
                div(.class("empty")) {
                    p { words(HomePhrase.nothingFound) }
                    p { words(HomePhrase.nothingFoundHint) }
                }
            } else {
                h2 { words(HomePhrase.results) }
                p(.class("hint"), .role("status")) {
                    words(HomePhrase.resultsCount, ["count": "\(hits.count)"])
                }
                ol(.class("card-grid")) { for hit in hits { result(hit, frame) } }
            }
            p { frame.link(words(GuidePhrase.all), .guides) }
        }
    }

    private static func result(_ hit: MatterSearch.Hit, _ frame: Frame) -> HTML {
        let address = Address.guide(hit.procedure.id)
        return li(.class("card")) {
            h3 { a(.href(frame.href(address))) { frame.titled(hit.procedure.title) } }
            if let plain = hit.procedure.plain { p { frame.titled(plain) } }
            for step in hit.steps { p { frame.titled(step.title) } }
            for article in hit.articles {
                p(.class("hint")) {
                    if let anchor = Frame.anchor(of: Basis(article.id.text), in: hit.procedure) {
                        a(.href("\(frame.href(address))#\(anchor)")) {
                            frame.chinese(article.id.text)
                        }
                        " "
                    }
                    frame.titled(article.digest)
                }
            }
        }
    }
}
