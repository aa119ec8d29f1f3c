import Hummingbird
import Office

/// Whether the server runs, and whether it can answer.
enum HealthRoutes {
    static func add(to routes: Routes) {
        routes.get("/health") { _ in Asked.answer("ok\n", "text/plain; charset=utf-8") }
        routes.get("/ready") { asked in
            _ = try await asked.office.packs()
            return Asked.answer("ready\n", "text/plain; charset=utf-8")
        }
    }
}
