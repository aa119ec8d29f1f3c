import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Office
import Sheets

/// The tokens by which programs act for one's own account.
enum TokensPage {
    static func answer(_ asked: Asked) async throws -> Response { try await page(asked) }

    static func change(_ asked: Asked, _ form: FormBody) async throws -> Response {
        if let id = form["revoke"] {
            try await asked.office.revokeToken(id, by: asked.viewer)
            return asked.redirect(.tokens)
        }
        let scopes = Set(form.all("scopes").compactMap { ProgramToken.Scope(rawValue: $0) })
        do {
            let secret = try await asked.office.makeToken(
                form.text("title"), scopes: scopes, by: asked.viewer)
            return try await page(asked, secret: secret)
        } catch let refusal as Refusal where refusal.code != .signInNeeded {
            let error = FieldError(refusal.field ?? "", asked.words.refusal(refusal, under: nil))
            return try await page(asked, title: form.text("title"), errors: [error])
        }
    }

    private static func page(
        _ asked: Asked, secret: String? = nil, title: String = "", errors: [FieldError] = []
    ) async throws -> Response {
        let tokens = try await asked.office.tokens(of: asked.viewer)
        let frame = asked.frame
        let words = asked.words
        return asked.page(
            words(AdminPhrase.tokens), status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: [(words(AccountPhrase.yourAccount), .account)]
        ) {
            frame.errorSummary(errors)
            h1(.class("title")) { words(AdminPhrase.tokens) }
            if let secret {
                AccountEditor.told(secret, words(AdminPhrase.tokenTold), words)
            }
            p(.class("lead")) { words(AdminPhrase.tokensLead) }
            list(tokens, frame)
            h2 { words(AdminPhrase.makeToken) }
            maker(frame, title, errors)
        }
    }

    private static func list(_ tokens: [ProgramToken], _ frame: Frame) -> HTML {
        let words = frame.words
        guard !tokens.isEmpty else {
            return p(.class("empty")) { words(AdminPhrase.noTokens) }
        }
        return HTML.element(
            "table", [.class("data"), .aria("label", words(AdminPhrase.tokens))],
            pieces {
                thead {
                    tr {
                        th(.scope("col")) { words(AdminPhrase.purpose) }
                        th(.scope("col")) { words(AdminPhrase.scopes) }
                        th(.scope("col")) { words(AdminPhrase.made) }
                        th(.scope("col")) { words(AdminPhrase.revoke) }
                    }
                }
                tbody { for token in tokens { row(token, frame) } }
            })
    }

    private static func row(_ token: ProgramToken, _ frame: Frame) -> HTML {
        let words = frame.words
        let scopes = ProgramToken.Scope.allCases.filter(token.scopes.contains)
        return tr {
            th(.scope("row")) { frame.chinese(token.title) }
            td(.data("label", words(AdminPhrase.scopes))) {
                scopes.map { words($0.phrase) }.joined(separator: words(AdminPhrase.listComma))
            }
            td(.data("label", words(AdminPhrase.made))) {
                frame.day(Moment(seconds: token.made).day)
            }
            td(.data("label", words(AdminPhrase.revoke))) {
                frame.form(.tokens) {
                    input(.type("hidden"), .name("revoke"), .value(token.id))
                    button(.class("button secondary"), .type("submit")) {
                        words(AdminPhrase.revoke)
                        span(.class("visually-hidden")) {
                            " "
                            frame.chinese(token.title)
                        }
                    }
                }
            }
        }
    }

    private static func maker(_ frame: Frame, _ title: String, _ errors: [FieldError]) -> HTML {
        let words = frame.words
        return frame.form(.tokens) {
            frame.textField(
                "title", label: words(AdminPhrase.purpose), value: title,
                hint: words(AdminPhrase.purposeHint), isRequired: true, autocomplete: "off",
                errors: errors)
            frame.checkboxes(
                "scopes", label: words(AdminPhrase.scopes), values: ["read"], errors: errors,
                options: ProgramToken.Scope.allCases.map {
                    Frame.Option($0.rawValue, HTML(words($0.phrase)))
                })
            frame.submit(words(AdminPhrase.makeToken))
        }
    }
}

extension ProgramToken.Scope {
    fileprivate var phrase: AdminPhrase {
        switch self {
        case .read: .scopeRead
        case .write: .scopeWrite
        }
    }
}
