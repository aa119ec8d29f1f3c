import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt (RFC 7914) with its own salt and cost.
package struct PasswordHash: Codable, Sendable, Equatable {
    let salt: [UInt8]
    let rounds: Int
    let hash: [UInt8]

    /// Sixteen megabytes and some tens of milliseconds for each guess.
    static let cost = 16_384

    package init(_ password: String) throws {
        let salt = (0..<16).map { _ in UInt8.random(in: 0...255) }
        self.salt = salt
        rounds = Self.cost
        hash = try Self.derive(password, salt, Self.cost)
    }

    private init(salt: [UInt8], hash: [UInt8]) {
        self.salt = salt
        self.hash = hash
        rounds = Self.cost
    }

    /// What no password matches.
    static let ofNobody = PasswordHash(salt: [UInt8](repeating: 0, count: 16), hash: [])

    /// Whether a password is the one; takes as long for a wrong one.
    package func matches(_ password: String) throws -> Bool {
        let other = try Self.derive(password, salt, rounds)
        return other.count == hash.count
            && zip(other, hash).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ rounds: Int) throws -> [UInt8]
    {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt,
            outputByteCount: 32, rounds: rounds, blockSize: 8, parallelism: 1)
        return key.withUnsafeBytes { Array($0) }
    }
}
