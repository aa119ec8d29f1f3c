import Ledger

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
        let plain = text.utf8.compactMap(\.inSecret)
        return Digest.of(plain).hex
    }

    package var hash: String { Self.hash(text) }
}

extension UInt8 {
    /// The byte as a secret counts it, its letters great; nil for a space, a hyphen and other marks.
    fileprivate var inSecret: UInt8? {
        switch self {
        case 0x61...0x7A: self - 0x20
        case 0x30...0x39, 0x41...0x5A, 0x80...: self
        default: nil
        }
    }
}
