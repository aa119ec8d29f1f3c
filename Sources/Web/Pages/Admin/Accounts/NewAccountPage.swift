import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Sheets

/// The page on which the security administrator opens an account.
enum NewAccountPage {
    static func answer(_ asked: Asked) async throws -> Response {
        try asked.viewer.mustHold(.securityAdministrator)
        return page(asked, nil, [])
    }

    static func open(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let name = form.text("account").lowercased()
        let officer = form.text("officer")
        do {
            let secret = try await asked.office.openAccount(
                name, displayName: form.text("name"),
                officer: officer.isEmpty ? nil : Person.ID(officer),
                duties: DutyBoxes.read(form), by: asked.viewer)
            return opened(asked, name, secret)
        } catch let refusal as Refusal where refusal.code != .notAllowed {
            let error = FieldError(refusal.field ?? "", asked.words.refusal(refusal, under: nil))
            return page(asked, form, [error])
        }
    }

    private static func opened(_ asked: Asked, _ name: String, _ secret: String) -> Response {
        let frame = asked.frame
        let words = asked.words
        let heading = words(AdminPhrase.accountOpened)
        return asked.page(heading, trail: [(words(AdminPhrase.accounts), .adminAccounts)]) {
            h1(.class("title")) { heading }
            dl(.class("summary")) {
                frame.fact(words(AccountPhrase.accountName), HTML(name))
            }
            AccountEditor.told(secret, words(AdminPhrase.passwordTold), words)
            p { frame.link(words(AdminPhrase.toAccount), .adminAccount(name)) }
        }
    }

    private static func page(
        _ asked: Asked, _ form: FormBody?, _ errors: [FieldError]
    ) -> Response {
        let frame = asked.frame
        let words = asked.words
        return asked.page(
            words(AdminPhrase.newAccount), status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: [(words(AdminPhrase.accounts), .adminAccounts)]
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { words(AdminPhrase.newAccount) }
            p(.class("lead")) { words(AdminPhrase.newAccountLead) }
            frame.form(.adminNewAccount) {
                frame.textField(
                    "account", label: words(AccountPhrase.accountName),
                    value: form?.text("account") ?? "",
                    hint: words(AccountPhrase.accountNameHint),
                    isRequired: true, autocomplete: "off", errors: errors)
                frame.textField(
                    "officer", label: words(AdminPhrase.officerNumber),
                    value: form?.text("officer") ?? "", hint: words(AdminPhrase.officerNumberHint),
                    autocomplete: "off", errors: errors)
                frame.textField(
                    "name", label: words(AccountPhrase.displayName),
                    value: form?.text("name") ?? "", hint: words(AdminPhrase.displayNameHint),
                    autocomplete: "off", errors: errors)
                DutyBoxes.html(form.map { DutyBoxes.read($0) } ?? [], frame, errors)
                frame.submit(words(AdminPhrase.newAccount))
            }
        }
    }
}
