import HTML
import Hummingbird
import Law
import Office
import Sheets

/// What surrounds a page, and what its parts need to know: the language, the addresses, who reads it.
///
/// One for a page, shared by all its parts.
final class Frame: Sendable {
    let site: Site
    let words: Words
    let prefix: String
    let isElder: Bool
    let viewer: Viewer
    /// What every form carries.
    let formToken: String
    /// The path of the page, without the language.
    let path: String
    let now: Moment

    init(
        site: Site, words: Words, prefix: String, isElder: Bool, viewer: Viewer, formToken: String,
        path: String, now: Moment
    ) {
        self.site = site
        self.words = words
        self.prefix = prefix
        self.isElder = isElder
        self.viewer = viewer
        self.formToken = formToken
        self.path = path
        self.now = now
    }

    /// The address as a link writes it, in the language of the page.
    func href(_ address: Address) -> String { prefix + address.path }

    /// A link.
    func link(_ text: String, _ address: Address, _ attributes: Attribute...) -> HTML {
        .element("a", [.href(href(address))] + attributes, marked(text))
    }

    /// A form that is sent by POST, with the token that shows it came from a page of ours.
    func form(
        _ address: Address, _ attributes: Attribute..., @Content content: () -> HTML
    ) -> HTML {
        let own: [Attribute] = [.method("post"), .action(href(address)), .data("once")]
        return .element(
            "form", own + attributes,
            pieces {
                input(.type("hidden"), .name("form-token"), .value(formToken))
                content()
            })
    }

    /// A title of a pack, marked as Chinese where the page is in another language or script.
    func titled(_ title: Title) -> HTML {
        words.language == .zhHant
            ? span(.lang("zh-Hans")) { title.chinese } : HTML(words.title(title))
    }

    /// A text that exists in Chinese only.
    func chinese(_ text: String) -> HTML {
        words.language == .zhHans ? HTML(text) : span(.lang("zh-Hans")) { text }
    }

    /// The whole page.
    func page(
        _ heading: String, isWide: Bool, hasErrors: Bool = false, trail: [(String, Address)],
        @Content _ content: () -> HTML
    ) -> HTML {
        document(language: words.language.rawValue, .class(isElder ? "elder" : "plain")) {
            headContent(hasErrors ? words(SitePhrase.errorTitle, ["title": heading]) : heading)
        } body: {
            body {
                a(.class("skip-link"), .href("#main")) { words(SitePhrase.skip) }
                if site.settings.isDemonstration {
                    aside(.class("banner-demo"), .aria("label", words(SitePhrase.demonstrationTag)))
                    {
                        strong { words(SitePhrase.demonstrationTag) }
                        words(SitePhrase.demonstration, ["day": words.date(now.day)])
                    }
                }
                siteHeader
                HTML.element(
                    "main",
                    [.id("main"), .class(isWide ? "page wide" : "page"), .tabindex(-1)],
                    pieces {
                        breadcrumb(trail)
                        content()
                    })
                siteFooter
            }
        }
    }

    @Content private func headContent(_ heading: String) -> HTML {
        let style = site.assets.address("yifa.css").path
        let icon = site.assets.address("favicon.svg").path
        meta(Attribute("charset", "utf-8"))
        meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
        HTML.element("title", [], HTML(heading + words(SitePhrase.titleEnd)))
        HTML.void("link", [.rel("stylesheet"), .href(style)])
        HTML.void("link", [.rel("icon"), .type("image/svg+xml"), .href(icon)])
        script(.src(site.assets.address("yifa.js").path), Attribute("defer", when: true))
    }

    /// The pages above this one.
    private func breadcrumb(_ trail: [(String, Address)]) -> HTML? {
        guard !trail.isEmpty else { return nil }
        return nav(.class("breadcrumb"), .aria("label", words(SitePhrase.whereYouAre))) {
            ol {
                li { link(words(SitePhrase.home), .home) }
                for (text, address) in trail {
                    li { a(.href(href(address))) { marked(text) } }
                }
            }
        }
    }
}
