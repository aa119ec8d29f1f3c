import Law
import Office

/// Counts in the text form of Prometheus (version 0.0.4).
struct MetricsText {
    private var lines: [String] = []
    private var named: Set<String> = []

    var text: String { lines.joined(separator: "\n") + "\n" }

    init(_ cells: KeptMetrics.Cells) {
        for (key, cell) in cells.counters.sorted(by: { $0.key < $1.key }) {
            add(key.name + "_total", "counter", key.labels, "\(cell.value)")
        }
        for (key, cell) in cells.levels.sorted(by: { $0.key < $1.key }) {
            add(key.name, "gauge", key.labels, Self.number(cell.value))
        }
        for (key, cell) in cells.times.sorted(by: { $0.key < $1.key }) {
            add(key.name + "_seconds", key.labels, cell.value)
        }
    }

    /// Adds what the office counted.
    mutating func add(_ sums: OfficeCounts.Sums, queue: Int) {
        for (procedure, count) in sums.events.sorted(by: { $0.key < $1.key }) {
            add("yifa_events_total", "counter", ["procedure=\"\(procedure)\""], "\(count)")
        }
        for (code, count) in sums.refusals.sorted(by: { $0.key < $1.key }) {
            let label = "code=\"\(KeptMetrics.Key.escaped(code.text))\""
            add("yifa_refusals_total", "counter", [label], "\(count)")
        }
        add("yifa_commits_total", "counter", [], "\(sums.commits)")
        add("yifa_queue_length", "gauge", [], "\(queue)")
    }

    private mutating func add(
        _ name: String, _ type: String, _ labels: [String], _ value: String
    ) {
        if named.insert(name).inserted { lines.append("# TYPE \(name) \(type)") }
        lines.append(name + Self.braced(labels) + " " + value)
    }

    private mutating func add(_ name: String, _ labels: [String], _ times: TimeCell.Times) {
        if named.insert(name).inserted { lines.append("# TYPE \(name) histogram") }
        var count = 0
        for (bound, within) in zip(TimeCell.bounds, times.within) {
            count += within
            let bound = "le=\"\(Self.number(bound))\""
            lines.append("\(name)_bucket\(Self.braced(labels + [bound])) \(count)")
        }
        lines.append("\(name)_bucket\(Self.braced(labels + ["le=\"+Inf\""])) \(times.count)")
        let seconds = Self.number(Double(times.nanoseconds) / 1e9)
        lines.append("\(name)_sum\(Self.braced(labels)) \(seconds)")
        lines.append("\(name)_count\(Self.braced(labels)) \(times.count)")
    }

    private static func braced(_ labels: [String]) -> String {
        labels.isEmpty ? "" : "{" + labels.joined(separator: ",") + "}"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
    }
}
