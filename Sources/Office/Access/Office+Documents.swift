package import Engine
package import Law
import Ledger

extension Office {
    /// The largest document that is kept: twenty mebibytes.
    package static let mostDocumentBytes = 20 << 20

    /// Keeps the content of a document, so that an act can name it; answers its SHA-256 in hexadecimal.
    package nonisolated func hold(document bytes: [UInt8]) async throws -> String {
        guard !bytes.isEmpty, bytes.count <= Self.mostDocumentBytes else {
            throw Refusal(.badField, field: "document", "材料应当有内容，且不超过20兆字节")
        }
        let digest = Digest.of(bytes).hex
        try await journal.write { writer in
            if try writer.document(digest) == nil { try writer.put(document: bytes, named: digest) }
        }
        return digest
    }

    /// The content kept under a digest; nil if there is none.
    package nonisolated func heldDocument(_ digest: String) async throws -> [UInt8]? {
        try await journal.read { try $0.document(digest) }
    }

    /// A document of a case file, for a viewer who may see it: a party sees what they handed in themselves.
    package nonisolated func document(
        _ digest: String, in subject: CaseFile.ID, for viewer: Viewer
    ) async throws -> (document: HeldDocument, content: [UInt8]) {
        let record = try await record(of: subject, for: viewer)
        let held =
            switch try await sight(of: record, for: viewer) {
            case .none: [HeldDocument]()
            case .party(let person): record.held(from: person)
            case .whole, .supervising: record.file.held
            }
        guard let document = held.first(where: { $0.digest == digest }),
            let content = try await heldDocument(digest)
        else { throw Refusal(.unknownCase, field: "document", "案卷中没有这份材料，或者您不能查阅") }
        looks.add(
            TrailEntry(
                at: now, account: viewer.trailName, act: "saw-document", subject: subject,
                detail: String(digest.prefix(16))))
        return (document, content)
    }
}

extension CaseRecord {
    /// The documents that a person handed in.
    package func held(from person: Person.ID) -> [HeldDocument] {
        entries.flatMap { entry -> [HeldDocument] in
            switch entry.event.fact {
            case .acted(let act): act.people.contains { $0.id == person } ? act.held : []
            case .remarked(let remark): remark.by.id == person ? remark.held : []
            case .consulted, .passed, .assigned, .erased: []
            }
        }
    }
}
