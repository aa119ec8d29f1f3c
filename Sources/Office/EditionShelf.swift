import Engine
import Law
import Synchronization

/// The admitted packs that were read before: a pack never changes, so it is read from its text once.
package final class EditionShelf: Sendable {
    private let packs = Mutex<[Edition.ID: AdmittedPack]>([:])

    package init() {}

    /// The pack of an edition; nil if the journal has none of that name.
    func pack(_ id: Edition.ID, in reader: any JournalReader) throws -> AdmittedPack? {
        if let known = packs.withLock({ $0[id] }) { return known }
        guard let stored = try reader.editions().first(where: { $0.id == id }) else { return nil }
        return try pack(stored)
    }

    /// The pack that a stored edition holds.
    func pack(_ stored: StoredEdition) throws -> AdmittedPack {
        if let known = packs.withLock({ $0[stored.id] }) { return known }
        let pack = try AdmittedPack(text: stored.text, named: stored.procedure.text)
        packs.withLock { $0[stored.id] = pack }
        return pack
    }
}
