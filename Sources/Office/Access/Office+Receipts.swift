package import Engine
import Law
import Packs

/// Receipts: who holds one sees the case file as the party to whom it was issued.
extension Office {
    /// Opens a case file in a visit by its name or number and the secret of a receipt; nil if the two do not go together.
    package nonisolated func open(
        _ name: String, secret: String, in guest: Guest
    ) async throws -> CaseFile.ID? {
        let packs = try await packs()
        let hash = Secret.hash(secret)
        let found = try await journal.glance { reader -> ReceiptKey? in
            for subject in try reader.candidates(name, among: packs) {
                let keys = try reader.kept(all: ReceiptKey.self, of: subject.text)
                if let key = keys.first(where: { $0.secretHash == hash }) { return key }
            }
            return nil
        }
        guard let found else { return nil }
        _ = try await change(guest.visit) { $0.receipts[found.subject] = found.person }
        let subject = CaseFile.ID(found.subject)
        try await note(guest.viewer, "opened-by-receipt", subject, "")
        return subject
    }

    /// The secret of a case file that this visit has just opened, to be told on its confirmation; nil at any other time.
    package nonisolated func freshSecret(of subject: CaseFile.ID, in guest: Guest) -> String? {
        guest.viewer.receipts[subject] == nil ? nil : guest.visit.justFiled[subject.text]
    }
}

extension JournalReader {
    /// The case files that a name or a number may mean.
    fileprivate func candidates(
        _ text: String, among packs: [AdmittedPack]
    ) throws -> [CaseFile.ID] {
        let name = text.lowercased()
        guard !name.isEmpty, name.utf8.count <= 200 else { return [] }
        var found = [CaseFile.ID(name)]
        // Where the opening step gives the number, name and number mostly count alike.
        let numbers = packs.compactMap { pack in
            pack.procedure.numbering?.reading(text).map { (pack.procedure.matter, $0) }
        }
        guard !numbers.isEmpty else { return found }
        for (matter, number) in numbers {
            let prefix = CaseName.counter(matter, number.year).prefix
            found.append(CaseFile.ID(CaseName.text(prefix, number.n)))
        }
        var query = CaseQuery()
        query.text = text
        query.limit = 200
        query.order = .newestName
        found += try cases(query).filter { $0.number == text }.map(\.subject)
        return found
    }
}
