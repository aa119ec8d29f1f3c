package import Engine
import Foundation
package import Law
package import Ledger

/// The one place where a decision, a database transaction and a ledger append meet.
///
/// Requests queue up, are decided in order, and commit together in one durable transaction; only then are they answered.
package actor Office {
    /// How the office learns the time at which something is recorded.
    package enum Clock: Sendable {
        case system(@Sendable () -> Moment)
        /// A demonstration is recorded at the moments its stories tell.
        case told
    }

    package let authority: String
    package nonisolated let calendar: WorkingCalendar
    let journal: any Journal
    let clock: Clock
    /// The time by which authenticators count, also where the office's own clock tells another day.
    let wallClock: @Sendable () -> Moment
    let key: SigningKey
    /// What was read before and is not read again.
    nonisolated let shelf = EditionShelf()
    nonisolated let roster = Roster()
    nonisolated let looks = Looks()
    package nonisolated let counts = OfficeCounts()
    nonisolated let reports = ReportShelf()
    private var cache = CaseCache()
    private var waiting: [(Request, CheckedContinuation<Result<Receipt, any Error>, Never>)] = []
    private var isCommitting = false

    /// The most requests that commit together.
    static let groupLimit = 512

    package init(
        authority: String, calendar: WorkingCalendar, journal: any Journal, clock: Clock,
        wallClock: @escaping @Sendable () -> Moment = {
            Moment(seconds: Int64(Date().timeIntervalSince1970))
        }, key: SigningKey
    ) {
        self.authority = authority
        self.calendar = calendar
        self.journal = journal
        self.clock = clock
        self.wallClock = wallClock
        self.key = key
    }

    /// Has one request decided; returns when the act is durable.
    ///
    /// Errors: `Refusal` if it may not happen; anything else if the journal failed, and then nothing happened.
    package func submit(_ request: Request) async throws -> Receipt {
        try await withCheckedContinuation { continuation in
            waiting.append((request, continuation))
            if !isCommitting {
                isCommitting = true
                Task { await commitWaiting() }
            }
        }
        .get()
    }

    private func commitWaiting() async {
        while !waiting.isEmpty {
            let group = Array(waiting.prefix(Self.groupLimit))
            waiting.removeFirst(group.count)
            let results: [Result<Receipt, any Error>]
            do {
                results = try await commit(group.map(\.0))
            } catch {
                results = group.map { _ in .failure(error) }
            }
            for (entry, result) in zip(group, results) { entry.1.resume(returning: result) }
        }
        isCommitting = false
    }

    /// Gives the memory to a transaction; if that fails, the next one begins from the journal.
    private func takeCache() -> CaseCache {
        defer { cache = CaseCache() }
        return cache
    }

    /// Has many requests decided in order, in one durable transaction; one that is refused leaves the others alone.
    package func commit(_ requests: [Request]) async throws -> [Result<Receipt, any Error>] {
        let before = takeCache()
        let (cache, results) = try await journal.write {
            [authority, calendar, clock, key, shelf] writer in
            var session = try Session(
                authority: authority, calendar: calendar, clock: clock, cache: before, shelf: shelf,
                writer: writer)
            let results = try requests.map { try session.decide($0) }
            try session.finish(signedBy: key)
            return (session.cache, results)
        }
        self.cache = cache
        counts.count(results)
        return results
    }

    /// How many requests wait for their turn.
    package var queueLength: Int { waiting.count }

    /// Lets the law act by itself wherever a term lapsed before a moment; returns how many case files moved.
    package func settle(before moment: Moment) async throws -> Int {
        if case .system(let now) = clock { try moment.hasCome(by: now()) }
        let before = takeCache()
        let (cache, count) = try await journal.write {
            [authority, calendar, clock, key, shelf] writer in
            var session = try Session(
                authority: authority, calendar: calendar, clock: clock, cache: before, shelf: shelf,
                writer: writer)
            var count = 0
            for subject in try writer.lapsing(before: moment)
            where try session.settle(subject, before: moment) {
                count += 1
            }
            try session.finish(signedBy: key)
            return (session.cache, count)
        }
        self.cache = cache
        return count
    }

    /// Erases the personal part of a case file's record, recording on what ground; proofs go on holding.
    package func erase(_ subject: CaseFile.ID, ground: String) async throws -> Receipt {
        guard !ground.isEmpty, ground.utf8.count <= 1000 else {
            throw Refusal(.missingField, field: "basis", "删除个人信息应当说明依据（不超过1000字节）")
        }
        let before = takeCache()
        let (cache, receipt) = try await journal.write {
            [authority, calendar, clock, key, shelf] writer in
            var session = try Session(
                authority: authority, calendar: calendar, clock: clock, cache: before, shelf: shelf,
                writer: writer)
            let receipt = try session.erase(subject, ground: ground)
            try session.finish(signedBy: key)
            return (session.cache, receipt)
        }
        self.cache = cache
        try await journal.scrub()
        return receipt
    }

    /// Admits a pack, so that case files can be pinned to it; admitting it again changes nothing.
    package func admit(_ pack: AdmittedPack) async throws {
        try await journal.write { writer in
            guard try !writer.editions().contains(where: { $0.id == pack.edition.id }) else {
                return
            }
            try writer.put(
                StoredEdition(
                    id: pack.edition.id, procedure: pack.procedure.id, text: pack.text))
        }
        roster.forgetPacks()
    }
}
