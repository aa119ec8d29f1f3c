import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Ledger
import Office
import Sheets

/// The proof that an entry of a case file is in the log, to be checked without this site.
enum ProofPage {
    static func answer(_ asked: Asked) async throws -> Response {
        let opened = try await OpenedCase.open(asked)
        let proof = try await proof(asked, opened)
        let frame = asked.frame
        let words = asked.words
        let n = proof.sequence
        let title = words(CaseFilePhrase.proof, ["n": "\(n)"])
        let file = Address.proofFile(opened.file.id, n, "\(n).tlog-proof")
        let entry = Address.proofFile(opened.file.id, n, "\(n).entry.json")
        return asked.page(title, trail: opened.trail) {
            h1(.class("title")) { title }
            p(.class("lead")) { words(CaseFilePhrase.proofLead) }
            div(.class("toolbar")) {
                frame.link(words(CaseFilePhrase.proofFile), file, .class("button"))
                frame.link(words(CaseFilePhrase.entryFile), entry, .class("button secondary"))
                frame.link(
                    words(CaseFilePhrase.verifyPage), .ledgerVerify, .class("button secondary"))
            }
            h2 { words(CaseFilePhrase.envelope) }
            p(.class("hint")) { words(CaseFilePhrase.envelopeHint) }
            block(String(decoding: proof.entry, as: UTF8.self), words(CaseFilePhrase.envelope))
            h2 { words(CaseFilePhrase.proofText) }
            block(proof.proof.text, words(CaseFilePhrase.proofText))
            h2 { words(CaseFilePhrase.verifierKey) }
            block(asked.site.verifierKey, words(CaseFilePhrase.verifierKey))
        }
    }

    private static func block(_ text: String, _ label: String) -> HTML {
        div(.class("table-scroll"), .tabindex(0), .role("region"), .aria("label", label)) {
            pre(.class("mono")) { text }
        }
    }

    /// The proof of the entry that the path names; only of one in this case file.
    private static func proof(_ asked: Asked, _ opened: OpenedCase) async throws -> EventProof {
        guard let n = Int(asked.part("n")),
            opened.record.entries.contains(where: { $0.sequence == n })
        else { throw HTTPError(.notFound) }
        return try await asked.office.proof(ofEntry: n)
    }

    /// The proof or the entry as a file.
    static func file(_ asked: Asked) async throws -> Response {
        let opened = try await OpenedCase.open(asked)
        let proof = try await proof(asked, opened)
        let name = asked.part("name")
        switch name {
        case "\(proof.sequence).tlog-proof":
            return Asked.attachment(
                Array(proof.proof.text.utf8), "text/plain; charset=utf-8", named: name)
        case "\(proof.sequence).entry.json":
            return Asked.attachment(proof.entry, "application/json", named: name)
        default: throw HTTPError(.notFound)
        }
    }
}
