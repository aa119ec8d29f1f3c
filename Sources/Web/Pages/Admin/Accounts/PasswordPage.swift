import Engine
import HTML
import Hummingbird
import Office
import Sheets

/// Changing one's own password.
enum PasswordPage {
    static func answer(_ asked: Asked) throws -> Response {
        guard asked.viewer.isSignedIn else { throw Refusal(.signInNeeded, "请先登录") }
        return page(asked, isSaved: asked.query("saved") != nil)
    }

    static func change(_ asked: Asked, _ form: FormBody) async throws -> Response {
        guard let visit = asked.caller.guest?.visit, asked.viewer.isSignedIn else {
            throw Refusal(.signInNeeded, "请先登录")
        }
        do {
            try await asked.office.changePassword(
                from: form["old"] ?? "", to: form["password"] ?? "", in: visit)
            return asked.redirect(to: asked.frame.href(.password, [("saved", "1")]))
        } catch let refusal as Refusal where refusal.field != nil {
            let text =
                refusal.field == "old"
                ? asked.words(AdminPhrase.oldPasswordWrong)
                : asked.words.refusal(refusal, under: nil)
            return page(asked, errors: [FieldError(refusal.field ?? "", text)])
        }
    }

    private static func page(
        _ asked: Asked, isSaved: Bool = false, errors: [FieldError] = []
    ) -> Response {
        let frame = asked.frame
        let words = asked.words
        return asked.page(
            words(AdminPhrase.changePassword), status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: [(words(AccountPhrase.yourAccount), .account)]
        ) {
            frame.errorSummary(errors)
            if isSaved {
                div(.class("notice success"), .role("status")) {
                    p { words(AdminPhrase.passwordChanged) }
                }
            }
            h1(.class("title")) { words(AdminPhrase.changePassword) }
            frame.form(.password) {
                frame.textField(
                    "old", label: words(AdminPhrase.oldPassword), type: "password",
                    isRequired: true, autocomplete: "current-password", errors: errors)
                frame.textField(
                    "password", label: words(AdminPhrase.newPassword), type: "password",
                    hint: words(AccountPhrase.passwordHint), isRequired: true,
                    autocomplete: "new-password", errors: errors)
                frame.submit(words(AdminPhrase.changePassword))
            }
        }
    }
}
