import Foundation
import Logging

/// How the server's log is written: as text, or as one JSON object a line, by `YIFA_LOG_FORMAT` and `YIFA_LOG_LEVEL`.
enum LogLines {
    /// Chooses the form once, before anything is logged.
    static func begin(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws
    {
        let level = try level(environment["YIFA_LOG_LEVEL"])
        switch environment["YIFA_LOG_FORMAT"] ?? "text" {
        case "text":
            LoggingSystem.bootstrap { label in
                var handler = StreamLogHandler.standardError(label: label)
                handler.logLevel = level
                return handler
            }
        case "json":
            LoggingSystem.bootstrap { JSONLogHandler(label: $0, logLevel: level) }
        case let other:
            throw Failure("YIFA_LOG_FORMAT is text or json, not \(other.prefix(40))")
        }
    }

    private static func level(_ name: String?) throws -> Logger.Level {
        guard let name else { return .info }
        guard let level = Logger.Level(rawValue: name.lowercased()) else {
            let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure("YIFA_LOG_LEVEL is one of \(known), not \(name.prefix(40))")
        }
        return level
    }
}

/// Writes each event of the log as one JSON object on a line of standard error.
struct JSONLogHandler: LogHandler {
    let label: String
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    init(label: String, logLevel: Logger.Level) {
        self.label = label
        self.logLevel = logLevel
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        Output.write(line(event, at: Date()) + "\n", to: .standardError)
    }

    private struct Line: Encodable {
        let time: String
        let level: String
        let label: String
        let message: String
        let metadata: [String: String]
    }

    func line(_ event: LogEvent, at time: Date) -> String {
        var all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }
        all.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error { all["error"] = "\(error)" }
        let line = Line(
            time: time.ISO8601Format(), level: event.level.rawValue, label: label,
            message: event.message.description, metadata: all.mapValues { $0.description })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try? encoder.encode(line)
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
