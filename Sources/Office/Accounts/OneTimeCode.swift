import Crypto
import Foundation
package import Law

/// Codes of a second factor that change every thirty seconds (RFC 6238, RFC 4226).
package enum OneTimeCode {
    static let period: Int64 = 30

    /// The six digits of a time step.
    package static func code(_ secret: [UInt8], step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 0x0F)
        let number = mac[offset..<(offset + 4)].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        let digits = "\((number & 0x7FFF_FFFF) % 1_000_000)"
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The time step whose code this is: the present one, or a neighbour; nil for a wrong or used code.
    package static func step(
        of code: String, secret: [UInt8], at moment: Moment, after used: Int64?
    ) -> Int64? {
        let now = moment.seconds / period
        return ((now - 1)...(now + 1)).first { step in
            step > used ?? 0 && self.code(secret, step: step) == code
        }
    }

    /// A new secret in Base32, as authenticator programs want it typed.
    package static func newSecret() -> String {
        Base32.text((0..<20).map { _ in .random(in: 0...255) })
    }
}

/// Base32 (RFC 4648, section 6) without padding.
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    package static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        var bits = 0
        var value = 0
        for byte in bytes {
            value = value << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[value >> bits & 31])
            }
            value &= (1 << bits) - 1
        }
        if bits > 0 { text.append(alphabet[value << (5 - bits) & 31]) }
        return text
    }

    /// The bytes; nil for a text that holds anything else than the alphabet, spaces and hyphens.
    package static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits = 0
        var value = 0
        for character in text.uppercased() where character != " " && character != "-" {
            guard let digit = alphabet.firstIndex(of: character) else { return nil }
            value = value << 5 | digit
            bits += 5
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: value >> bits))
            value &= (1 << bits) - 1
        }
        return bytes
    }
}
