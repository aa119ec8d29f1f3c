import Hummingbird
import Metrics
import Office
import Synchronization

/// Whether the server runs, whether it can answer, and how much it did.
enum HealthRoutes {
    static func add(to routes: Routes) {
        routes.get("/health") { _ in Asked.answer("ok\n", "text/plain; charset=utf-8") }
        routes.get("/ready") { asked in
            _ = try await asked.office.packs()
            return Asked.answer("ready\n", "text/plain; charset=utf-8")
        }
        routes.get("/metrics") { asked in
            var text = MetricsText(Metering.kept.current)
            text.add(asked.office.counts.current, queue: await asked.office.queueLength)
            return Asked.answer(text.text, "text/plain; version=0.0.4; charset=utf-8")
        }
    }
}

/// Where the process keeps its counts; swift-metrics allows one place, chosen once.
package enum Metering {
    static let kept = KeptMetrics()
    private static let hasBegun = Mutex(false)

    /// Has all that is counted from now on kept for `/metrics`.
    package static func begin() {
        let isFirst = hasBegun.withLock { begun in
            defer { begun = true }
            return !begun
        }
        if isFirst { MetricsSystem.bootstrap(kept) }
    }
}
