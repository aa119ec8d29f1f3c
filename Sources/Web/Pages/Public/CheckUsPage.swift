import HTML
import Hummingbird
import Ledger
import Office
import Sheets

/// How anybody can check the record without trusting us: the key, the log, the commands, and what remains to be trusted.
enum CheckUsPage {
    static func answer(_ asked: Asked) async throws -> Response {
        let head = try await asked.office.logHead()
        let frame = asked.frame
        let words = asked.words
        let heading = words(SitePhrase.checkUs)
        let guide = CheckGuide(
            frame: frame, origin: asked.site.settings.origin, key: asked.site.verifierKey,
            size: head?.checkpoint.size ?? 0)
        return asked.page(heading) {
            h1(.class("title")) { heading }
            p(.class("lead")) { words(PublicPhrase.checkLead) }
            guide.verifier
            guide.fetching
            guide.proving
            guide.entries
            guide.counting
            guide.trust
        }
    }
}

/// The parts of the page, each with what to type.
struct CheckGuide {
    let frame: Frame
    let origin: String
    let key: String
    let size: Int

    private var words: Words { frame.words }

    var verifier: HTML {
        pieces {
            h2 { words(PublicPhrase.checkKeyHeading) }
            p { words(PublicPhrase.checkKey) }
            commands(words(PublicPhrase.verifierKey), [key])
            p { words(PublicPhrase.checkKeyElsewhere) }
        }
    }

    var fetching: HTML {
        pieces {
            h2 { words(PublicPhrase.checkFetchHeading) }
            p { words(PublicPhrase.checkFetch) }
            commands(
                words(PublicPhrase.checkFetchHeading),
                [
                    "curl -s \(origin)/log/checkpoint", "curl -s \(origin)/log/verifier-key.txt",
                    "curl -s \(origin)/log/tile/0/\(tile) | xxd | head",
                    "curl -s \(origin)/log/tile/entries/\(tile) | strings | head",
                ])
            p { words(PublicPhrase.checkTiles) }
            ul {
                for address in [
                    "https://c2sp.org/tlog-tiles", "https://c2sp.org/tlog-checkpoint",
                    "https://c2sp.org/signed-note", "https://c2sp.org/tlog-proof",
                    "https://www.rfc-editor.org/rfc/rfc6962#section-2.1",
                ] {
                    li { a(.href(address), .rel("external")) { address } }
                }
            }
        }
    }

    /// The first tile as a log of this size has it.
    private var tile: String { size >= 256 ? "000" : "000.p/\(max(1, size))" }

    var proving: HTML {
        pieces {
            h2 { words(PublicPhrase.checkProofHeading) }
            p { words(PublicPhrase.checkProof) }
            commands(
                words(PublicPhrase.checkProofHeading),
                [
                    "curl -s -O \(origin)/ledger/entries/0/0.tlog-proof",
                    "curl -s -O \(origin)/ledger/entries/0/0.entry.json",
                    "yifa ledger verify 0.tlog-proof --entry 0.entry.json --key '\(key)'",
                ])
            p { words(PublicPhrase.checkOthers) }
            p { frame.link(words(PublicPhrase.checkHere), .ledgerVerify) }
        }
    }

    var entries: HTML {
        pieces {
            h2 { words(PublicPhrase.checkEntryHeading) }
            p { words(PublicPhrase.checkEntry) }
            ul {
                for phrase in [
                    PublicPhrase.checkEntryHas, .checkEntryCommits, .checkEntryHasNot,
                    .checkEntryErased,
                ] { li { words(phrase) } }
            }
        }
    }

    var counting: HTML {
        pieces {
            h2 { words(PublicPhrase.checkCountHeading) }
            p { words(PublicPhrase.checkCount) }
            ol {
                for phrase in [
                    PublicPhrase.checkCountFirst, .checkCountSecond, .checkCountThird,
                ] { li { words(phrase) } }
            }
            p { frame.link(words(SitePhrase.figures), .publicReport(frame.reportYear)) }
        }
    }

    var trust: HTML {
        pieces {
            h2 { words(PublicPhrase.checkTrustHeading) }
            ul {
                for phrase in [
                    PublicPhrase.checkTrustInput, .checkTrustKey, .checkTrustSplit,
                    .checkTrustConditions, .checkTrustClock,
                ] { li { words(phrase) } }
            }
        }
    }

    private func commands(_ name: String, _ lines: [String]) -> HTML {
        div(.class("table-scroll"), .tabindex(0), .role("region"), .aria("label", name)) {
            pre(.class("mono")) { code { lines.joined(separator: "\n") } }
        }
    }
}
