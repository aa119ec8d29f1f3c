internal import Crypto

/// Why a key text or a key name is refused.
public enum KeyError: Error, Hashable, Sendable {
    /// A name is empty or has a space, a plus or a control character (C2SP signed-note).
    case badName
    /// The text is not of the form of a key.
    case malformed
    /// The key is not of signature type 0x01, Ed25519.
    case unknownAlgorithm
    /// The hash in the text is not that of the name and key.
    case hashDiffers
}

/// A public Ed25519 key that checks signed notes (C2SP signed-note).
public struct VerifierKey: Hashable, Sendable {
    /// Who signs; for the key of a log, its origin, such as `yifa.example/haidian`.
    public let name: String
    /// The first four bytes of SHA-256 of name, newline, 0x01 and public key.
    public let hash: UInt32
    /// The 32 bytes of the public key (RFC 8032).
    public let publicKey: [UInt8]

    static let ed25519: UInt8 = 0x01

    /// The key of that name; the public key must have 32 bytes.
    public init(name: String, publicKey: [UInt8]) throws(KeyError) {
        guard VerifierKey.isName(name) else { throw .badName }
        guard publicKey.count == 32 else { throw .malformed }
        self.name = name
        self.publicKey = publicKey
        hash = VerifierKey.hash(name: name, publicKey: publicKey)
    }

    /// The key written `name+hash+base64` (golang.org/x/mod/sumdb/note).
    public init(_ text: String) throws(KeyError) {
        let parts = try KeyParts(text)
        try self.init(name: parts.name, publicKey: parts.material)
        guard hash == parts.hash else { throw .hashDiffers }
    }

    /// The key as `name+hash+base64`.
    public var text: String { KeyParts(name: name, hash: hash, material: publicKey).text }

    /// Whether `signature` is one by this key over `message` (RFC 8032).
    public func accepts(signature: [UInt8], for message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        return key.isValidSignature(signature, for: message)
    }

    private static func hash(name: String, publicKey: [UInt8]) -> UInt32 {
        let digest = Digest.of(Array(name.utf8) + [Text.newline, ed25519] + publicKey)
        return digest.bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0 != "+" && $0.value >= 0x20 && !$0.properties.isWhitespace
            }
    }
}

extension VerifierKey: CustomStringConvertible {
    /// The key as `name+hash+base64`.
    public var description: String { text }
}

/// The three parts of `name+hash+base64`, where base64 writes the algorithm byte and 32 bytes.
struct KeyParts {
    let name: String
    let hash: UInt32
    let material: [UInt8]

    init(name: String, hash: UInt32, material: [UInt8]) {
        self.name = name
        self.hash = hash
        self.material = material
    }

    init(_ text: String) throws(KeyError) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 3, parts[1].utf8.count == 8,
            parts[1].utf8.allSatisfy({ Hex.value(of: $0) != nil }),
            let hash = UInt32(parts[1], radix: 16),
            let bytes = Base64.decode(parts[2]), bytes.count == 33
        else { throw .malformed }
        guard bytes[0] == VerifierKey.ed25519 else { throw .unknownAlgorithm }
        self.init(name: parts[0], hash: hash, material: Array(bytes.dropFirst()))
    }

    var text: String {
        let bytes = (0..<4).reversed().map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
        return "\(name)+\(Hex.encode(bytes))+\(Base64.encode([VerifierKey.ed25519] + material))"
    }
}
