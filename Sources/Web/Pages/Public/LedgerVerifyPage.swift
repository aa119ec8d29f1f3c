import Engine
import HTML
import HTTPTypes
import Hummingbird
import Law
import Ledger
import Office
import Sheets

/// Checks a proof that somebody pasted, or shows that a case file's entries are in the log.
enum LedgerVerifyPage {
    /// What a reader gave, and what came of it.
    struct Try {
        var proof = ""
        var entry = ""
        var verdict: ProofVerdict?
        var errors: [FieldError] = []
    }

    static func answer(_ asked: Asked) async throws -> Response {
        try await answer(asked, Try())
    }

    static func check(_ asked: Asked, _ form: FormBody) async throws -> Response {
        var attempt = Try(proof: form["proof"] ?? "", entry: form["entry"] ?? "")
        guard !form.text("proof").isEmpty else {
            attempt.errors = [FieldError("proof", asked.words(LedgerPhrase.proofMissing))]
            return try await answer(asked, attempt)
        }
        // What is copied from a page often comes without the end of its last line.
        let text = attempt.proof.hasSuffix("\n") ? attempt.proof : attempt.proof + "\n"
        let entry = attempt.entry.trimmed
        let verdict = try await asked.office.verify(
            proof: text, entry: entry.isEmpty ? nil : Array(entry.utf8))
        if case .fails(let error) = verdict {
            let reason = asked.words(LedgerPhrase(reason: error))
            attempt.errors = [
                FieldError("proof", asked.words(LedgerPhrase.proofFails, ["reason": reason]))
            ]
        }
        attempt.verdict = verdict
        return try await answer(asked, attempt)
    }

    private static func answer(_ asked: Asked, _ attempt: Try) async throws -> Response {
        let found = try await CaseProofs(asked)
        let frame = asked.frame
        let words = asked.words
        let heading = words(LedgerPhrase.verify)
        return asked.page(
            heading, status: attempt.errors.isEmpty ? .ok : .unprocessableContent,
            trail: [(words(SitePhrase.ledger), .ledger)]
        ) {
            frame.errorSummary(attempt.errors)
            if case .holds(let index, let size) = attempt.verdict {
                div(.class("notice success"), .role("status")) {
                    p { words(LedgerPhrase.verdictHolds, ["n": "\(index)", "size": "\(size)"]) }
                    p {
                        frame.link(
                            words(FiguresPhrase.entryNumber, ["n": "\(index)"]), .ledgerEntry(index)
                        )
                    }
                }
            }
            h1(.class("title")) { heading }
            proofForm(frame, attempt)
            found.html
        }
    }

    private static func proofForm(_ frame: Frame, _ attempt: Try) -> HTML {
        let words = frame.words
        return pieces {
            h2 { words(LedgerPhrase.pasteHeading) }
            frame.form(.ledgerVerify) {
                area(
                    "proof", attempt.proof, words(LedgerPhrase.proofText),
                    words(LedgerPhrase.proofHint), frame, attempt.errors)
                area(
                    "entry", attempt.entry, words(LedgerPhrase.entryText),
                    words(LedgerPhrase.entryHint), frame, attempt.errors)
                frame.submit(words(LedgerPhrase.verifyNow))
            }
        }
    }

    private static func area(
        _ name: String, _ value: String, _ label: String, _ hint: String, _ frame: Frame,
        _ errors: [FieldError]
    ) -> HTML {
        frame.field(name, label: label, hint: hint, errors: errors) { attributes in
            HTML.element(
                "textarea",
                attributes + [.rows(8), .class("mono"), Attribute("spellcheck", "false")],
                HTML(value))
        }
    }
}

/// The entries of a case file whose name stands on a receipt, each checked against the signed log.
private struct CaseProofs {
    private let frame: Frame
    private let name: String?
    private let names: EnvelopeNames
    private let entries: [Envelope]
    private let size: Int

    private static let most = 200

    init(_ asked: Asked) async throws {
        frame = asked.frame
        name = asked.query("case")
        names = try await EnvelopeNames(asked)
        var found: [Envelope] = []
        if let name, name.utf8.count <= 128 {
            found = try await asked.office.entries(of: CaseFile.ID(name))
        }
        entries = Array(found.prefix(Self.most))
        // Each proof is verified as it is made; one that failed would end the request as damage.
        for entry in entries { _ = try await asked.office.proof(ofEntry: entry.sequence) }
        size = try await asked.office.logHead()?.checkpoint.size ?? 0
    }

    var html: HTML {
        let words = frame.words
        return pieces {
            h2(.id("by-case")) { words(LedgerPhrase.caseHeading) }
            p { words(LedgerPhrase.caseLead) }
            form(
                .class("search-box"), .method("get"),
                .action(frame.href(.ledgerVerify) + "#by-case")
            ) {
                label(.for("case")) { words(LedgerPhrase.caseFile) }
                input(
                    .type("search"), .id("case"), .name("case"), .value(name ?? ""),
                    .autocomplete("off"))
                frame.submit(words(LedgerPhrase.look))
            }
            result
        }
    }

    @Content private var result: HTML {
        let words = frame.words
        if name != nil, entries.isEmpty {
            p(.class("warning"), .role("status")) { words(LedgerPhrase.caseUnknown) }
        } else if !entries.isEmpty {
            p(.class("notice success"), .role("status")) {
                words(
                    LedgerPhrase.caseIncluded,
                    ["count": "\(entries.count)", "size": "\(size)"])
            }
            names.table(entries, label: words(LedgerPhrase.caseHeading))
        }
    }
}

extension LedgerPhrase {
    /// Why a proof does not hold.
    init(reason error: OfflineProofError) {
        self =
            switch error {
            case .unknownFormat: .reasonFormat
            case .badExtra, .badIndex, .badPathLine: .reasonLine
            case .noCheckpoint: .reasonNoCheckpoint
            case .checkpoint(.note(.noKnownSignature)): .reasonOtherKey
            case .checkpoint: .reasonCheckpoint
            case .path: .reasonPath
            }
    }
}
