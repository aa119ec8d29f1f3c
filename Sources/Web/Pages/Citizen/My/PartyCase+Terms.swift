import Engine
import HTML
import Law
import Office
import Sheets

// Terms with their explanation, and the facts beside them.

extension PartyCase {
    @Content var terms: HTML {
        let running = sheet.deadlines.filter(\.isRunning)
        let ended = sheet.deadlines.filter { !$0.isRunning }
        h2 { self(.terms) }
        if running.isEmpty { p(.class("hint")) { self(.noTerms) } }
        for term in running { deadline(term) }
        if !ended.isEmpty {
            details {
                summary { self(.endedTerms, ["count": "\(ended.count)"]) }
                for term in ended { deadline(term) }
            }
        }
    }

    private func deadline(_ term: CaseSheet.Term) -> HTML {
        section(.class("deadline")) {
            h3 { told(term.deadline.title) }
            if let due = term.due {
                p(.class("due")) { time(.datetime(due.replacing(" ", with: "T"))) { day(due) } }
            }
            p(.class("left")) { tag(term) }
            p(.class("hint")) { told(term.holder.title) }
            if !term.reasons.isEmpty {
                details {
                    summary { self(.why) }
                    ul(.class("why")) { for reason in term.reasons { li { told(reason) } } }
                    frame.citations(
                        term.basis.map { Basis($0) }, of: procedure, on: .guide(procedure.id))
                }
            }
        }
    }

    /// How a term stands: a colour, a glyph and words.
    func tag(_ term: CaseSheet.Term) -> HTML {
        let style: String =
            switch term.state {
            case .running: (term.daysLeft ?? 9) <= 3 ? "due-soon" : "ok"
            case .paused: "paused"
            case .overdue, .late, .missed: "overdue"
            case .met: "ok"
            case .passed, .lapsed, .dropped: "neutral"
            }
        return span(.class("tag \(style)")) { told(term.remark) }
    }

    var facts: HTML {
        section(.class("panel")) {
            h2 { self(.myMatter) }
            dl(.class("summary")) {
                frame.summaryRow(self(.caseNumber), HTML(sheet.case))
                if let number = sheet.number {
                    frame.summaryRow(self(.number), frame.chinese(number))
                }
                frame.summaryRow(self(.organ), told(sheet.organ.title))
                frame.summaryRow(self(.opened), HTML(day(sheet.opened)))
                for debt in sheet.debts where !debt.isSettled {
                    frame.summaryRow(told(debt.debt.title), HTML(debt.total))
                }
            }
            handedIn
        }
    }

    private var handedIn: HTML? {
        let held = party.handedIn
        guard !held.isEmpty else { return nil }
        return pieces {
            h3 { self(.handedIn) }
            ul {
                for document in held {
                    li {
                        procedure.documents[document.kind].map { frame.titled($0.title) }
                            ?? HTML(document.kind.text)
                        " "
                        small { DocumentFields.described(document, frame.words) }
                    }
                }
            }
        }
    }
}
