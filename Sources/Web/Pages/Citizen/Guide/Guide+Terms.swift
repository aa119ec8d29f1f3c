import HTML
import Law
import Packs
import Sheets

// How long it may take, and what silence means.

extension Guide {
    /// Every term in full: those of checked articles first, under their own heading.
    var terms: HTML {
        let statutory = procedure.timeLimits.filter { footing(of: $0) == .verified }
        let others = procedure.timeLimits.filter { footing(of: $0) != .verified }
        return section {
            h2(.id("terms")) { self(.terms) }
            if procedure.timeLimits.isEmpty { p { self(.termsNone) } }
            list(self(.statutoryTerms), statutory)
            list(self(.otherTerms), others)
            p(.class("hint")) { self(.promisedStatutory) }
        }
    }

    func footing(of limit: TimeLimit) -> Footing { procedure.footing(of: limit.basis) }

    private func list(_ title: String, _ limits: [TimeLimit]) -> HTML? {
        guard !limits.isEmpty else { return nil }
        return pieces {
            h3 { title }
            dl(.class("summary")) {
                for limit in limits { frame.summaryRow(name(of: limit), rule(limit)) }
            }
        }
    }

    private func name(of limit: TimeLimit) -> HTML {
        pieces {
            frame.titled(limit.title)
            if let mark = words.footing(footing(of: limit)) {
                " "
                span(.class("tag neutral")) { mark }
            }
        }
    }

    /// How long, and every sentence of the rule.
    private func rule(_ limit: TimeLimit) -> HTML {
        let told = TermWords(procedure, in: words).told(limit)
        let holder = procedure.roles[limit.holder].map { words.title($0.title) }
        return pieces {
            p {
                strong { frame.marked(told.length) }
                " "
                frame.marked(self(.heldBy, ["holder": holder ?? limit.holder.text]))
            }
            ul { for line in told.lines { li { frame.marked(line) } } }
            cited(limit.basis)
        }
    }

    /// The longest lawful wait, and how it comes about; nil where nobody waits for anything.
    var waiting: HTML? {
        guard wait.days > 0 || !wait.unbounded.isEmpty else { return nil }
        return section(.class("panel")) {
            h2(.id("wait")) { self(.wait) }
            if wait.days > 0 {
                p(.class("lead")) { self(.waitDays, ["days": "\(wait.days)"]) }
                p(.class("hint")) {
                    self(.waitExplained)
                    if wait.goesRound { " " + self(.waitNoRounds) }
                    if !wait.isComplete { " " + self(.waitIncomplete) }
                }
            }
            if !wait.unbounded.isEmpty {
                p {
                    self(.unbounded)
                    frame.titleList(wait.unbounded.compactMap { procedure.stages[$0]?.title })
                }
            }
            if !wait.pauses.isEmpty {
                h3 { self(.pauses) }
                ul {
                    for pause in wait.pauses {
                        li {
                            frame.titled(pause.ground)
                            " — "
                            pause.most.map { self(.within, ["days": "\($0)"]) } ?? self(.pauseOpen)
                        }
                    }
                }
            }
            if wait.days > 0 { longestCourse }
        }
    }

    private var longestCourse: HTML {
        details {
            summary { self(.waitCourse) }
            ol {
                for step in wait.course where step.waited > 0 {
                    li {
                        self(.waitBefore, ["days": "\(step.waited)"])
                        procedure.steps[Step.ID(step.step)].map { frame.titled($0.title) }
                            ?? HTML(step.step)
                    }
                }
            }
        }
    }
}
