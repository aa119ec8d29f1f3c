import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore
import Office
import ServiceLifecycle
import Sheets

/// The server: its routes, what happens around each of them, and what goes on beside them.
package struct WebServer: Sendable {
    package let site: Site
    private let routes: [Routes.Known]
    private let responder: LanguagePrefix<RouterResponder<Caller>>

    package init(site: Site) {
        self.site = site
        let router = Router(context: Caller.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            MetricsMiddleware()
            RequestLog()
            SecurityHeaders(site: site)
            // Outside as well, for what goes wrong before anybody knows who asks.
            Failures(site: site)
            Visits(site: site)
            Failures(site: site)
            RateLimit(site: site)
        }
        let routes = Routes(site: site, router: router)
        for area in Self.areas { area(routes) }
        self.routes = routes.known
        router.add(middleware: WrongMethod(known: routes.known))
        responder = LanguagePrefix(inner: router.buildResponder())
    }

    /// Every part of the site.
    private static let areas: [@Sendable (Routes) -> Void] = [
        FileRoutes.add(to:), AccountRoutes.add(to:), HealthRoutes.add(to:), AdminRoutes.add(to:),
        DeskRoutes.add(to:), CaseFileRoutes.add(to:),
        APIRoutes.add(to:), Open311Routes.add(to:),
        HomeRoutes.add(to:), ApplyRoutes.add(to:), MyRoutes.add(to:),
        FiguresRoutes.add(to:), PublicRoutes.add(to:), LedgerRoutes.add(to:),
    ]

    /// The application on an address; `onRunning` learns the port.
    package func application(
        host: String, port: Int, logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        var application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "yifa"),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? port) },
            logger: logger)
        application.addServices(Housekeeping(office: site.office, logger: logger))
        return application
    }

    /// Serves until it is told to end, and then finishes what was begun.
    package func run(
        host: String, port: Int, logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void
    ) async throws {
        try await application(host: host, port: port, logger: logger, onRunning: onRunning)
            .runService()
    }

    /// What answers where, for tests and descriptions.
    package var patterns: [(pattern: String, methods: [String])] {
        routes.map { ($0.pattern, $0.methods.map(\.rawValue)) }
    }
}

/// What has to be done now and then while the server runs: the law acts by itself, and looks reach the trail.
struct Housekeeping: Service {
    let office: Office
    let logger: Logger

    func run() async throws {
        var round = 0
        while !Task.isShuttingDownGracefully && !Task.isCancelled {
            do {
                try await office.writeLooks()
                if round % 60 == 0 { _ = try await office.settle(before: office.now) }
                if round % 3600 == 0 { try await office.tidy() }
            } catch {
                logger.error("housekeeping failed", metadata: ["error": "\(error)"])
            }
            round += 1
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }
        }
        try await office.writeLooks()
    }
}
