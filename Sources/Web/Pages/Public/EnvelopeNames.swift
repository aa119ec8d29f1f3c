import HTML
import Law
import Office
import Packs
import Sheets

/// The public facts of entries, with the names that packs and district give them.
struct EnvelopeNames: Sendable {
    let frame: Frame
    private let procedures: [Procedure]
    private let district: District?

    init(_ asked: Asked) async throws {
        frame = asked.frame
        procedures = try await asked.office.editions().map(\.procedure)
        district = try await asked.office.district()
    }

    private var words: Words { frame.words }

    private func procedure(_ envelope: Envelope) -> Procedure? {
        procedures.last { $0.id == envelope.procedure }
    }

    /// The step where it is one, else what kind of entry it is.
    func what(_ envelope: Envelope) -> HTML {
        if let step = envelope.step {
            return procedure(envelope)?.steps[step].map { frame.titled($0.title) }
                ?? HTML(step.text)
        }
        return HTML(LedgerPhrase(kind: envelope.kind).map { words($0) } ?? envelope.kind)
    }

    func outcome(_ envelope: Envelope) -> HTML? {
        envelope.outcome.map { outcome in
            procedure(envelope)?.outcomes[outcome].map { frame.titled($0.title) }
                ?? HTML(outcome.text)
        }
    }

    func role(_ envelope: Envelope) -> HTML? {
        envelope.role.map { role in
            procedure(envelope)?.roles[role].map { frame.titled($0.title) } ?? HTML(role.text)
        }
    }

    func organ(_ envelope: Envelope) -> HTML {
        district?.organ(envelope.organ).map { frame.titled($0.title) }
            ?? HTML(envelope.organ.text)
    }

    func title(_ envelope: Envelope) -> HTML {
        procedure(envelope).map { frame.titled($0.title) } ?? HTML(envelope.procedure.text)
    }

    func table(_ entries: [Envelope], label: String) -> HTML {
        let header: [LedgerPhrase] = [.entry, .caseFile, .what, .organ, .recorded]
        return HTML.element(
            "table", [.class("data"), .aria("label", label)],
            pieces {
                thead { tr { for phrase in header { th(.scope("col")) { words(phrase) } } } }
                tbody { for entry in entries { line(entry) } }
            })
    }

    private func line(_ entry: Envelope) -> HTML {
        tr {
            th(.scope("row")) {
                frame.link("\(entry.sequence)", .ledgerEntry(entry.sequence))
            }
            td(.data("label", words(LedgerPhrase.caseFile))) {
                span(.class("mono")) { entry.subject.text }
            }
            td(.data("label", words(LedgerPhrase.what))) {
                what(entry)
                if let outcome = outcome(entry) { span(.class("hint")) { outcome } }
            }
            td(.data("label", words(LedgerPhrase.organ))) { organ(entry) }
            td(.data("label", words(LedgerPhrase.recorded))) { entry.recorded.wallTime }
        }
    }
}

extension LedgerPhrase {
    /// The words for a kind of entry other than an act.
    init?(kind: String) {
        switch kind {
        case "acted": self = .kindActed
        case "consulted": self = .kindConsulted
        case "passed": self = .kindPassed
        case "assigned": self = .kindAssigned
        case "remarked": self = .kindRemarked
        case "erased": self = .kindErased
        default: return nil
        }
    }
}
