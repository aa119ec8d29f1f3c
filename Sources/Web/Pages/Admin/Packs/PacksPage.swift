import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The packs in force: editions, checks, stories.
struct PacksPage: Sendable {
    let checkups: PackCheckups

    func answer(_ asked: Asked) async throws -> Response {
        let editions = try await asked.office.editions(for: asked.viewer)
        var rows: [(use: EditionUse, checkup: PackCheckup?)] = []
        for use in editions {
            rows.append((use, use.isNewest ? await checkups.checkup(of: use.pack) : nil))
        }
        let frame = asked.frame
        let words = asked.words
        let list = rows
        return asked.page(words(AdminPhrase.packs), isWide: true) {
            h1(.class("title")) { words(AdminPhrase.packs) }
            frame.adminTabs(.packs)
            p(.class("lead")) { words(AdminPhrase.packsLead) }
            frame.scrolled(words(AdminPhrase.packs)) {
                HTML.element(
                    "table", [.class("data"), .aria("label", words(AdminPhrase.packs))],
                    pieces {
                        head(words)
                        tbody { for row in list { self.row(row.use, row.checkup, frame) } }
                    })
            }
        }
    }

    private func head(_ words: Words) -> HTML {
        thead {
            tr {
                th(.scope("col")) { words(AdminPhrase.procedure) }
                th(.scope("col")) { words(AdminPhrase.inForce) }
                th(.scope("col")) { words(AdminPhrase.edition) }
                th(.scope("col")) { words(AdminPhrase.firstUse) }
                th(.scope("col")) { words(AdminPhrase.checks) }
                th(.scope("col"), .class("num")) { words(AdminPhrase.stories) }
            }
        }
    }

    private func row(_ use: EditionUse, _ checkup: PackCheckup?, _ frame: Frame) -> HTML {
        let words = frame.words
        let procedure = use.pack.procedure
        return tr {
            th(.scope("row")) {
                if use.isNewest {
                    a(.href(frame.href(.adminPack(procedure.id)))) {
                        frame.titled(procedure.title)
                    }
                } else {
                    frame.titled(procedure.title)
                    " "
                    frame.tag("neutral", words(AdminPhrase.earlierEdition))
                }
                span(.class("hint mono")) { procedure.id.text }
            }
            td(.data("label", words(AdminPhrase.inForce)), .class("nowrap")) {
                PackParts.validity(procedure.inForce, words)
            }
            td(.data("label", words(AdminPhrase.edition)), .class("mono")) {
                String(use.pack.edition.id.text.prefix(12))
            }
            td(.data("label", words(AdminPhrase.firstUse))) { PackParts.first(use, frame) }
            td(.data("label", words(AdminPhrase.checks))) {
                use.isNewest ? PackParts.verdict(checkup, frame) : HTML()
            }
            td(.data("label", words(AdminPhrase.stories)), .class("num")) {
                if let checkup { "\(checkup.holding)/\(checkup.stories.count)" }
            }
        }
    }
}

/// What the pages of packs share.
enum PackParts {
    static func validity(_ validity: Validity, _ words: Words) -> String {
        guard let until = validity.until else {
            return words(AdminPhrase.fromDay, ["day": validity.from.description])
        }
        return "\(validity.from) — \(until)"
    }

    /// Since when an edition is used, with the entry of the ledger that shows it.
    @Content static func first(_ use: EditionUse, _ frame: Frame) -> HTML {
        if let first = use.first {
            frame.day(first.at.day)
            " "
            frame.link(
                frame.words(AdminPhrase.entry, ["n": "\(first.sequence)"]),
                .ledgerEntry(first.sequence))
        } else {
            frame.words(AdminPhrase.notUsed)
        }
    }

    static func verdict(_ checkup: PackCheckup?, _ frame: Frame) -> HTML {
        let words = frame.words
        guard let checkup else { return frame.tag("neutral", words(AdminPhrase.noFolder)) }
        guard checkup.isAsAdmitted else {
            return frame.tag("due-soon", words(AdminPhrase.folderDiffers))
        }
        guard checkup.errors == 0 else {
            return frame.tag(
                "overdue", words(AdminPhrase.checkErrors, ["count": "\(checkup.errors)"]))
        }
        return frame.tag("ok", words(AdminPhrase.checkPassed))
    }

    /// The three pages of one pack.
    static func tabs(_ procedure: Procedure.ID, _ here: AdminPhrase, _ frame: Frame) -> HTML {
        let places: [(AdminPhrase, Address)] = [
            (.byArticle, .adminPack(procedure)),
            (.byRule, .adminPackPart(procedure, "rules")),
            (.stories, .adminPackPart(procedure, "stories")),
            (.checks, .adminPackPart(procedure, "checks")),
        ]
        return nav(.class("tabs"), .aria("label", frame.words(AdminPhrase.packParts))) {
            ul {
                for (phrase, address) in places {
                    li {
                        a(.href(frame.href(address)), .current(phrase == here)) {
                            frame.words(phrase)
                        }
                    }
                }
            }
        }
    }
}
