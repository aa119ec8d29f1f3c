import HTML
import Hummingbird
import Sheets

/// What the site does so that everybody can use it, what it does not do yet, and whom to tell.
enum AccessibilityPage {
    static func answer(_ asked: Asked) -> Response {
        let frame = asked.frame
        let words = asked.words
        let heading = words(SitePhrase.accessibility)
        let done: [PublicPhrase] = [
            .accessKeyboard, .accessReader, .accessScript, .accessElder, .accessContrast,
            .accessZoom, .accessLanguages,
        ]
        let missing: [PublicPhrase] = [.accessMissingDocuments, .accessMissingChinese]
        return asked.page(heading) {
            h1(.class("title")) { heading }
            p(.class("lead")) { words(PublicPhrase.accessLead) }
            h2 { words(PublicPhrase.accessDone) }
            ul { for phrase in done { li { words(phrase) } } }
            p {
                frame.link(
                    words(PublicPhrase.accessSettings), .settings, .class("button secondary"))
            }
            h2 { words(PublicPhrase.accessMissing) }
            ul { for phrase in missing { li { words(phrase) } } }
            h2 { words(PublicPhrase.accessTell) }
            p { words(PublicPhrase.accessTellLead) }
            p { a(.href("tel:12345")) { words(SitePhrase.hotline) } }
        }
    }
}
