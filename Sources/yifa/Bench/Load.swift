import Foundation
import Synchronization

/// What a load found: how many answers a second, and how long they took.
struct LoadResult: Encodable {
    let what: String
    let perSecond: Double
    /// Milliseconds that half, and all but a hundredth, of the answers stayed under.
    let p50: Double
    let p99: Double
    let failed: Int

    init(_ what: String, milliseconds: [Double], seconds: Double, failed: Int) {
        let sorted = milliseconds.sorted()
        self.what = what
        self.failed = failed
        perSecond = Double(sorted.count) / seconds
        p50 = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        p99 = sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    }
}

/// Loads on a server: bounded in connections and time.
struct Load {
    let port: Int
    let seconds: Int

    /// What one turn of a connection does; throws or answers false if it failed.
    typealias Turn = @Sendable (LoadConnection, Int) throws -> Bool

    /// Each connection takes its next turn as soon as the last is answered.
    func closed(_ what: String, connections: Int = 16, _ turn: @escaping Turn) -> LoadResult {
        let gathered = Mutex<(times: [Double], failed: Int)>(([], 0))
        let began = DispatchTime.now().uptimeNanoseconds
        let end = began + UInt64(seconds) * 1_000_000_000
        Self.atOnce(connections) { number in
            var times: [Double] = []
            var failed = 0
            do {
                let connection = try LoadConnection(port: port)
                var round = 0
                while DispatchTime.now().uptimeNanoseconds < end {
                    let start = DispatchTime.now().uptimeNanoseconds
                    let isFine = try turn(connection, number + round * connections)
                    times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
                    if !isFine { failed += 1 }
                    round += 1
                }
            } catch {
                failed += 1
            }
            let (mine, lost) = (times, failed)
            gathered.withLock {
                $0.times += mine
                $0.failed += lost
            }
        }
        let took = Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9
        return gathered.withLock {
            LoadResult(what, milliseconds: $0.times, seconds: took, failed: $0.failed)
        }
    }

    /// Runs a work on so many threads of its own, all at once, and waits for them: the system's pool has only as many as processors.
    private static func atOnce(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
        let done = DispatchGroup()
        for number in 0..<count {
            done.enter()
            let thread = Thread {
                work(number)
                done.leave()
            }
            thread.start()
        }
        done.wait()
    }

    /// Turns arrive at a rate, whether those before are answered or not; a turn's time counts from its arrival.
    func open(
        _ what: String, perSecond rate: Double, connections: Int = 16, _ turn: @escaping Turn
    ) -> LoadResult {
        let began = DispatchTime.now().uptimeNanoseconds
        let total = Int(rate * Double(seconds))
        let next = Mutex(0)
        let gathered = Mutex<(times: [Double], failed: Int)>(([], 0))
        Self.atOnce(connections) { _ in
            do {
                let connection = try LoadConnection(port: port)
                while true {
                    let number = next.withLock { number in
                        defer { number += 1 }
                        return number
                    }
                    guard number < total else { return }
                    let arrival = began + UInt64(Double(number) / rate * 1e9)
                    let now = DispatchTime.now().uptimeNanoseconds
                    if arrival > now { usleep(UInt32((arrival - now) / 1000)) }
                    let isFine = try turn(connection, number)
                    let took = Double(DispatchTime.now().uptimeNanoseconds - arrival) / 1e6
                    gathered.withLock {
                        $0.times.append(took)
                        if !isFine { $0.failed += 1 }
                    }
                }
            } catch {
                gathered.withLock { $0.failed += 1 }
            }
        }
        let took = Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9
        return gathered.withLock {
            LoadResult(what, milliseconds: $0.times, seconds: took, failed: $0.failed)
        }
    }
}
