import Engine
import HTML
import HTTPTypes
import Hummingbird
import Sheets

/// The page on which people sign in.
enum SignInPage {
    static func answer(
        _ asked: Asked, name: String = "", refusal: Refusal? = nil, then: String? = nil
    ) -> Response {
        let frame = asked.frame
        let words = asked.words
        let errors = refusal.map {
            [FieldError($0.field ?? "password", words.refusal($0, under: nil))]
        }
        return asked.page(
            words(SitePhrase.signIn), status: refusal == nil ? .ok : .unprocessableContent
        ) {
            frame.errorSummary(errors ?? [])
            h1(.class("title")) { words(SitePhrase.signIn) }
            p(.class("lead")) { words(AccountPhrase.signInLead) }
            fields(frame, name: name, then: then ?? asked.query("then"), errors: errors ?? [])
            p {
                words(AccountPhrase.noAccount)
                " "
                frame.link(words(AccountPhrase.signUp), .signUp)
            }
            demonstration(frame)
        }
    }

    private static func fields(
        _ frame: Frame, name: String, then: String?, errors: [FieldError]
    ) -> HTML {
        let words = frame.words
        return frame.form(.signIn) {
            if let then { input(.type("hidden"), .name("then"), .value(then)) }
            frame.textField(
                "account", label: words(AccountPhrase.accountName), value: name, isRequired: true,
                autocomplete: "username", errors: errors)
            frame.textField(
                "password", label: words(AccountPhrase.password), type: "password",
                isRequired: true, autocomplete: "current-password", errors: errors)
            frame.textField(
                "code", label: words(AccountPhrase.code), hint: words(AccountPhrase.codeHint),
                autocomplete: "one-time-code", errors: errors)
            frame.submit(words(SitePhrase.signIn))
        }
    }

    private static func demonstration(_ frame: Frame) -> HTML? {
        let settings = frame.site.settings
        guard settings.isDemonstration, !settings.demonstrationAccounts.isEmpty else { return nil }
        let words = frame.words
        return section(.class("panel")) {
            h2 { words(AccountPhrase.demonstrationAccounts) }
            p {
                words(AccountPhrase.demonstrationPassword)
                " "
                code { settings.demonstrationPassword }
            }
            dl(.class("summary")) {
                for account in settings.demonstrationAccounts {
                    div {
                        dt { code { account.name } }
                        dd { frame.titled(account.title) }
                    }
                }
            }
        }
    }
}

/// The page on which a citizen opens an account.
enum SignUpPage {
    static func answer(
        _ asked: Asked, name: String = "", displayName: String = "", refusal: Refusal? = nil
    ) -> Response {
        let frame = asked.frame
        let words = asked.words
        let errors =
            refusal.map { [FieldError($0.field ?? "account", words.refusal($0, under: nil))] } ?? []
        return asked.page(
            words(AccountPhrase.signUp), status: refusal == nil ? .ok : .unprocessableContent
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { words(AccountPhrase.signUp) }
            p(.class("lead")) { words(AccountPhrase.signUpLead) }
            frame.form(.signUp) {
                frame.textField(
                    "name", label: words(AccountPhrase.displayName), value: displayName,
                    isRequired: true, autocomplete: "name", errors: errors)
                frame.textField(
                    "account", label: words(AccountPhrase.accountName), value: name,
                    hint: words(AccountPhrase.accountNameHint), isRequired: true,
                    autocomplete: "username", errors: errors)
                frame.textField(
                    "password", label: words(AccountPhrase.password), type: "password",
                    hint: words(AccountPhrase.passwordHint), isRequired: true,
                    autocomplete: "new-password", errors: errors)
                frame.submit(words(AccountPhrase.signUp))
            }
        }
    }
}
