import HTML
import Hummingbird
import Sheets

/// How the site is shown: the elder version, and the language that the browser remembers.
enum SettingsPage {
    static func answer(_ asked: Asked) -> Response {
        let frame = asked.frame
        let words = asked.words
        return asked.page(words(AccountPhrase.settings)) {
            h1(.class("title")) { words(AccountPhrase.settings) }
            p(.class("inset")) { words(AccountPhrase.elderExplained) }
            frame.form(.settings) {
                input(.type("hidden"), .name("elder"), .value(frame.isElder ? "0" : "1"))
                frame.submit(words(frame.isElder ? AccountPhrase.elderOff : AccountPhrase.elderOn))
            }
            frame.form(.settings) {
                fieldset(.class("fieldset radios")) {
                    legend { words(SitePhrase.language) }
                    for language in Language.allCases {
                        label(.lang(language.rawValue)) {
                            input(
                                .type("radio"), .name("language"), .value(language.rawValue),
                                .checked(language == words.language))
                            language.ownName
                        }
                    }
                }
                frame.submit(words(SitePhrase.language), "button secondary")
            }
        }
    }

    static func change(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let language = form["language"].flatMap { Language(rawValue: $0) }
        var response = asked.redirect(
            to: language.map { "/\($0.rawValue)" } ?? asked.caller.prefix + "/")
        if let language {
            response.setCookie(preference(Visits.languageCookie, language.rawValue, asked))
        }
        if let elder = form["elder"] {
            response.setCookie(preference(Visits.elderCookie, elder == "1" ? "1" : "0", asked))
        }
        return response
    }

    private static func preference(_ name: String, _ value: String, _ asked: Asked) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: 365 * 86_400, path: "/",
            secure: asked.site.settings.isBehindTLS, httpOnly: true, sameSite: .lax)
    }
}
