import Synchronization

/// Lets calls under one name take turns: a call repeated while the first still runs waits, and is then told what the first was.
final class Turns: Sendable {
    /// Who waits for a name, in order of coming; a name that nobody uses is not there.
    private let waiting = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

    /// Runs a body when all that came before it under the name have ended.
    func inTurn<Result>(_ name: String, _ body: () async throws -> Result) async rethrows -> Result
    {
        await begin(name)
        defer { end(name) }
        return try await body()
    }

    private func begin(_ name: String) async {
        await withCheckedContinuation { turn in
            let isFirst = waiting.withLock { waiting in
                guard waiting[name] != nil else {
                    waiting[name] = []
                    return true
                }
                waiting[name]?.append(turn)
                return false
            }
            if isFirst { turn.resume() }
        }
    }

    private func end(_ name: String) {
        let next = waiting.withLock { waiting in
            guard let first = waiting[name]?.first else {
                waiting[name] = nil
                return CheckedContinuation<Void, Never>?.none
            }
            waiting[name]?.removeFirst()
            return first
        }
        next?.resume()
    }
}
