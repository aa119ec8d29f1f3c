package import Engine
package import Law
import Packs

/// A publication as the public may see it.
package struct Published: Sendable {
    package enum State: Sendable, Equatable {
        case shown
        /// Taken back: what was shown is shown no more.
        case withdrawn(Day)
        /// Its time is over, and its last day was this.
        case ended(Day)
    }

    package let item: PublishedItem
    package let rule: PublicationRule
    package let procedure: Procedure
    package let state: State
    /// The last day on which it is shown; nil for as long as it stands.
    package let until: Day?
    /// The record up to the entry that published; nil unless it is shown.
    package let record: CaseRecord?
    /// The entry that published.
    package let sequence: Int
}

/// What is shown to everybody.
extension Office {
    package nonisolated func publications(
        _ query: PublicationQuery
    ) async throws -> [PublishedItem] {
        try await journal.read { try $0.publications(query) }
    }

    /// One publication; nil where there is none of that place.
    package nonisolated func publication(
        _ subject: CaseFile.ID, _ position: Int
    ) async throws -> Published? {
        let record: CaseRecord
        do {
            record = try await self.record(of: subject, for: nil)
        } catch let refusal as Refusal where refusal.code == .unknownCase {
            return nil
        }
        guard record.file.publications.indices.contains(position),
            let place = record.entries.firstIndex(where: {
                $0.file.publications.count > position
            })
        else { return nil }
        let now = record.file.publications[position]
        let entry = record.entries[place]
        guard let rule = entry.edition.procedure.publications[now.rule] else { return nil }
        let item = PublishedItem(
            subject: subject, position: position, procedure: record.file.procedure,
            rule: now.rule, organ: record.file.organ, since: now.since, withdrawn: now.withdrawn)
        let state = state(of: item, under: rule)
        // The pack as it was when the publication was made; a running file may since have passed to another.
        let pack = try await editions().first { $0.edition.id == entry.edition.id }
        return Published(
            item: item, rule: rule, procedure: entry.edition.procedure, state: state,
            until: until(item, under: rule),
            record: state == .shown
                ? pack.map {
                    CaseRecord(
                        file: entry.file, edition: $0, entries: Array(record.entries[...place]))
                } : nil, sequence: entry.sequence)
    }

    /// Whether a publication still stands.
    package nonisolated func state(
        of item: PublishedItem, under rule: PublicationRule
    ) -> Published.State {
        if let withdrawn = item.withdrawn { return .withdrawn(withdrawn.day) }
        if let last = until(item, under: rule), last < now.day { return .ended(last) }
        return .shown
    }

    private nonisolated func until(_ item: PublishedItem, under rule: PublicationRule) -> Day? {
        rule.shownFor.flatMap { Counting(from: item.since, $0).due(by: calendar)?.day }
    }
}
