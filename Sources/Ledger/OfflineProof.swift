/// Why a proof file does not prove that an entry is in a log.
public enum OfflineProofError: Error, Hashable, Sendable {
    /// The first line is not `c2sp.org/tlog-proof@v1`.
    case unknownFormat
    /// The `extra` line is not base64.
    case badExtra
    /// There is no `index` line with a plain decimal where there must be one.
    case badIndex
    /// This line of the file, counted from 1, is not the base64 of a digest.
    case badPathLine(Int)
    /// No empty line and checkpoint follow the path.
    case noCheckpoint
    /// The checkpoint is not one of the log.
    case checkpoint(CheckpointError)
    /// The path does not lead from the entry to the root of the checkpoint.
    case path(ProofError)
}

/// A file that proves offline that an entry is in a log (C2SP tlog-proof).
///
/// A parsed proof says nothing until ``verify(entry:verifier:origin:)`` returns.
public struct OfflineProof: Hashable, Sendable {
    private static let header = "c2sp.org/tlog-proof@v1"

    /// Opaque bytes for the application, which nothing authenticates.
    public let extra: [UInt8]?
    /// The place of the entry in the log.
    public let index: Int
    /// The digests from the sibling of the leaf up to a child of the root.
    public let path: [Digest]
    /// The signed checkpoint, verbatim.
    public let checkpoint: String

    /// A proof from its parts.
    public init(index: Int, path: [Digest], checkpoint: String, extra: [UInt8]? = nil) {
        self.extra = extra
        self.index = index
        self.path = path
        self.checkpoint = checkpoint
    }

    /// The text of a `.tlog-proof` file.
    public var text: String {
        var lines = [OfflineProof.header]
        if let extra { lines.append("extra " + Base64.encode(extra)) }
        lines.append("index \(index)")
        lines += path.map(\.base64)
        return lines.map { $0 + "\n" }.joined() + "\n" + checkpoint
    }

    /// The proof that the text of a file says.
    public init(_ text: String) throws(OfflineProofError) {
        guard let lines = Text.lines(text), lines[0] == OfflineProof.header else {
            throw .unknownFormat
        }
        var next = 1
        extra = try OfflineProof.extra(in: lines, at: &next)
        guard next < lines.count, let digits = Text.after("index ", in: lines[next]),
            let index = Text.decimal(digits)
        else { throw .badIndex }
        self.index = index
        path = try OfflineProof.path(in: lines, from: next + 1)
        let rest = lines.dropFirst(next + 1 + path.count + 1)
        guard !rest.isEmpty else { throw .noCheckpoint }
        checkpoint = rest.map { $0 + "\n" }.joined()
    }

    /// The checkpoint by which `entry` is in the log of `verifier`; throws unless it is.
    @discardableResult
    public func verify(
        entry: [UInt8], verifier: VerifierKey, origin: String? = nil
    ) throws(OfflineProofError) -> Checkpoint {
        let opened: Checkpoint
        do {
            opened = try Checkpoint.open(checkpoint, verifier: verifier, origin: origin)
        } catch { throw .checkpoint(error) }
        do {
            try Proof.verifyInclusion(
                of: .leaf(entry), at: index, inTreeOf: opened.size, root: opened.root, path: path)
        } catch { throw .path(error) }
        return opened
    }

    private static func extra(
        in lines: [String], at next: inout Int
    ) throws(OfflineProofError) -> [UInt8]? {
        guard next < lines.count, let text = Text.after("extra ", in: lines[next]) else {
            return nil
        }
        guard let extra = Base64.decode(text) else { throw .badExtra }
        next += 1
        return extra
    }

    private static func path(
        in lines: [String], from first: Int
    ) throws(OfflineProofError) -> [Digest] {
        var path: [Digest] = []
        for (place, line) in lines.enumerated().dropFirst(first) {
            if line.isEmpty { return path }
            guard let digest = Digest(base64: line) else { throw .badPathLine(place + 1) }
            path.append(digest)
        }
        throw .noCheckpoint
    }
}
