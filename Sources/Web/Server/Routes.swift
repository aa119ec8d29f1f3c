import HTTPTypes
import Hummingbird
import NIOCore
import Office
import Synchronization

/// The table of what answers where; the router, the answer to a wrong method, and tests are made from it.
final class Routes {
    typealias Answer = @Sendable (Asked) async throws -> Response
    typealias FormAnswer = @Sendable (Asked, FormBody) async throws -> Response

    /// A pattern such as `/cases/:case`, and the methods that it answers.
    struct Known: Sendable {
        let pattern: String
        var methods: [HTTPRequest.Method]

        func matches(_ path: String) -> Bool {
            let parts = pattern.split(separator: "/")
            let given = path.split(separator: "/")
            guard parts.last != "**" else {
                let fixed = parts.dropLast()
                return given.count >= fixed.count
                    && zip(fixed, given).allSatisfy { $0 == $1 || $0.contains(":") }
            }
            return parts.count == given.count
                && zip(parts, given).allSatisfy { part, given in
                    guard let colon = part.firstIndex(of: ":") else { return part == given }
                    return given.hasPrefix(part[..<colon])
                }
        }
    }

    let site: Site
    let router: Router<Caller>
    private(set) var known: [Known] = []

    init(site: Site, router: Router<Caller>) {
        self.site = site
        self.router = router
    }

    /// A page or a file.
    func get(_ pattern: String, _ answer: @escaping Answer) { on(.get, pattern, answer) }

    /// A form: what it carries is read, and its token compared with that of the visit (OWASP, cross-site request forgery).
    func post(_ pattern: String, _ answer: @escaping FormAnswer) {
        on(.post, pattern) { asked in
            let form = try await FormBody(asked.request, upTo: asked.site.settings.largestRequest)
            let token = asked.caller.guest?.visit.formToken
            guard let token, form["form-token"] == token else { throw FormTokenMissing() }
            return try await answer(asked, form)
        }
    }

    /// Any method; the answer checks for itself who asks.
    func on(_ method: HTTPRequest.Method, _ pattern: String, _ answer: @escaping Answer) {
        if let index = known.firstIndex(where: { $0.pattern == pattern }) {
            known[index].methods.append(method)
        } else {
            known.append(Known(pattern: pattern, methods: [method]))
        }
        router.on(RouterPath(pattern), method: method) { [site] request, caller in
            try await answer(Asked(site: site, request: request, caller: caller))
        }
    }

    /// The methods that a path answers; empty if nothing is there.
    static func methods(of path: String, in known: [Known]) -> [HTTPRequest.Method] {
        let methods = known.filter { $0.matches(path) }.flatMap(\.methods)
        return methods.contains(.get) ? methods + [.head] : methods
    }
}

/// A form came without the token of its visit: it was sent from elsewhere, or its visit is over.
struct FormTokenMissing: Error {}
