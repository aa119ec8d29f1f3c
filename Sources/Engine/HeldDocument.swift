public import Law

/// The content of a document handed in, named by its hash; the record holds no file names.
public struct HeldDocument: Sendable, Hashable {
    /// The kind of paper.
    public let kind: DocumentKind.ID
    /// The SHA-256 of the content, in lower-case hexadecimal digits.
    public let digest: String
    /// The size in bytes.
    public let size: Int
    /// What the content was found to be, such as `application/pdf`.
    public let mediaType: String

    /// A document's content.
    public init(kind: DocumentKind.ID, digest: String, size: Int, mediaType: String) {
        self.kind = kind
        self.digest = digest
        self.size = size
        self.mediaType = mediaType
    }

    /// Whether the digest is written as one.
    public var isWellNamed: Bool {
        digest.utf8.count == 64
            && digest.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
            }
    }
}
