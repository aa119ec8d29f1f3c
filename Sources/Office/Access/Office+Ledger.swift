package import Engine
package import Ledger

/// The log as anybody may read it; nothing in it names a person.
extension Office {
    /// The latest checkpoint: what it says, and the note that is signed.
    package struct LogHead: Sendable {
        package let checkpoint: Checkpoint
        package let note: String
    }

    /// The key by which the log is checked.
    package nonisolated var verifier: VerifierKey { key.verifier }

    /// Nil while nothing is recorded.
    package nonisolated func logHead() async throws -> LogHead? {
        try await journal.read { [key] reader in
            guard let note = try reader.checkpoint() else { return nil }
            return LogHead(checkpoint: try reader.signedCheckpoint(key.verifier), note: note)
        }
    }

    /// Entries before one, the latest first.
    package nonisolated func entries(before end: Int?, limit: Int) async throws -> [Envelope] {
        try await journal.read { reader in
            let size = try reader.size()
            let last = min(end ?? size, size)
            guard last > 0 else { return [] }
            return try reader.envelopes(in: max(0, last - limit)..<last)
                .map { try Envelope($0) }.reversed()
        }
    }

    /// The entries of a case file, in order; empty where there is none of that name.
    package nonisolated func entries(of subject: CaseFile.ID) async throws -> [Envelope] {
        try await journal.read { reader in
            try reader.events(of: subject).map { try Envelope($0.envelope) }
        }
    }

    /// An entry with the proof that it is in the log.
    package nonisolated func proof(ofEntry sequence: Int) async throws -> EventProof {
        try await journal.read { [key] in
            try $0.proof(ofEventAt: sequence, verifier: key.verifier)
        }
    }

    /// A file of the log by its path (C2SP tlog-tiles); nil for one that a log of this size does not have.
    package nonisolated func logFile(_ path: TilePath) async throws -> [UInt8]? {
        try await journal.read { [key] reader in
            let size = try reader.signedCheckpoint(key.verifier).size
            switch path {
            case .hashes(let level, let index, let width):
                let address = Tile.Address(level: level, index: index)
                guard width <= Tile.width(of: address, inTreeOf: size),
                    let digests = try reader.tile(address), digests.count >= width
                else { return nil }
                return Tile.bytes(of: Array(digests.prefix(width)))
            case .entries(let index, let width):
                let (first, isTooLarge) = index.multipliedReportingOverflow(by: Tile.fullWidth)
                guard !isTooLarge, first < size, width <= size - first else { return nil }
                return try EntryBundle.encode(reader.envelopes(in: first..<(first + width)))
            }
        }
    }
}

/// What came of a proof that somebody had checked.
package enum ProofVerdict: Sendable, Equatable {
    case holds(index: Int, size: Int)
    case fails(OfflineProofError)
}

extension Office {
    /// Checks a proof; without an entry, against this log's own entry at that place.
    package nonisolated func verify(
        proof text: String, entry: [UInt8]?
    ) async throws -> ProofVerdict {
        let proof: OfflineProof
        do {
            proof = try OfflineProof(text)
        } catch let error {
            return .fails(error)
        }
        var bytes = entry
        if bytes == nil, proof.index < Int(Int32.max) {
            bytes = try await journal.read {
                try $0.envelopes(in: proof.index..<(proof.index + 1)).first
            }
        }
        do {
            let signed = try proof.verify(entry: bytes ?? [], verifier: verifier)
            return .holds(index: proof.index, size: signed.size)
        } catch let error {
            return .fails(error)
        }
    }
}
