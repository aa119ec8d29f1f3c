/// Why a note is not signed or not opened.
public enum NoteError: Error, Hashable, Sendable {
    /// The text does not end with a newline or has a control character other than newline.
    case badText
    /// The note is longer than ``Note/longest`` bytes.
    case tooLong
    /// The note has no block of signature lines after its last empty line.
    case noSignatures
    /// This signature line (counted from 1) is not `- name base64` with an em dash.
    case badSignatureLine(Int)
    /// None of the signatures is by a key asked for.
    case noKnownSignature
    /// A signature by a known key does not fit the text.
    case wrongSignature(name: String)
    /// The system could not sign.
    case cannotSign
}

/// A text and who was seen to have signed it (C2SP signed-note).
///
/// Only ``open(_:verifiers:)`` makes one, so its text is never unverified.
public struct Note: Hashable, Sendable {
    /// The most bytes of a note that is opened.
    public static let longest = 1_000_000
    private static let dash = "\u{2014} "

    /// The signed text, with its final newline.
    public let text: String
    /// The keys, of those asked for, that signed it.
    public let signers: [VerifierKey]

    private init(text: String, signers: [VerifierKey]) {
        self.text = text
        self.signers = signers
    }

    /// The text with a signature line by each key.
    public static func sign(_ text: String, by keys: [SigningKey]) throws(NoteError) -> String {
        guard text.utf8.last == Text.newline, !Text.hasControls(text) else { throw .badText }
        guard !keys.isEmpty else { throw .noSignatures }
        var note = text + "\n"
        for key in keys {
            guard let signature = try? key.signature(for: Array(text.utf8)) else {
                throw .cannotSign
            }
            let line = SignatureLine(
                name: key.verifier.name, hash: key.verifier.hash, signature: signature)
            note += dash + line.text + "\n"
        }
        return note
    }

    /// The note, if a key of `verifiers` signed it and no signature by one of them is wrong.
    public static func open(
        _ note: String, verifiers: [VerifierKey]
    ) throws(NoteError) -> Note {
        guard note.utf8.count <= longest else { throw .tooLong }
        guard !Text.hasControls(note), let lines = Text.lines(note) else { throw .badText }
        guard let blank = lines.lastIndex(of: ""), blank > 0, blank < lines.count - 1 else {
            throw .noSignatures
        }
        let text = lines[..<blank].map { $0 + "\n" }.joined()
        var signers: [VerifierKey] = []
        for (place, line) in lines[(blank + 1)...].enumerated() {
            guard let rest = Text.after(dash, in: line), let signed = SignatureLine(rest) else {
                throw .badSignatureLine(place + 1)
            }
            guard let key = verifiers.first(where: signed.isBy), !signers.contains(key) else {
                continue
            }
            guard key.accepts(signature: signed.signature, for: Array(text.utf8)) else {
                throw .wrongSignature(name: key.name)
            }
            signers.append(key)
        }
        guard !signers.isEmpty else { throw .noKnownSignature }
        return Note(text: text, signers: signers)
    }
}

/// What follows the dash: a name, and in base64 the key hash and the signature.
private struct SignatureLine {
    let name: String
    let hash: UInt32
    let signature: [UInt8]

    init(name: String, hash: UInt32, signature: [UInt8]) {
        self.name = name
        self.hash = hash
        self.signature = signature
    }

    init?(_ text: String) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: " "), omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 2, !parts[0].isEmpty, let bytes = Base64.decode(parts[1]),
            bytes.count > 4
        else { return nil }
        let hash = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        self.init(name: parts[0], hash: hash, signature: Array(bytes.dropFirst(4)))
    }

    var text: String {
        let id = (0..<4).reversed().map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
        return "\(name) \(Base64.encode(id + signature))"
    }

    func isBy(_ key: VerifierKey) -> Bool {
        key.hash == hash && key.name.utf8.elementsEqual(name.utf8)
    }
}
