/// Sixteen random bytes that keep a committed payload from being guessed.
public struct Salt: Hashable, Sendable {
    /// The number of bytes of a salt.
    public static let byteCount = 16

    /// The bytes.
    public let bytes: [UInt8]

    /// A salt of exactly 16 bytes, drawn by the caller; `nil` for any other count.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Salt.byteCount else { return nil }
        self.bytes = Array(bytes)
    }
}

/// The digest by which a leaf binds a payload that may later be erased with its salt.
public struct Commitment: Hashable, Sendable {
    private static let domain = Array("yifa payload v1\n".utf8)

    /// What the leaf carries.
    public let digest: Digest

    /// The commitment to a payload: SHA-256 of `yifa payload v1`, newline, salt and payload.
    public init(to payload: [UInt8], salt: Salt) {
        digest = .of(Commitment.domain + salt.bytes + payload)
    }

    /// The commitment that a leaf carries.
    public init(digest: Digest) {
        self.digest = digest
    }

    /// Whether this is the commitment to that payload with that salt.
    public func opens(to payload: [UInt8], salt: Salt) -> Bool {
        self == Commitment(to: payload, salt: salt)
    }
}
