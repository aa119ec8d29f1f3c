package import Engine
package import Law
import Ledger

/// The contents of documents, held under their SHA-256.
extension Office {
    /// Holds the content of a document; the same content twice is held once.
    package nonisolated func hold(
        _ content: [UInt8], as kind: DocumentKind.ID, mediaType: String
    ) async throws -> HeldDocument {
        let digest = Digest.of(content).hex
        try await journal.write { try $0.put(document: content, named: digest) }
        return HeldDocument(
            kind: kind, digest: digest, size: content.count, mediaType: mediaType)
    }
}
