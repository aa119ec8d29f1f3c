/// Why a text is not a checkpoint to trust.
public enum CheckpointError: Error, Hashable, Sendable {
    /// The origin or an extension line is empty or has a control character, or the size is below 0.
    case badLine
    /// The text is not origin, size, root and extension lines.
    case malformed
    /// The checkpoint is of another log.
    case otherOrigin(String)
    /// The note that carries it is not signed as it must be.
    case note(NoteError)
}

/// The size and root of a log at one moment, as the log signs it (C2SP tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
    /// The log, such as `yifa.example/haidian`.
    public let origin: String
    /// The number of entries.
    public let size: Int
    /// The Merkle tree hash of the entries (RFC 6962 section 2.1).
    public let root: Digest
    /// Opaque further lines; a log should have none.
    public let extensions: [String]

    /// A checkpoint whose lines can be written.
    public init(
        origin: String, size: Int, root: Digest, extensions: [String] = []
    ) throws(CheckpointError) {
        guard size >= 0, ([origin] + extensions).allSatisfy(Checkpoint.isLine) else {
            throw .badLine
        }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// The checkpoint that an unsigned text says; trust it only from ``open(_:verifier:origin:)``.
    public init(body: String) throws(CheckpointError) {
        guard let lines = Text.lines(body), lines.count >= 3, let size = Text.decimal(lines[1]),
            let root = Digest(base64: lines[2])
        else { throw .malformed }
        try self.init(
            origin: lines[0], size: size, root: root, extensions: Array(lines.dropFirst(3)))
    }

    /// The text that is signed.
    public var body: String {
        ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
    }

    /// The signed note to publish at `checkpoint`.
    public func signed(by key: SigningKey) throws(NoteError) -> String {
        try Note.sign(body, by: [key])
    }

    /// The checkpoint in a note signed by the log; its origin is by default the name of the key.
    public static func open(
        _ note: String, verifier: VerifierKey, origin: String? = nil
    ) throws(CheckpointError) -> Checkpoint {
        let text: String
        do { text = try Note.open(note, verifiers: [verifier]).text } catch { throw .note(error) }
        let checkpoint = try Checkpoint(body: text)
        guard checkpoint.origin.utf8.elementsEqual((origin ?? verifier.name).utf8) else {
            throw .otherOrigin(checkpoint.origin)
        }
        return checkpoint
    }

    private static func isLine(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 }
    }
}
