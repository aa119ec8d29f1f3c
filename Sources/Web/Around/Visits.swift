import HTTPTypes
import Hummingbird
import Office
import Sheets

/// Finds out who asks, and in which language; begins a visit with the first page that a browser asks for.
struct Visits: RouterMiddleware {
    typealias Context = Caller
    let site: Site

    static let cookie = "yifa-visit"
    static let languageCookie = "yifa-language"
    static let elderCookie = "yifa-elder"

    func handle(
        _ request: Request, context: Caller,
        next: (Request, Caller) async throws -> Response
    ) async throws -> Response {
        guard Self.isForPeople(request.uri.path) else { return try await next(request, context) }
        var caller = context
        let cookies = request.cookies
        if caller.prefix.isEmpty,
            let chosen = cookies[Self.languageCookie].flatMap({ Language(rawValue: $0.value) })
        {
            caller.language = chosen
        }
        caller.isElder = cookies[Self.elderCookie]?.value == "1"
        if let value = cookies[Self.cookie]?.value, value.utf8.count <= 128 {
            caller.guest = try await site.office.guest(cookie: value)
        }
        guard caller.guest == nil, request.method == .get, Self.needsVisit(request.uri.path) else {
            return try await next(request, caller)
        }
        let (guest, value) = try await site.office.beginVisit()
        caller.guest = guest
        var response = try await next(request, caller)
        response.setCookie(Self.cookie(value, of: site))
        return response
    }

    /// The cookie of a visit: for this site alone, and out of reach of scripts.
    static func cookie(_ value: String, of site: Site) -> Cookie {
        Cookie(
            name: cookie, value: value, maxAge: 12 * 3600, path: "/",
            secure: site.settings.isBehindTLS, httpOnly: true, sameSite: .lax)
    }

    /// Programs bring tokens, not cookies.
    private static func isForPeople(_ path: String) -> Bool {
        !["/api/", "/open311/", "/assets/", "/log/", "/calendar/", "/health", "/ready", "/metrics"]
            .contains { path.hasPrefix($0) }
    }

    /// Only a page with a form needs one: reading leaves no cookie.
    private static func needsVisit(_ path: String) -> Bool {
        ["/sign-in", "/sign-up", "/apply/", "/track", "/settings", "/ledger/verify"]
            .contains { path.hasPrefix($0) }
    }
}
