import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// One's own account: who one is here, and the second factor.
enum AccountPage {
    static func answer(
        _ asked: Asked, proposed: String? = nil, refusal: Refusal? = nil
    ) async throws -> Response {
        guard let name = asked.viewer.account else { throw Refusal(.signInNeeded, "请先登录") }
        let hasSecondFactor = try await asked.office.account(name)?.oneTimeSecret != nil
        let facts = try await facts(asked, name)
        let frame = asked.frame
        let words = asked.words
        let errors =
            refusal.map { [FieldError($0.field ?? "code", words.refusal($0, under: nil))] } ?? []
        return asked.page(
            words(AccountPhrase.yourAccount), status: errors.isEmpty ? .ok : .unprocessableContent
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { words(AccountPhrase.yourAccount) }
            facts
            div(.class("toolbar")) {
                frame.link(
                    words(AdminPhrase.changePassword), .password, .class("button secondary"))
                frame.link(words(AdminPhrase.tokens), .tokens, .class("button secondary"))
            }
            if hasSecondFactor {
                p(.class("notice success")) { words(AccountPhrase.secondFactorOn) }
            }
            secondFactor(
                frame, isOn: hasSecondFactor, proposed: proposed ?? OneTimeCode.newSecret(),
                errors: errors)
        }
    }

    /// Who one is here: name, organ, posts.
    private static func facts(_ asked: Asked, _ name: String) async throws -> HTML {
        let district = try await asked.office.district()
        let procedures = try await asked.office.packs().map(\.procedure)
        let frame = asked.frame
        let words = asked.words
        return dl(.class("summary")) {
            row(words(AccountPhrase.accountName), HTML(name))
            row(words(AccountPhrase.displayName), frame.chinese(asked.viewer.name))
            if let officer = asked.viewer.officer {
                if let organ = district?.organ(officer.organ) {
                    row(words(AccountPhrase.organ), frame.titled(organ.title))
                }
                row(
                    words(AccountPhrase.posts),
                    ul {
                        for title in posts(of: asked.viewer, in: procedures) {
                            li { frame.titled(title) }
                        }
                    })
            }
        }
    }

    /// The titles of the posts that an officer holds, each once.
    private static func posts(of viewer: Viewer, in procedures: [Procedure]) -> [Title] {
        let titles = procedures.flatMap { viewer.posts(in: $0) }.map(\.title)
        return titles.enumerated().filter { place, title in
            titles.firstIndex(of: title) == place
        }
        .map(\.element)
    }

    private static func row(_ term: String, _ value: HTML) -> HTML {
        div {
            dt { term }
            dd { value }
        }
    }

    private static func secondFactor(
        _ frame: Frame, isOn: Bool, proposed: String, errors: [FieldError]
    ) -> HTML {
        let words = frame.words
        return frame.form(.account, .class("panel")) {
            if !isOn {
                p { words(AccountPhrase.secondFactorSecret) }
                p { code(.class("secret")) { proposed } }
                input(.type("hidden"), .name("secret"), .value(proposed))
            }
            frame.textField(
                "code", label: words(AccountPhrase.code), isRequired: true,
                autocomplete: "one-time-code", errors: errors)
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
        do {
            try await asked.office.changeSecondFactor(
                of: name, proposed: form["secret"], code: form.text("code"))
        } catch let refusal as Refusal {
            return try await AccountPage.answer(asked, proposed: form["secret"], refusal: refusal)
        }
        return asked.redirect(.account)
    }
}
