import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Logging
import Office
import Sheets

/// Turns whatever goes wrong into an answer for the one who asked: a page for people, a problem (RFC 9457) for programs.
struct Failures: RouterMiddleware {
    typealias Context = Caller
    let site: Site

    func handle(
        _ request: Request, context: Caller,
        next: (Request, Caller) async throws -> Response
    ) async throws -> Response {
        let plain = Asked(site: site, request: request, caller: context)
        let asked = Self.isForProgram(plain) ? plain.inLanguageOfProgram : plain
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            return answer(asked, Trouble(refusal, words: asked.words))
        } catch is FormTokenMissing {
            return answer(asked, Trouble(.forbidden, .formExpired, asked.words))
        } catch let limit as RateLimit.Exceeded {
            var response = answer(asked, Trouble(.tooManyRequests, .tooMany, asked.words))
            response.headers[.retryAfter] = "\(limit.seconds)"
            return response
        } catch let error as HTTPError {
            var response = answer(
                asked, Trouble(error.status, Trouble.phrase(for: error.status), asked.words))
            response.headers[.allow] = error.headers[.allow]
            return response
        } catch let error as any HTTPResponseError {
            return answer(
                asked, Trouble(error.status, Trouble.phrase(for: error.status), asked.words))
        } catch {
            context.logger.error(
                "request failed",
                metadata: ["route": "\(context.endpointPath ?? "none")", "error": "\(error)"])
            return answer(asked, Trouble(.internalServerError, .broken, asked.words))
        }
    }

    private static func isForProgram(_ asked: Asked) -> Bool {
        let path = asked.request.uri.path
        return path.hasPrefix("/api/") || path.hasPrefix("/open311/")
    }

    private func answer(_ asked: Asked, _ trouble: Trouble) -> Response {
        let path = asked.request.uri.path
        if Self.isForProgram(asked) {
            return trouble.problem(at: path)
        }
        if trouble.code == "sign-in-needed" {
            return asked.redirect(
                to: asked.caller.prefix + Address.signIn.path + "?then=" + path.inQuery)
        }
        return asked.page(trouble.title, status: trouble.status) {
            h1(.class("title")) { trouble.title }
            div(.class("warning"), .role("alert")) { p { trouble.detail } }
            if let basis = trouble.basis { p(.class("basis")) { basis } }
            p {
                a(.href(asked.frame.href(.home)), .class("button secondary")) {
                    asked.words(SitePhrase.backHome)
                }
            }
        }
    }
}

/// What went wrong, as both kinds of answer need it.
struct Trouble {
    let status: HTTPResponse.Status
    var code: String
    let title: String
    var detail: String
    var field: String?
    var basis: String?

    init(_ refusal: Refusal, words: Words) {
        status = Self.status(of: refusal.code)
        code = refusal.code.text
        title = words(SitePhrase.refused)
        detail = words.refusal(refusal, under: nil)
        field = refusal.field
        basis = refusal.basis.isEmpty ? nil : refusal.basis.map(\.text).joined(separator: "；")
    }

    init(_ status: HTTPResponse.Status, _ phrase: SitePhrase, _ words: Words) {
        self.status = status
        code = "http-\(status.code)"
        title = words(SitePhrase.trouble)
        detail = words(phrase)
    }

    static func phrase(for status: HTTPResponse.Status) -> SitePhrase {
        switch status.code {
        case 404: .notFound
        case 405: .wrongMethod
        case 413: .tooLarge
        case 400...499: .notUnderstood
        default: .broken
        }
    }

    private static func status(of code: Refusal.Code) -> HTTPResponse.Status {
        switch code {
        case .unknownCase, .unknownProcedure, "unknown-organ": .notFound
        case .versionConflict, .onceOnly, .accountTaken, .alreadyDone: .conflict
        case .notAllowed, .wrongRole, .locked: .forbidden
        case .signInNeeded, .signInFailed, .codeNeeded: .unauthorized
        default: .unprocessableContent
        }
    }
}
