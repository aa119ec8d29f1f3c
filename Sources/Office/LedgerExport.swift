package import Engine
package import Ledger

/// The log as static files that anyone can read without this program (C2SP tlog-tiles).
package struct LedgerExport: Sendable {
    /// A file of the export, by its path within it.
    package struct File: Sendable {
        package let path: String
        package let bytes: [UInt8]
    }

    package static let checkpointPath = "checkpoint"
    package static let keyPath = "verifier-key.txt"

    package let verifier: VerifierKey

    package init(verifier: VerifierKey) {
        self.verifier = verifier
    }

    /// Calls with every file, the checkpoint last, so that an export never claims more than it holds.
    ///
    /// The log must still contain what `published`, the checkpoint of an older export, says.
    package func forEachFile(
        _ reader: any JournalReader, since published: String? = nil, _ body: (File) throws -> Void
    ) throws -> Checkpoint {
        guard let note = try reader.checkpoint() else { throw Damage("nothing is recorded yet") }
        let signed = try reader.signedCheckpoint(verifier)
        if let published { try confirm(published, isPrefixOf: signed, reader) }
        try bundles(reader, signed.size, body)
        for path in TilePath.all(inTreeOf: signed.size) {
            guard case .hashes(let level, let index, let width) = path else { continue }
            let stored = try reader.tile(Tile.Address(level: level, index: index)) ?? []
            guard stored.count == width else { throw Damage("tile \(level)/\(index) is not whole") }
            try body(File(path: path.text, bytes: Tile.bytes(of: stored)))
        }
        try body(File(path: Self.keyPath, bytes: Array((verifier.text + "\n").utf8)))
        try body(File(path: Self.checkpointPath, bytes: Array(note.utf8)))
        return signed
    }

    private func bundles(
        _ reader: any JournalReader, _ size: Int, _ body: (File) throws -> Void
    ) throws {
        var entries: [[UInt8]] = []
        var index = 0
        try reader.forEachEvent(.sequence) { event in
            entries.append(event.envelope)
            guard entries.count == Tile.fullWidth || event.sequence == size - 1 else { return }
            let path = TilePath.entries(index: index, width: entries.count)
            try body(File(path: path.text, bytes: EntryBundle.encode(entries)))
            entries = []
            index += 1
        }
    }

    private func confirm(
        _ published: String, isPrefixOf signed: Checkpoint, _ reader: any JournalReader
    ) throws {
        let older: Checkpoint
        do {
            older = try Checkpoint.open(published, verifier: verifier)
        } catch {
            throw Damage("what was exported there is another log: \(error)")
        }
        guard older.size <= signed.size,
            try Proof.root(ofTreeOf: older.size, readTile: { try reader.tile($0) ?? [] })
                == older.root
        else {
            throw Damage(
                "the log no longer contains what was exported there (\(older.size) events)")
        }
    }
}

/// A proof, for outsiders, that an event is in the log.
package struct EventProof: Sendable {
    package let sequence: Int
    package let subject: CaseFile.ID
    /// The entry of the log: the event's envelope.
    package let entry: [UInt8]
    package let proof: OfflineProof
}

extension JournalReader {
    /// The latest checkpoint, if the key signed it.
    package func signedCheckpoint(_ verifier: VerifierKey) throws -> Checkpoint {
        guard let note = try checkpoint() else { throw Damage("nothing is recorded yet") }
        do {
            return try Checkpoint.open(note, verifier: verifier)
        } catch {
            throw Damage("the checkpoint is not signed by \(verifier.name): \(error)")
        }
    }

    /// Proves that an event is in the log; the proof is checked before it is handed out.
    package func proof(ofEventAt sequence: Int, verifier: VerifierKey) throws -> EventProof {
        let signed = try signedCheckpoint(verifier)
        guard let event = try event(at: sequence), sequence < signed.size else {
            throw Refusal(.unknownCase, field: "event", "没有第\(sequence)项记录；现有\(signed.size)项，从0起")
        }
        let path = try Proof.inclusion(of: sequence, inTreeOf: signed.size) { try tile($0) ?? [] }
        let proof = OfflineProof(index: sequence, path: path, checkpoint: try checkpoint() ?? "")
        do {
            try proof.verify(entry: event.envelope, verifier: verifier)
        } catch {
            throw Damage(
                "event \(sequence) is not what the log signed: \(error); see `yifa ledger check`")
        }
        return EventProof(
            sequence: sequence, subject: event.subject, entry: event.envelope, proof: proof)
    }
}
