import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// What one takes away after filing: that it was received, by when somebody must answer, and how to follow it.
enum ReceiptPage {
    static func confirmation(_ mine: PartyCase, _ asked: Asked) async throws -> Response {
        let secret = secret(mine, asked)
        return asked.page(mine(.submitted)) {
            div(.class("notice success")) {
                h1(.class("title")) { mine(.submitted) }
                p { mine(.filedNumber, ["number": mine.name]) }
            }
            if let secret { self.secret(secret, mine) }
            mine.next
            div(.class("button-row")) {
                mine.frame.link(mine(.receiptPrint), .receipt(mine.subject), .class("button"))
                mine.frame.link(
                    mine(.seeCase), .myCase(mine.subject), .class("button secondary"))
            }
        }
    }

    static func answer(_ mine: PartyCase, _ asked: Asked) async throws -> Response {
        let secret = secret(mine, asked)
        let entry = mine.party.lines.first?.entry
        return asked.page(mine(.receipt), trail: mine.trail) {
            article(.class("receipt")) {
                header {
                    h1 { mine(.receipt) }
                    p(.class("number")) { mine.sheet.case }
                }
                dl(.class("summary")) {
                    mine.frame.summaryRow(
                        mine(.procedure), mine.frame.titled(mine.procedure.title))
                    if let number = mine.sheet.number {
                        mine.frame.summaryRow(mine(.number), mine.frame.chinese(number))
                    }
                    if let entry {
                        mine.frame.summaryRow(
                            mine(.filedOn), HTML(asked.words.moment(entry.event.effective)))
                    }
                    mine.frame.summaryRow(mine(.organ), mine.told(mine.sheet.organ.title))
                    mine.frame.summaryRow(mine(.handedIn), documents(mine))
                    if let entry {
                        mine.frame.summaryRow(
                            mine(.record),
                            mine.frame.link(
                                mine(.ledgerEntry, ["n": "\(entry.sequence)"]),
                                .ledgerEntry(entry.sequence)))
                    }
                }
                if let secret { self.secret(secret, mine) }
            }
            mine.next
            tools(mine, hasSecret: secret != nil)
        }
    }

    private static func secret(_ mine: PartyCase, _ asked: Asked) -> String? {
        guard let guest = asked.caller.guest else { return nil }
        return asked.office.freshSecret(of: mine.subject, in: guest)
    }

    private static func secret(_ secret: String, _ mine: PartyCase) -> HTML {
        section {
            h2 { mine(.secret) }
            p { mine(.secretOnce) }
            code(.class("secret"), .id("secret")) { secret }
            p(.class("hint")) { mine(.helper) }
        }
    }

    private static func documents(_ mine: PartyCase) -> HTML {
        let first = mine.party.lines.first
        let act = if case .whole = first?.extent { first?.entry.event.act } else { Act?.none }
        let kinds = act?.documents ?? []
        guard !kinds.isEmpty else { return HTML("—") }
        let held = Set((act?.held ?? []).map(\.kind))
        return ul {
            for kind in kinds {
                if let document = mine.procedure.documents[kind] {
                    li {
                        mine.frame.titled(document.title)
                        if !held.contains(kind) {
                            " · \(mine.frame.words(ApplyPhrase.promised))"
                        }
                    }
                }
            }
        }
    }

    private static func tools(_ mine: PartyCase, hasSecret: Bool) -> HTML {
        div(.class("toolbar")) {
            if hasSecret {
                button(
                    .class("button secondary"), .type("button"), .data("copy", "#secret"),
                    .data("copied", mine(.copied)), .data("failed", mine(.copyByHand)),
                    Attribute("hidden", when: true)
                ) { mine(.copy) }
            }
            button(
                .class("button secondary"), .type("button"), .data("print"),
                Attribute("hidden", when: true)
            ) { mine(.receiptPrint) }
            mine.frame.link(mine(.seeCase), .myCase(mine.subject), .class("button quiet"))
        }
    }
}

extension PartyCase {
    /// Who must do what by which day, and how that day was counted.
    var next: HTML {
        let running = sheet.deadlines.filter(\.isRunning)
        return section {
            h2 { self(.happensNext) }
            p {
                self(.nowAt)
                " — "
                told(sheet.stage.title)
            }
            if running.isEmpty { p { noTerm } }
            ol(.class("timeline")) {
                for term in running {
                    li {
                        if let due = term.due {
                            time(.datetime(due.replacing(" ", with: "T"))) { day(due) }
                        }
                        h3 { told(term.deadline.title) }
                        p { told(term.holder.title) }
                        details {
                            summary { self(.why) }
                            ul(.class("why")) {
                                for reason in term.reasons { li { told(reason) } }
                            }
                            frame.citations(
                                term.basis.map { Basis($0) }, of: procedure,
                                on: .guide(procedure.id))
                        }
                    }
                }
            }
        }
    }
}
