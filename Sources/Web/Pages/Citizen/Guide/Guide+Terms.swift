import HTML
import Law
import Packs
import Sheets

// How long it may take, and what silence means.

extension Guide {
    var terms: HTML {
        section {
            h2(.id("terms")) { self(.terms) }
            if procedure.timeLimits.isEmpty {
                p { self(.termsNone) }
            } else {
                frame.scrolling(self(.terms)) {
                    table(.class("data")) {
                        caption(.class("visually-hidden")) { self(.terms) }
                        thead {
                            tr {
                                th(.scope("col")) { self(.term) }
                                th(.scope("col")) { self(.time) }
                                th(.scope("col")) { self(.holder) }
                                th(.scope("col")) { self(.runsFrom) }
                                th(.scope("col")) { self(.silence) }
                            }
                        }
                        tbody { for limit in procedure.timeLimits { row(limit) } }
                    }
                }
            }
            p(.class("hint")) { self(.promisedStatutory) }
        }
    }

    private func row(_ limit: TimeLimit) -> HTML {
        tr {
            th(.scope("row")) {
                frame.titled(limit.title)
                cited(limit.basis)
            }
            td(.data("label", self(.time))) {
                span(text(limit.span))
                if let rule = limit.extend {
                    br()
                    self(
                        .extendable,
                        ["times": "\(rule.times)", "length": words.length(rule.most)])
                }
            }
            td(.data("label", self(.holder))) {
                frame.actors([limit.holder], of: procedure)
            }
            td(.data("label", self(.runsFrom))) { steps(limit.from) }
            td(.data("label", self(.silence))) { lapse(limit) }
        }
    }

    private func span(_ text: String) -> HTML {
        HTML.element("span", [.class("nowrap")], HTML(text))
    }

    private func text(_ span: TimeLimit.Span) -> String {
        switch span {
        case .fixed(let length): words.length(length)
        case .chosen(_, let lengths):
            self(
                .chosenSpan,
                [
                    "lengths": Set(lengths.values).map(words.length).sorted()
                        .joined(separator: self(.listed))
                ])
        case .set: self(.setSpan)
        }
    }

    @Content private func lapse(_ limit: TimeLimit) -> HTML {
        switch limit.lapse {
        case .overdue: self(.lapseOverdue)
        case .take(let step):
            self(.lapseTakes)
            steps([step])
        case .bar(let barred):
            self(.lapseBars)
            steps(barred)
        }
    }

    /// The longest lawful wait, and how it comes about.
    var waiting: HTML {
        section(.class("panel")) {
            h2(.id("wait")) { self(.wait) }
            p(.class("lead")) { self(.waitDays, ["days": "\(wait.days)"]) }
            p(.class("hint")) {
                self(.waitExplained)
                if wait.goesRound { " " + self(.waitNoRounds) }
                if !wait.isComplete { " " + self(.waitIncomplete) }
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
}
