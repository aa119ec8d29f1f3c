import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The latest publications for feed readers (RFC 4287).
enum PublicationFeed {
    static func answer(_ asked: Asked) async throws -> Response {
        let items = try await asked.office.publications(PublicationQuery())
        let lines = try await PublicationLines(asked)
        let text = Feed(asked: asked, lines: lines).xml(items).markup
        return Asked.answer(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text,
            "application/atom+xml; charset=utf-8")
    }

    private struct Feed {
        let asked: Asked
        let lines: PublicationLines

        private var words: Words { asked.words }

        /// An address that holds wherever the feed is read.
        private func whole(_ address: Address) -> String {
            asked.site.settings.origin + asked.frame.href(address)
        }

        func xml(_ items: [PublishedItem]) -> HTML {
            let changed = items.map { $0.withdrawn ?? $0.since }.max()
            let attributes: [Attribute] = [
                Attribute("xmlns", "http://www.w3.org/2005/Atom"),
                Attribute("xml:lang", words.language.rawValue),
            ]
            return .element(
                "feed", attributes,
                pieces {
                    text("title", words(SitePhrase.publications) + words(SitePhrase.titleEnd))
                    text("id", whole(.publicationFeed))
                    text("updated", (changed ?? asked.now).description)
                    link(whole(.publicationFeed), "self", "application/atom+xml")
                    link(whole(.publications), "alternate", "text/html")
                    HTML.element(
                        "author", [],
                        text(
                            "name",
                            lines.district.map { words.title($0.title) } ?? words(SitePhrase.brand))
                    )
                    for item in items { entry(item) }
                })
        }

        private func entry(_ item: PublishedItem) -> HTML {
            let address = whole(.publication(item.subject, item.position))
            let state =
                lines.rule(item).map { asked.office.state(of: item, under: $0) } ?? .shown
            return .element(
                "entry", [],
                pieces {
                    text(
                        "title",
                        lines.plainTitle(item)
                            + words(PublicPhrase.ofCase, ["case": item.subject.text]))
                    text("id", address)
                    text("published", item.since.description)
                    text("updated", (item.withdrawn ?? item.since).description)
                    link(address, "alternate", "text/html")
                    text("summary", summary(item, state))
                })
        }

        private func summary(_ item: PublishedItem, _ state: Published.State) -> String {
            switch state {
            case .shown: lines.organName(item.organ)
            case .withdrawn(let day):
                words(PublicPhrase.withdrawnOn, ["day": words.date(day)])
            case .ended(let day): words(PublicPhrase.endedOn, ["day": words.date(day)])
            }
        }

        private func text(_ name: String, _ text: String) -> HTML {
            .element(name, [], HTML(text))
        }

        private func link(_ address: String, _ relation: String, _ type: String) -> HTML {
            .element("link", [.rel(relation), .type(type), .href(address)], HTML())
        }
    }
}
