package import Engine
import Law
import Ledger
import Packs

/// What lies in a case file, and what is done with the file as a whole.
extension Office {
    /// A document of a case file with its content; nil where the file has none of that digest or its content is gone.
    package nonisolated func content(
        of digest: String, in subject: CaseFile.ID, as viewer: Viewer
    ) async throws -> (document: HeldDocument, bytes: [UInt8])? {
        let record = try await record(of: subject, for: viewer)
        guard try await sight(of: record, for: viewer).seesAll,
            let document = record.file.held.first(where: { $0.digest == digest }),
            let bytes = try await journal.read({ try $0.document(digest) })
        else { return nil }
        saw(viewer, "saw-document", subject, digest)
        return (document, bytes)
    }

    /// The hashes under which the entries of a case file stand in the log, in order.
    package nonisolated func leaves(of subject: CaseFile.ID) async throws -> [String] {
        try await journal.read { try $0.events(of: subject).map(\.leaf.base64) }
    }

    /// The newest procedure to which a running case file could pass over today; nil if there is none.
    package nonisolated func successor(of record: CaseRecord) async throws -> AdmittedPack? {
        let file = record.file
        guard !(record.edition.procedure.stages[file.stage]?.isFinal ?? true) else { return nil }
        return try await packs().first { pack in
            pack.procedure.passing.contains { $0.from == file.procedure && $0.on <= now.day }
        }
    }

    /// Passes a case file over to the new law, by an officer who handles it.
    package nonisolated func passOver(
        _ subject: CaseFile.ID, expecting version: Int?, once: Once? = nil, by viewer: Viewer
    ) async throws -> Receipt {
        let record = try await record(of: subject, for: viewer)
        guard viewer.handles(record.file, under: record.edition.procedure) else {
            throw Refusal(.notAllowed, field: "case", "只有本案的承办人员可以办理新旧程序衔接")
        }
        let receipt = try await submit(
            Request(.running(subject, expecting: version), .pass, once: once))
        try await note(viewer, "passed-over", subject, receipt.file.procedure.text)
        return receipt
    }

    /// The review that a matter has; nil if there is none, or the viewer may not see it.
    package nonisolated func review(
        of record: CaseRecord, as viewer: Viewer
    ) async throws -> CaseFile.ID? {
        let name = Self.onceName(of: record.file.id)
        guard record.canBeReviewed, let done = try await journal.glance({ try $0.once(name) }),
            let record = try await recordIfSeen(done.subject, by: viewer)
        else { return nil }
        return record.file.id
    }
}
