import Engine
import HTML
import Hummingbird
import Office
import Sheets

/// Opening a case file by its number and the secret of a receipt.
enum TrackPage {
    static func answer(_ asked: Asked, name: String = "", failed: Bool = false) -> Response {
        let frame = asked.frame
        let words = asked.words
        let errors = failed ? [FieldError("number", words(MyPhrase.trackFailed))] : []
        return asked.page(
            words(SitePhrase.track), status: failed ? .unprocessableContent : .ok
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { words(SitePhrase.track) }
            p(.class("lead")) { words(MyPhrase.trackLead) }
            frame.form(.track, Attribute("novalidate", when: true)) {
                frame.textField(
                    "number", label: words(MyPhrase.caseNumber), value: name,
                    hint: words(MyPhrase.caseNumberHint), isRequired: true, autocomplete: "off",
                    errors: errors)
                frame.textField(
                    "secret", label: words(MyPhrase.secret), hint: words(MyPhrase.secretHint),
                    isRequired: true, autocomplete: "off")
                frame.submit(words(MyPhrase.track))
            }
            div(.class("inset")) { p { words(MyPhrase.helper) } }
            p { frame.link(words(SitePhrase.myCases), .myCases) }
        }
    }

    static func open(_ asked: Asked, _ form: FormBody) async throws -> Response {
        guard let guest = asked.caller.guest else { throw HTTPError(.notFound) }
        let name = form.text("number")
        let found = try await asked.office.open(name, secret: form.text("secret"), in: guest)
        guard let found else { return answer(asked, name: name, failed: true) }
        return asked.redirect(.myCase(found))
    }
}
