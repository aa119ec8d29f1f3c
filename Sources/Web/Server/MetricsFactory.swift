import Metrics
import Synchronization

/// Counts, levels and times as swift-metrics hands them over, kept to be told in the text form of Prometheus.
final class KeptMetrics: MetricsFactory, Sendable {
    /// A name with its labels.
    struct Key: Hashable, Sendable, Comparable {
        let name: String
        let labels: [String]

        init(_ label: String, _ dimensions: [(String, String)]) {
            name = Self.plain(label)
            labels = dimensions.map { name, value in
                "\(Self.plain(name))=\"\(Self.escaped(Self.known(value, as: name)))\""
            }
        }

        static func < (left: Key, right: Key) -> Bool {
            (left.name, left.labels.joined()) < (right.name, right.labels.joined())
        }

        private static let methods: Set = [
            "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT",
        ]

        /// Anybody can invent methods; they do not each get a line.
        private static func known(_ value: String, as name: String) -> String {
            name == "http.request.method" && !methods.contains(value) ? "OTHER" : value
        }

        private static func plain(_ name: String) -> String {
            String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        }

        static func escaped(_ value: String) -> String {
            value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                .replacing("\n", with: "\\n")
        }
    }

    struct Cells: Sendable {
        var counters: [Key: CountCell] = [:]
        var levels: [Key: LevelCell] = [:]
        var times: [Key: TimeCell] = [:]
    }

    private let cells = Mutex(Cells())

    init() {}

    var current: Cells { cells.withLock { $0 } }

    func makeCounter(
        label: String, dimensions: [(String, String)]
    ) -> any CounterHandler {
        cell(Key(label, dimensions), in: \.counters, else: CountCell())
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        cell(Key(label, dimensions), in: \.levels, else: LevelCell())
    }

    func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        cell(Key(label, dimensions), in: \.levels, else: LevelCell())
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        cell(Key(label, dimensions), in: \.times, else: TimeCell())
    }

    private func cell<Cell: Sendable>(
        _ key: Key, in path: WritableKeyPath<Cells, [Key: Cell]>,
        else make: @autoclosure () -> Cell
    ) -> Cell {
        cells.withLock { cells in
            if let known = cells[keyPath: path][key] { return known }
            let made = make()
            cells[keyPath: path][key] = made
            return made
        }
    }

    // What was counted stays, whoever counted it.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}
}
