package import Engine
package import Law
import Synchronization

/// How much the office did since it began, for those who watch over it; nothing of who asked for what.
package final class OfficeCounts: Sendable {
    package struct Sums: Sendable {
        /// Events recorded, by procedure.
        package internal(set) var events: [Procedure.ID: Int] = [:]
        /// Refusals, by code.
        package internal(set) var refusals: [Refusal.Code: Int] = [:]
        /// Transactions that committed requests.
        package internal(set) var commits = 0
    }

    private let sums = Mutex(Sums())

    package var current: Sums { sums.withLock { $0 } }

    func count(_ results: [Result<Receipt, any Error>]) {
        sums.withLock { sums in
            sums.commits += 1
            for result in results {
                switch result {
                case .success(let receipt):
                    sums.events[receipt.file.procedure, default: 0] += receipt.events.count
                case .failure(let refusal as Refusal):
                    sums.refusals[refusal.code, default: 0] += 1
                case .failure: break
                }
            }
        }
    }
}
