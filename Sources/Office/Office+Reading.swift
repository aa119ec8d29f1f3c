package import Engine
import Law
import Ledger

extension Office {
    /// Case files as lists show them.
    package func cases(_ query: CaseQuery) async throws -> [CaseSummary] {
        try await journal.read { try $0.cases(query) }
    }

    /// A case file with its edition and its events, rebuilt from the journal.
    package func caseFile(
        _ subject: CaseFile.ID
    ) async throws -> (file: CaseFile, edition: AdmittedPack, events: [(Int, Event)]) {
        try await journal.read { reader in
            let editions = try reader.admittedPacks()
            let stored = try reader.events(of: subject)
            guard !stored.isEmpty else {
                throw Refusal(.unknownCase, field: "case", "没有案卷“\(subject.text.prefix(64))”")
            }
            let file = try replay(stored, editions: editions)
            guard let edition = editions[file.edition] else {
                throw Damage("edition \(file.edition) is not in the journal")
            }
            let events = try stored.map { one in
                let envelope = try Envelope(one.envelope)
                let procedure = editions[envelope.edition]?.procedure ?? edition.procedure
                return (one.sequence, try EventReader(procedure).event(one, envelope))
            }
            return (file, edition, events)
        }
    }
}

extension JournalReader {
    /// The admitted packs, by edition.
    package func admittedPacks() throws -> [Edition.ID: AdmittedPack] {
        var packs: [Edition.ID: AdmittedPack] = [:]
        for stored in try editions() {
            let pack = try AdmittedPack(text: stored.text, named: stored.procedure.text)
            packs[pack.edition.id] = pack
        }
        return packs
    }
}
