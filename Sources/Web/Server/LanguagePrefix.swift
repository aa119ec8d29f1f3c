import HTTPTypes
package import Hummingbird
import Sheets

/// Takes the language off the front of an address, so that `/en/guides` is the English `/guides`.
package struct LanguagePrefix<Inner: HTTPResponder>: HTTPResponder where Inner.Context == Caller {
    let inner: Inner

    package func respond(to request: Request, context: Caller) async throws -> Response {
        var context = context
        guard let (language, prefix) = Self.language(at: request.uri.path) else {
            return try await inner.respond(to: request, context: context)
        }
        context.language = language
        context.prefix = prefix
        var head = request.head
        let rest = String((head.path ?? "/").dropFirst(prefix.count))
        head.path = rest.hasPrefix("/") ? rest : "/" + rest
        return try await inner.respond(
            to: Request(head: head, body: request.body), context: context)
    }

    private static func language(at path: String) -> (Language, String)? {
        for language in Language.allCases {
            let prefix = "/" + language.rawValue
            if path == prefix || path.hasPrefix(prefix + "/") { return (language, prefix) }
        }
        return nil
    }
}
