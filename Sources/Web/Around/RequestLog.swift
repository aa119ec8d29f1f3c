import HTTPTypes
import Hummingbird
import Logging

/// A line for each request: method, pattern and status, and nothing of who asked for what.
struct RequestLog: RouterMiddleware {
    typealias Context = Caller

    func handle(
        _ request: Request, context: Caller,
        next: (Request, Caller) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        let level: Logger.Level = response.status.code >= 500 ? .error : .debug
        context.logger.log(
            level: level, "request",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)",
            ])
        return response
    }
}
