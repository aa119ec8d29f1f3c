import Metrics
import Synchronization

/// A number that only grows.
final class CountCell: CounterHandler, Sendable {
    private let count = Atomic<Int64>(0)

    var value: Int64 { count.load(ordering: .relaxed) }

    func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }
    func reset() { count.store(0, ordering: .relaxed) }
}

/// A number that goes up and down.
final class LevelCell: MeterHandler, RecorderHandler, Sendable {
    private let level = Mutex(0.0)

    var value: Double { level.withLock { $0 } }

    func set(_ value: Int64) { level.withLock { $0 = Double(value) } }
    func set(_ value: Double) { level.withLock { $0 = value } }
    func increment(by amount: Double) { level.withLock { $0 += amount } }
    func decrement(by amount: Double) { level.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }
}

/// How long something took: how often, how long in all, and how often within each bound.
final class TimeCell: TimerHandler, Sendable {
    struct Times: Sendable {
        /// How often it took no longer than the bound, and longer than the bound before.
        var within = [Int](repeating: 0, count: bounds.count)
        var count = 0
        var nanoseconds: Int64 = 0
    }

    /// In seconds.
    static let bounds = [
        0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10,
    ]
    private let times = Mutex(Times())

    var value: Times { times.withLock { $0 } }

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        let bound = Self.bounds.firstIndex { seconds <= $0 }
        times.withLock { times in
            times.count += 1
            times.nanoseconds += duration
            if let bound { times.within[bound] += 1 }
        }
    }
}
