import Crypto
import Foundation

/// A secret that is told once and kept only as its hash.
package struct Secret: Sendable {
    /// What is told.
    package let text: String

    /// Sixteen characters in groups of four, as a person can type them: 80 bits.
    package static func typed() -> Secret {
        let text = Base32.text((0..<10).map { _ in .random(in: 0...255) })
        let groups = stride(from: 0, to: text.count, by: 4).map { start in
            String(text.dropFirst(start).prefix(4))
        }
        return Secret(text: groups.joined(separator: "-"))
    }

    /// 256 bits, as programs keep them.
    package static func long() -> Secret {
        Secret(text: Base32.text((0..<32).map { _ in .random(in: 0...255) }).lowercased())
    }

    /// The hash under which a told secret is kept; how it is grouped and cased does not matter.
    package static func hash(_ text: String) -> String {
        let plain = text.uppercased().filter { $0.isLetter || $0.isNumber }
        return SHA256.hash(data: Data(plain.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        .joined()
    }

    package var hash: String { Self.hash(text) }
}
