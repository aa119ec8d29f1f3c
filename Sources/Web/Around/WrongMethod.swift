import HTTPTypes
import Hummingbird

/// Answers 405 with the methods that would do, where something is at an address but does not take the method.
struct WrongMethod: RouterMiddleware {
    typealias Context = Caller
    let known: [Routes.Known]

    func handle(
        _ request: Request, context: Caller,
        next: (Request, Caller) async throws -> Response
    ) async throws -> Response {
        guard context.endpointPath == nil else { return try await next(request, context) }
        let methods = Routes.methods(of: request.uri.path, in: known)
        guard !methods.isEmpty else { throw HTTPError(.notFound) }
        let allow = Set(methods.map(\.rawValue)).sorted().joined(separator: ", ")
        throw HTTPError(.methodNotAllowed, headers: [.allow: allow])
    }
}
