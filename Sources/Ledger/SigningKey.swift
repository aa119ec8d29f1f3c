internal import Crypto

/// A private Ed25519 key that signs notes; it never prints its secret.
public struct SigningKey: Sendable {
    private static let prefix = "PRIVATE+KEY+"

    /// The key that checks what this one signs.
    public let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// A new key from the randomness of the system.
    public static func generate(name: String) throws(KeyError) -> SigningKey {
        try SigningKey(name: name, key: Curve25519.Signing.PrivateKey())
    }

    /// The key of a secret seed of 32 bytes (RFC 8032).
    public init(name: String, seed: [UInt8]) throws(KeyError) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw .malformed
        }
        try self.init(name: name, key: key)
    }

    /// The key written `PRIVATE+KEY+name+hash+base64` (golang.org/x/mod/sumdb/note).
    public init(_ text: String) throws(KeyError) {
        guard let rest = Text.after(SigningKey.prefix, in: text) else { throw .malformed }
        let parts = try KeyParts(rest)
        try self.init(name: parts.name, seed: parts.material)
        guard verifier.hash == parts.hash else { throw .hashDiffers }
    }

    private init(name: String, key: Curve25519.Signing.PrivateKey) throws(KeyError) {
        self.key = key
        verifier = try VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// The key as `PRIVATE+KEY+name+hash+base64`, to be kept secret.
    public var secretText: String {
        let seed = Array(key.rawRepresentation)
        let parts = KeyParts(name: verifier.name, hash: verifier.hash, material: seed)
        return SigningKey.prefix + parts.text
    }

    func signature(for message: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(for: message))
    }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// The name alone.
    public var description: String { "SigningKey(\(verifier.name))" }

    /// Nothing to see, so that logs and debuggers do not show the secret.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
