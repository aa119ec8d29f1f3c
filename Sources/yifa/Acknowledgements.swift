import Foundation
import Office

/// A file that keeps, a line each, the last sequence of every commit that returned: what a client was told is durable.
final class Acknowledgements: Sendable {
    private let descriptor: Int32

    init(path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard descriptor >= 0 else { throw Failure("\(path) cannot be written") }
    }

    func note(_ sequence: Int) throws {
        let line = Array("\(sequence)\n".utf8)
        guard write(descriptor, line, line.count) == line.count else {
            throw Failure("the acknowledgement of event \(sequence) cannot be written")
        }
    }
}

/// A journal that notes each commit once it has returned; for tests that kill the program.
struct AcknowledgingJournal: Journal {
    let journal: any Journal
    let notes: Acknowledgements

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any JournalReader) throws -> Result
    ) async throws -> Result {
        try await journal.read(body)
    }

    func glance<Result: Sendable>(
        _ body: @Sendable (any JournalReader) throws -> Result
    ) async throws -> Result {
        try await journal.glance(body)
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any JournalWriter) throws -> Result
    ) async throws -> Result {
        let (result, size) = try await journal.write { (try body($0), try $0.size()) }
        try notes.note(size - 1)
        return result
    }

    func scrub() async throws { try await journal.scrub() }
}
