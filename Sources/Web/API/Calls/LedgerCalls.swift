import Engine
import Hummingbird
import Law
import Ledger
import Office

/// The public log: what it signed, its entries, and proofs that they are in it.
enum LedgerCalls {
    private static let sequence = Endpoint.Parameter.path(
        "sequence", .count, "The place of an entry, from 0.")

    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .get, path: "/ledger", name: "showLedger",
            summary: "The latest checkpoint, signed, and the key by which it is checked.",
            need: .nobody, reply: .json(LedgerReply.schema), handler: head),
        Endpoint(
            method: .get, path: "/ledger/entries", name: "listLedgerEntries",
            summary: "The entries of the log, the latest first.", need: .nobody,
            parameters: [.after, .limit], reply: .json(.page(of: LogEntryReply.schema)),
            handler: entries),
        Endpoint(
            method: .get, path: "/ledger/entries/{sequence}", name: "showLedgerEntry",
            summary: "An entry, to the byte, with the proof that it is in the log.",
            need: .nobody, parameters: [sequence],
            reply: .json(
                .object([
                    .must("sequence", .count), .must("case", .words),
                    .must("entry", .words, "The canonical JSON that was hashed."),
                    .must("proof", .words, "The file of the proof (C2SP tlog-proof)."),
                ])), handler: entry),
        Endpoint(
            method: .get, path: "/ledger/entries/{sequence}/proof", name: "fetchProof",
            summary: "The proof of an entry as a file (C2SP tlog-proof).", need: .nobody,
            parameters: [sequence], reply: .text, handler: proof),
        Endpoint(
            method: .post, path: "/ledger/verifications", name: "verifyProof",
            summary: "Checks a proof; without an entry, against the log's own at that place.",
            need: .nobody,
            body: .json(
                .object([
                    .must("proof", .words(most: 20_000)), .may("entry", .words(most: 60_000)),
                ])),
            reply: .json(
                .object([
                    .must("holds", .flag), .may("index", .count), .may("size", .count),
                    .may("reason", .words),
                ])), handler: verify),
    ]

    static let head: Endpoint.Handler = { call in
        let head = try await call.office.logHead()
        return call.json(
            LedgerReply(
                origin: head?.checkpoint.origin ?? call.office.verifier.name,
                size: head?.checkpoint.size ?? 0, root: head?.checkpoint.root.base64,
                checkpoint: head?.note, verifierKey: call.asked.site.verifierKey))
    }

    static let entries: Endpoint.Handler = { call in
        let end = try call.text("after").map { text in
            guard let end = Int(try Cursor.parts(text, count: 1)[0]), end >= 0 else {
                throw Complaint.wrong("after", expected: "next")
            }
            return end
        }
        let found = try await call.office.entries(before: end, limit: call.limit)
        let last = found.last?.sequence ?? 0
        return call.page(
            found.map(LogEntryReply.init), next: last > 0 ? Cursor.text(["\(last)"]) : nil)
    }

    static let entry: Endpoint.Handler = { call in
        let proof = try await proved(call)
        return call.json(
            ProvedReply(
                sequence: proof.sequence, case: proof.subject.text,
                entry: String(decoding: proof.entry, as: UTF8.self), proof: proof.proof.text))
    }

    static let proof: Endpoint.Handler = { call in
        Asked.answer(try await proved(call).proof.text, "text/plain; charset=utf-8")
    }

    private static func proved(_ call: Call) async throws -> EventProof {
        guard let size = try await call.office.logHead()?.checkpoint.size,
            let sequence = call.number("sequence"), sequence < size
        else { throw Complaint.notFound }
        return try await call.office.proof(ofEntry: sequence)
    }

    static let verify: Endpoint.Handler = { call in
        let body = try call.body(ProofBody.self)
        let verdict = try await call.office.verify(
            proof: body.proof, entry: body.entry.map { Array($0.utf8) })
        switch verdict {
        case .holds(let index, let size):
            return call.json(
                VerdictReply(holds: true, index: index, size: size, reason: nil))
        case .fails(let error):
            return call.json(
                VerdictReply(holds: false, index: nil, size: nil, reason: "\(error)"))
        }
    }
}

private struct LedgerReply: Encodable {
    let origin: String
    let size: Int
    let root: String?
    let checkpoint: String?
    let verifierKey: String

    static let schema = Schema.object([
        .must("origin", .words), .must("size", .count), .may("root", .words),
        .may("checkpoint", .words), .must("verifierKey", .words),
    ])
}

private struct ProofBody: Decodable {
    let proof: String
    let entry: String?
}

private struct VerdictReply: Encodable {
    let holds: Bool
    let index: Int?
    let size: Int?
    let reason: String?
}

private struct ProvedReply: Encodable {
    let sequence: Int
    let `case`: String
    let entry: String
    let proof: String
}

/// What an entry tells of an event.
private struct LogEntryReply: Encodable {
    let sequence: Int
    let `case`: String
    let version: Int
    let kind: String
    let step: String?
    let role: String?
    let outcome: String?
    let organ: String
    let procedure: String
    let effective: String
    let recorded: String

    init(_ envelope: Envelope) {
        sequence = envelope.sequence
        `case` = envelope.subject.text
        version = envelope.version
        kind = envelope.kind
        step = envelope.step?.text
        role = envelope.role?.text
        outcome = envelope.outcome?.text
        organ = envelope.organ.text
        procedure = envelope.procedure.text
        effective = envelope.effective.description
        recorded = envelope.recorded.description
    }

    static let schema = Schema.object([
        .must("sequence", .count), .must("case", .words), .must("version", .count),
        .must("kind", .words), .may("step", .words), .may("role", .words),
        .may("outcome", .words), .must("organ", .words), .must("procedure", .words),
        .must("effective", .words), .must("recorded", .words),
    ])
}
