import ArgumentParser
import Engine
import Foundation
import Law
import Ledger
import Office
import Storage

struct LedgerProveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Write proofs that events are in the log, to be checked without it.",
        discussion: """
            For event 12: 12.tlog-proof, 12.entry.json (what is proved), and verifier-key.txt beside them. For a case file:
            a folder of that name with a proof and an entry for each of its events.

            Example: yifa ledger prove 12 --database haidian.db
            Example: yifa ledger prove mediation-2023-000001 --to proofs --database haidian.db
            """)

    @OptionGroup var journal: JournalOptions
    @OptionGroup var verifier: VerifierOptions

    @Argument(help: "A case file, or the sequence of an event.")
    var what: String

    @Option(help: "The proof's file for an event, or the folder for a case file.")
    var to: String?

    @Flag(help: "Print JSON: the files written.")
    var json = false

    func run() async throws {
        let store = try journal.open()
        let key = try verifier.verifier(of: journal)
        let proofs = try await proofs(in: store, key)
        let places = proofs.map { proof in
            ProofPlace(
                Int(what) == nil
                    ? "\(to ?? what)/\(proof.sequence).tlog-proof" : to ?? "\(what).tlog-proof")
        }
        for (proof, place) in zip(proofs, places) { try place.write(proof, key) }
        if json {
            try Output.json(zip(proofs, places).map(Written.init))
        } else {
            for (proof, place) in zip(proofs, places) {
                Output.print(
                    "\(place.proof): event \(proof.sequence) of \(proof.subject); its entry is \(place.entry)"
                )
            }
        }
    }

    private func proofs(in store: SQLiteJournal, _ key: VerifierKey) async throws -> [EventProof] {
        try await store.read { [what] reader in
            if let sequence = Int(what) {
                return [try reader.proof(ofEventAt: sequence, verifier: key)]
            }
            let events = try reader.events(of: CaseFile.ID(what))
            guard !events.isEmpty else {
                throw Refusal(.unknownCase, field: "case", "没有案卷“\(what.prefix(64))”")
            }
            return try events.map { try reader.proof(ofEventAt: $0.sequence, verifier: key) }
        }
    }

    private struct Written: Encodable {
        let event: Int
        let caseFile: String
        let proof: String
        let entry: String

        init(_ proof: EventProof, _ place: ProofPlace) {
            event = proof.sequence
            caseFile = proof.subject.text
            self.proof = place.proof
            entry = place.entry
        }
    }
}

/// Where a proof lies, and what belongs beside it.
struct ProofPlace {
    let proof: String
    let entry: String
    let key: String

    init(_ path: String) {
        let suffix = ".tlog-proof"
        proof = path
        entry =
            (path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path) + ".entry.json"
        key =
            URL(filePath: path).deletingLastPathComponent().appending(path: LedgerExport.keyPath)
            .path
    }

    func write(_ made: EventProof, _ verifier: VerifierKey) throws {
        let folder = URL(filePath: proof).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try keep(verifier)
        try Data(made.entry).write(to: URL(filePath: entry), options: .atomic)
        try Data(made.proof.text.utf8).write(to: URL(filePath: proof), options: .atomic)
    }

    private func keep(_ verifier: VerifierKey) throws {
        let text = Data((verifier.text + "\n").utf8)
        let held = FileManager.default.contents(atPath: key)
        guard held == nil || held == text else {
            throw Failure("\(key) is the key of another log; write the proof into another folder")
        }
        try text.write(to: URL(filePath: key), options: .atomic)
    }
}

struct LedgerVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify a proof against an entry and a verifier key; needs no journal.",
        discussion: """
            The key beside the proof came with the proof: whoever does not trust its sender gets the key elsewhere.

            Example: yifa ledger verify 12.tlog-proof
            Example: yifa ledger verify 12.tlog-proof --entry 12.entry.json --key yifa.example/beijing-haidian+...
            """)

    @Argument(help: "The proof's file.")
    var file: String

    @Option(help: "The entry's file (default: the one beside the proof).")
    var entry: String?

    @Option(
        help:
            "The verifier key, or a file that holds it (default: verifier-key.txt beside the proof)."
    )
    var key: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let place = ProofPlace(file)
        let text = String(decoding: try contents(file), as: UTF8.self)
        let bytes = [UInt8](try contents(entry ?? place.entry))
        let verifier = try VerifierOptions.read(key ?? existing(place.key))
        let verdict = Verdict(of: text, entry: bytes, by: verifier)
        try tell(verdict)
        if !verdict.holds { throw ExitCode(1) }
    }

    private struct Verdict: Encodable {
        let holds: Bool
        let index: Int?
        let size: Int?
        let log: String
        let reason: String?

        init(of text: String, entry: [UInt8], by verifier: VerifierKey) {
            log = verifier.name
            do throws(OfflineProofError) {
                let proof = try OfflineProof(text)
                size = try proof.verify(entry: entry, verifier: verifier).size
                (holds, index, reason) = (true, proof.index, nil)
            } catch {
                (holds, index, size, reason) = (false, nil, nil, error.reason)
            }
        }
    }

    private func tell(_ verdict: Verdict) throws {
        if json { return try Output.json(verdict) }
        if let reason = verdict.reason { return Output.complain("bad: \(reason)") }
        Output.print(
            "good: the entry is event \(verdict.index ?? 0) of \(verdict.log), which had signed \(verdict.size ?? 0) events"
        )
    }

    private func contents(_ path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("\(path) cannot be read")
        }
        return data
    }

    private func existing(_ path: String) throws -> String {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure("\(path) is not there; give the verifier key with --key")
        }
        return path
    }
}

extension OfflineProofError {
    /// Why a proof does not hold, in words.
    fileprivate var reason: String {
        switch self {
        case .unknownFormat: "the file is not a proof (c2sp.org/tlog-proof@v1)"
        case .badExtra: "the proof's line 'extra' is not base64"
        case .badIndex: "the proof does not say which entry it is about"
        case .badPathLine(let line): "line \(line) of the proof is not a digest"
        case .noCheckpoint: "the proof ends before its checkpoint"
        case .checkpoint(.note(.noKnownSignature)): "the checkpoint is not signed by this key"
        case .checkpoint(.note(.wrongSignature)): "the checkpoint's signature is wrong"
        case .checkpoint(let error): "the checkpoint is not one of the log: \(error)"
        case .path: "this entry is not in the log that was signed"
        }
    }
}
