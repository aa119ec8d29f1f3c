import HTTPTypes
import Hummingbird

/// Headers that keep a browser from doing what no page of ours asks for.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = Caller
    let site: Site

    static let policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

    func handle(
        _ request: Request, context: Caller,
        next: (Request, Caller) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let headers = [
            (HTTPField.Name.contentSecurityPolicy, Self.policy),
            (.xContentTypeOptions, "nosniff"),
        ]
        for (name, value) in headers where response.headers[name] == nil {
            response.headers[name] = value
        }
        response.headers[values: .referrerPolicy] = ["same-origin"]
        response.headers[values: .frameOptions] = ["DENY"]
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if site.settings.isBehindTLS {
            response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
        }
        return response
    }
}

extension HTTPField.Name {
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .location
    static let frameOptions = HTTPField.Name("X-Frame-Options") ?? .location
}
