package import Engine
package import Law
import Ledger

/// The contents of documents, held under their SHA-256.
extension Office {
    /// Holds the content of a document; the same content twice is held once.
    ///
    /// What no record names within thirty days, nor any draft, is deleted.
    package nonisolated func hold(
        _ content: [UInt8], as kind: DocumentKind.ID, mediaType: String
    ) async throws -> HeldDocument {
        let digest = Digest.of(content).hex
        let moment = now
        try await journal.write { try $0.hold(content, named: digest, at: moment) }
        return HeldDocument(
            kind: kind, digest: digest, size: content.count, mediaType: mediaType)
    }
}
