import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// One's own account: who one is here, and the second factor.
enum AccountPage {
    static func answer(_ asked: Asked, proposed: String? = nil) async throws -> Response {
        guard let name = asked.viewer.account else { throw Refusal(.signInNeeded, "请先登录") }
        let hasSecondFactor = try await asked.office.account(name)?.oneTimeSecret != nil
        let organs = try await asked.office.district()
        let frame = asked.frame
        let words = asked.words
        return asked.page(words(AccountPhrase.yourAccount)) {
            h1(.class("title")) { words(AccountPhrase.yourAccount) }
            dl(.class("summary")) {
                row(words(AccountPhrase.accountName), HTML(name))
                row(words(AccountPhrase.displayName), HTML(asked.viewer.name))
                if let officer = asked.viewer.officer {
                    if let organ = organs?.organ(officer.organ) {
                        row(words(AccountPhrase.organ), frame.titled(organ.title))
                    }
                    row(
                        words(AccountPhrase.posts),
                        HTML(officer.roles.map(\.text).sorted().joined(separator: ", ")))
                }
            }
            if hasSecondFactor {
                p(.class("notice success")) { words(AccountPhrase.secondFactorOn) }
            }
            secondFactor(
                frame, isOn: hasSecondFactor, proposed: proposed ?? OneTimeCode.newSecret())
        }
    }

    private static func row(_ term: String, _ value: HTML) -> HTML {
        div {
            dt { term }
            dd { value }
        }
    }

    private static func secondFactor(_ frame: Frame, isOn: Bool, proposed: String) -> HTML {
        let words = frame.words
        return frame.form(.account, .class("panel")) {
            if !isOn {
                p { words(AccountPhrase.secondFactorSecret) }
                p { code(.class("secret")) { proposed } }
                input(.type("hidden"), .name("secret"), .value(proposed))
            }
            frame.textField(
                "code", label: words(AccountPhrase.code), isRequired: true,
                autocomplete: "one-time-code")
            frame.submit(
                words(isOn ? AccountPhrase.secondFactorOff : AccountPhrase.secondFactorSetUp),
                "button secondary")
        }
    }
}

/// Setting the second factor up, and giving it up: either takes a code that is right now.
enum SecondFactor {
    static func change(_ asked: Asked, _ form: FormBody) async throws -> Response {
        guard let name = asked.viewer.account else { throw Refusal(.signInNeeded, "请先登录") }
        try await asked.office.changeSecondFactor(
            of: name, proposed: form["secret"], code: form.text("code"))
        return asked.redirect(.account)
    }
}
