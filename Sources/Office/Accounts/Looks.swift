import Engine
import Law
import Synchronization

/// Looks into case files, waiting to be written to the trail together: a page need not wait for the disk.
///
/// What is lost if the machine fails is at most the looks of the last second; acts and sign-ins are written before they are answered.
final class Looks: Sendable {
    private let waiting = Mutex<[TrailEntry]>([])

    func add(_ entry: TrailEntry) { waiting.withLock { $0.append(entry) } }

    func take() -> [TrailEntry] {
        waiting.withLock { entries in
            defer { entries = [] }
            return entries
        }
    }

    func giveBack(_ entries: [TrailEntry]) {
        waiting.withLock { $0.insert(contentsOf: entries, at: 0) }
    }
}

extension Office {
    /// Writes the looks that wait to the trail.
    package nonisolated func writeLooks() async throws {
        let entries = looks.take()
        guard !entries.isEmpty else { return }
        do {
            try await journal.write { writer in
                for entry in entries { try writer.add(entry) }
            }
        } catch {
            looks.giveBack(entries)
            throw error
        }
    }
}
