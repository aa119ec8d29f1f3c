import HTML
import HTTPTypes
import Hummingbird
import Law
import Ledger
import Office
import Sheets

/// One entry of the log: its public facts, its bytes, and the proof that it is in the log.
enum LedgerEntryPage {
    static func answer(_ asked: Asked) async throws -> Response {
        let proof = try await proof(asked)
        let envelope = try Envelope(proof.entry)
        let names = try await EnvelopeNames(asked)
        let frame = asked.frame
        let words = asked.words
        let heading = words(FiguresPhrase.entryNumber, ["n": "\(proof.sequence)"])
        return asked.page(heading, trail: [(words(SitePhrase.ledger), .ledger)]) {
            h1(.class("title")) { heading }
            p(.class("lead")) { words(LedgerPhrase.entryLead) }
            facts(envelope, names)
            pieces {
                h2 { words(LedgerPhrase.proofHeading) }
                p(.class("notice success")) {
                    words(LedgerPhrase.proofHolds, ["size": size(of: proof)])
                }
                div(.class("button-row")) {
                    download(frame, proof, "tlog-proof", words(LedgerPhrase.downloadProof))
                    download(frame, proof, "entry.json", words(LedgerPhrase.downloadEntry))
                }
                text(words(LedgerPhrase.proofText), proof.proof.text)
                text(words(LedgerPhrase.entryText), String(decoding: proof.entry, as: UTF8.self))
            }
            neighbours(frame, proof.sequence)
        }
    }

    static func file(_ asked: Asked) async throws -> Response {
        let proof = try await proof(asked)
        let name = asked.part("file")
        switch name {
        case "\(proof.sequence).tlog-proof":
            return Asked.attachment(
                Array(proof.proof.text.utf8), "text/plain; charset=utf-8", named: name)
        case "\(proof.sequence).entry.json":
            return Asked.attachment(proof.entry, "application/json", named: name)
        default: throw HTTPError(.notFound)
        }
    }

    private static func proof(_ asked: Asked) async throws -> EventProof {
        try await asked.office.proof(ofEntry: LedgerPage.number(asked.part("n")))
    }

    /// The size of the log at the checkpoint in the proof.
    private static func size(of proof: EventProof) -> String {
        proof.proof.checkpoint.split(separator: "\n", omittingEmptySubsequences: false)
            .dropFirst().first.map(String.init) ?? ""
    }

    private static func facts(_ envelope: Envelope, _ names: EnvelopeNames) -> HTML {
        let words = names.frame.words
        let row = { (phrase: LedgerPhrase, value: HTML) -> HTML in
            div {
                dt { words(phrase) }
                dd { value }
            }
        }
        return dl(.class("summary")) {
            row(.what, names.what(envelope))
            if let outcome = names.outcome(envelope) { row(.outcome, outcome) }
            if let role = names.role(envelope) { row(.role, role) }
            row(.organ, names.organ(envelope))
            row(
                .caseFile,
                a(
                    .class("mono"),
                    .href(names.frame.href(.ledgerVerify, [("case", envelope.subject.text)]))
                ) { envelope.subject.text })
            row(.version, HTML("\(envelope.version)"))
            row(.procedure, names.title(envelope))
            row(.edition, span(.class("mono")) { envelope.edition.text })
            row(.effective, HTML(words.moment(envelope.effective)))
            row(.recorded, HTML(words.moment(envelope.recorded)))
            row(.recordCommitment, span(.class("mono")) { envelope.record.hex })
            if let personal = envelope.personal {
                row(.personalCommitment, span(.class("mono")) { personal.hex })
            }
        }
    }

    private static func download(
        _ frame: Frame, _ proof: EventProof, _ ending: String, _ text: String
    ) -> HTML {
        let name = "\(proof.sequence).\(ending)"
        return frame.link(
            text, .ledgerEntryFile(proof.sequence, name), .class("button secondary"))
    }

    private static func text(_ name: String, _ text: String) -> HTML {
        details {
            summary { name }
            div(.class("table-scroll"), .tabindex(0), .role("region"), .aria("label", name)) {
                pre(.class("mono")) { text }
            }
        }
    }

    private static func neighbours(_ frame: Frame, _ sequence: Int) -> HTML {
        nav(.class("pager"), .aria("label", frame.words(LedgerPhrase.neighbours))) {
            if sequence > 0 {
                frame.link(
                    frame.words(FiguresPhrase.entryNumber, ["n": "\(sequence - 1)"]),
                    .ledgerEntry(sequence - 1), .rel("prev"))
            }
            frame.link(
                frame.words(FiguresPhrase.entryNumber, ["n": "\(sequence + 1)"]),
                .ledgerEntry(sequence + 1), .rel("next"))
        }
    }
}
