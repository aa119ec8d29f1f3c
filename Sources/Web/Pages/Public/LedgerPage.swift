import HTML
import HTTPTypes
import Hummingbird
import Law
import Ledger
import Office
import Sheets

/// The log: what is signed, and its latest entries.
enum LedgerPage {
    private static let limit = 20

    static func answer(_ asked: Asked) async throws -> Response {
        let before = try asked.query("before").map(number)
        let head = try await asked.office.logHead()
        let entries = try await asked.office.entries(before: before, limit: limit)
        let names = try await EnvelopeNames(asked)
        let frame = asked.frame
        let words = asked.words
        let heading = words(SitePhrase.ledger)
        return asked.page(heading, isWide: true) {
            h1(.class("title")) { heading }
            p(.class("lead")) { words(LedgerPhrase.lead) }
            if let head { checkpoint(head, frame) }
            p(.class("button-row")) {
                frame.link(words(LedgerPhrase.verify), .ledgerVerify, .class("button"))
                frame.link(words(SitePhrase.checkUs), .checkUs, .class("button secondary"))
            }
            h2 { words(LedgerPhrase.latest) }
            if entries.isEmpty {
                p(.class("empty")) { words(LedgerPhrase.nothing) }
            } else {
                names.table(entries, label: words(LedgerPhrase.latest))
                frame.nextPage(
                    entries.last.flatMap { last in
                        last.sequence > 0
                            ? frame.href(.ledger, [("before", "\(last.sequence)")]) : nil
                    })
            }
        }
    }

    /// A number of entries; 404 for anything else.
    static func number(_ text: String) throws -> Int {
        guard let number = Int(text), number >= 0, "\(number)" == text else {
            throw HTTPError(.notFound)
        }
        return number
    }

    private static func checkpoint(_ head: Office.LogHead, _ frame: Frame) -> HTML {
        let words = frame.words
        return section(.class("panel")) {
            h2 { words(LedgerPhrase.checkpoint) }
            dl(.class("summary")) {
                row(words(LedgerPhrase.size)) { HTML("\(head.checkpoint.size)") }
                row(words(LedgerPhrase.root)) {
                    span(.class("mono")) { head.checkpoint.root.hex }
                }
                row(words(LedgerPhrase.key)) { span(.class("mono")) { frame.site.verifierKey } }
                row(words(LedgerPhrase.signedNote)) {
                    div(
                        .class("table-scroll"), .tabindex(0), .role("region"),
                        .aria("label", words(LedgerPhrase.signedNote))
                    ) { pre(.class("mono")) { head.note } }
                }
                row(words(LedgerPhrase.files)) {
                    frame.link("/log/checkpoint", .logTile("checkpoint"))
                    " "
                    frame.link("/log/verifier-key.txt", .logTile("verifier-key.txt"))
                }
            }
        }
    }

    private static func row(_ term: String, @Content _ content: () -> HTML) -> HTML {
        div {
            dt { term }
            dd { content() }
        }
    }
}
