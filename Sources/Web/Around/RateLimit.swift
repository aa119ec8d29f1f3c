import HTTPTypes
import Hummingbird
import Law
import Synchronization

/// How much one address may write, and how often it may try to sign in.
struct RateLimit: RouterMiddleware {
    typealias Context = Caller
    let site: Site
    private let counts = Counts()

    init(site: Site) { self.site = site }

    /// Too much from one address; it may try again after so many seconds.
    struct Exceeded: Error { let seconds: Int }

    func handle(
        _ request: Request, context: Caller,
        next: (Request, Caller) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else {
            return try await next(request, context)
        }
        let now = site.now.seconds
        let isSignIn = request.uri.path == "/sign-in"
        let limits = site.settings
        try counts.count("w" + context.remote, limits.writesPerSecond, in: 1, at: now)
        if isSignIn {
            try counts.count("s" + context.remote, limits.signInsPerMinute, in: 60, at: now)
        }
        return try await next(request, context)
    }

    /// Counts in spans of whole seconds; what is past is forgotten.
    private final class Counts: Sendable {
        private struct Span: Sendable {
            let begin: Int64
            var count: Int
        }
        private let spans = Mutex<[String: Span]>([:])
        private static let most = 50_000

        func count(_ key: String, _ limit: Int, in length: Int64, at now: Int64) throws {
            guard limit > 0 else { return }
            let begin = now - now % length
            let count = spans.withLock { spans in
                if spans.count > Self.most { spans = [:] }
                var span = spans[key] ?? Span(begin: begin, count: 0)
                if span.begin != begin { span = Span(begin: begin, count: 0) }
                span.count += 1
                spans[key] = span
                return span.count
            }
            if count > limit { throw Exceeded(seconds: Int(begin + length - now)) }
        }
    }
}
