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
        for field in site.settings.isBehindTLS ? Self.fields + [Self.onlyTLS] : Self.fields
        where !response.headers.contains(field.name) {
            response.headers.append(field)
        }
        return response
    }

    /// What an answer says unless its maker said otherwise.
    private static let fields = [
        HTTPField(name: .contentSecurityPolicy, value: policy),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .referrerPolicy, value: "same-origin"),
        HTTPField(name: .frameOptions, value: "DENY"),
        HTTPField(name: .cacheControl, value: "no-store"),
    ]
    private static let onlyTLS = HTTPField(
        name: .strictTransportSecurity, value: "max-age=31536000; includeSubDomains")
}

extension HTTPField.Name {
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .location
    static let frameOptions = HTTPField.Name("X-Frame-Options") ?? .location
}
