package import Engine
import Law
import Ledger

/// A case file with everything that made it, read back from the journal.
package struct CaseRecord: Sendable {
    /// One event, with what it made of the case file; shared, for a case file is large to copy.
    package final class Entry: Sendable {
        package let sequence: Int
        package let event: Event
        /// The edition under which it happened.
        package let edition: Edition
        /// The case file as it stood afterwards.
        package let file: CaseFile

        init(sequence: Int, event: Event, edition: Edition, file: CaseFile) {
            self.sequence = sequence
            self.event = event
            self.edition = edition
            self.file = file
        }
    }

    package let file: CaseFile
    package let edition: AdmittedPack
    /// In order; never empty.
    package let entries: [Entry]
}

extension Office {
    /// Case files as lists show them.
    package func cases(_ query: CaseQuery) async throws -> [CaseSummary] {
        try await journal.read { try $0.cases(query) }
    }

    /// A case file with its edition and its events, rebuilt from the journal.
    package func caseFile(
        _ subject: CaseFile.ID
    ) async throws -> (file: CaseFile, edition: AdmittedPack, events: [(Int, Event)]) {
        let record = try await journal.read { try $0.record(of: subject) }
        return (record.file, record.edition, record.entries.map { ($0.sequence, $0.event) })
    }
}

extension JournalReader {
    /// A case file, rebuilt from its events.
    ///
    /// Errors: the refusal `unknown-case`; `Damage` if the events cannot be what the engine once wrote.
    package func record(
        of subject: CaseFile.ID, from shelf: EditionShelf = EditionShelf()
    ) throws -> CaseRecord {
        let stored = try events(of: subject).map { ($0, try Envelope($0.envelope)) }
        guard !stored.isEmpty else {
            throw Refusal(.unknownCase, field: "case", "没有案卷“\(subject.text.prefix(64))”")
        }
        var entries: [CaseRecord.Entry] = []
        for (one, envelope) in stored {
            guard let pack = try shelf.pack(envelope.edition, in: self) else {
                throw Damage("edition \(envelope.edition) is not in the journal")
            }
            let event = try EventReader(pack.procedure).event(one, envelope)
            guard let file = evolve(entries.last?.file, by: event, under: pack.edition) else {
                throw Damage("events that open nothing: \(subject)")
            }
            entries.append(
                CaseRecord.Entry(
                    sequence: one.sequence, event: event, edition: pack.edition, file: file))
        }
        guard let file = entries.last?.file, let edition = try shelf.pack(file.edition, in: self)
        else {
            throw Damage("the last edition of \(subject) is not in the journal")
        }
        return CaseRecord(file: file, edition: edition, entries: entries)
    }

    /// The admitted packs, by edition: all, or only those asked for.
    package func admittedPacks(
        _ wanted: Set<Edition.ID>? = nil
    ) throws -> [Edition.ID: AdmittedPack] {
        var packs: [Edition.ID: AdmittedPack] = [:]
        for stored in try editions() where wanted?.contains(stored.id) ?? true {
            let pack = try AdmittedPack(text: stored.text, named: stored.procedure.text)
            packs[pack.edition.id] = pack
        }
        return packs
    }

    /// The edition under which a new case file of each procedure opens: the one admitted last.
    package func newestPacks(from shelf: EditionShelf = EditionShelf()) throws -> [AdmittedPack] {
        let stored = try editions()
        let newest = stored.indices.filter { index in
            !stored[(index + 1)...].contains { $0.procedure == stored[index].procedure }
        }
        return try newest.map { try shelf.pack(stored[$0]) }
    }
}
