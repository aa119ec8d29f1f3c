import GRDB
import Synchronization

/// Connections for reads on the spot: as many as threads read at once, and nobody waits for one.
///
/// A reader that waited here for another could keep the very thread that the other needs.
final class Glances: Sendable {
    private let path: String
    private let configuration: Configuration
    private let idle = Mutex<[DatabaseQueue]>([])

    init(path: String, configuration: Configuration) {
        self.path = path
        var configuration = configuration
        configuration.readonly = true
        self.configuration = configuration
    }

    /// Reads without a transaction: each statement sees what was committed before it began.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        let connection =
            try idle.withLock { $0.popLast() }
            ?? DatabaseQueue(path: path, configuration: configuration)
        defer { idle.withLock { $0.append(connection) } }
        return try connection.unsafeRead(body)
    }

    func close() throws {
        let connections = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for connection in connections { try connection.close() }
    }
}
