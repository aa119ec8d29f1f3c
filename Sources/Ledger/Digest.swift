internal import Crypto

/// A SHA-256 digest of 32 bytes (FIPS 180-4), held inline.
public struct Digest: Hashable, Sendable {
    /// The number of bytes of a digest.
    public static let byteCount = 32

    /// Not a SIMD vector: its alignment of 32 corrupts the heap when a digest lives in an async frame (Swift 6.3).
    private struct Words: Hashable, Sendable, BitwiseCopyable {
        let first: UInt64
        let second: UInt64
        let third: UInt64
        let fourth: UInt64
    }

    private let words: Words

    init(copying raw: UnsafeRawBufferPointer) {
        words = raw.loadUnaligned(as: Words.self)
    }

    /// A digest of exactly 32 bytes; `nil` for any other count.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Digest.byteCount else { return nil }
        self = Array(bytes).withUnsafeBytes(Digest.init(copying:))
    }

    /// A digest from 64 hexadecimal digits.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes)
    }

    /// A digest from canonical base64 (RFC 4648 section 4).
    public init?(base64: some StringProtocol) {
        guard let bytes = Base64.decode(base64) else { return nil }
        self.init(bytes)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { Swift.withUnsafeBytes(of: words) { Array($0) } }

    /// 64 lowercase hexadecimal digits.
    public var hex: String { Hex.encode(bytes) }

    /// 44 characters of base64 (RFC 4648 section 4).
    public var base64: String { Base64.encode(bytes) }

    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: words, body)
    }
}

extension Digest: CustomStringConvertible {
    /// The hexadecimal form.
    public var description: String { hex }
}

extension Digest {
    /// The root of a tree without leaves: SHA-256 of nothing (RFC 6962 section 2.1).
    public static let emptyRoot = Digest.of([])

    /// SHA-256 of the bytes alone, without a prefix.
    public static func of(_ bytes: [UInt8]) -> Digest {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Digest(finishing: hash)
    }

    /// The digest of a leaf: SHA-256 of 0x00 and the entry (RFC 6962 section 2.1).
    public static func leaf(_ entry: [UInt8]) -> Digest {
        var hash = SHA256()
        Swift.withUnsafeBytes(of: UInt8(0x00)) { hash.update(bufferPointer: $0) }
        entry.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Digest(finishing: hash)
    }

    /// The digest of an inner node: SHA-256 of 0x01, left and right (RFC 6962 section 2.1).
    public static func node(_ left: Digest, _ right: Digest) -> Digest {
        withUnsafeTemporaryAllocation(byteCount: 65, alignment: 8) { buffer in
            buffer[0] = 0x01
            buffer.storeBytes(of: left.words, toByteOffset: 1, as: Words.self)
            buffer.storeBytes(of: right.words, toByteOffset: 33, as: Words.self)
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return Digest(finishing: hash)
        }
    }

    private init(finishing hash: SHA256) {
        self = hash.finalize().withUnsafeBytes(Digest.init(copying:))
    }
}
