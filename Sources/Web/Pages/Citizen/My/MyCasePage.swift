import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// Where a case of one's own stands, who must act by when, and what one may do.
enum MyCasePage {
    static func answer(_ mine: PartyCase, _ asked: Asked) async throws -> Response {
        let review = try await asked.office.review(of: mine.party)
        let name = mine.name
        return asked.page(
            name, isWide: true, trail: [(asked.words(SitePhrase.myCases), .myCases)]
        ) {
            h1(.class("title")) { mine.frame.marked(name) }
            p(.class("lead")) { mine.frame.titled(mine.procedure.title) }
            div(.class("columns")) {
                div {
                    mine.standing
                    mine.questions
                    mine.doing(hasReview: review != nil)
                    mine.decided
                    mine.history
                }
                aside(.class("side"), .aria("label", mine(.terms))) {
                    mine.terms
                    mine.facts
                }
            }
        }
    }
}

extension PartyCase {
    /// Where it stands, in words.
    var standing: HTML {
        let running = sheet.deadlines.filter(\.isRunning)
        return section(.class("panel")) {
            h2 { self(.nowAt) }
            p {
                told(sheet.stage.title)
                if sheet.isFinal {
                    " "
                    span(.class("tag neutral")) { self(.ended) }
                }
            }
            if running.isEmpty, !sheet.isFinal { p(.class("hint")) { noTerm } }
            if !running.isEmpty {
                ul {
                    for term in running {
                        li {
                            strong { told(term.holder.title) }
                            self(.whoMust)
                            told(term.deadline.title)
                            if let due = term.due { self(.dueBy, ["due": day(due)]) }
                            " "
                            tag(term)
                        }
                    }
                }
            }
            if !sheet.unrecorded.isEmpty {
                p { self(.unrecorded) }
                ul { for line in sheet.unrecorded { li { told(line) } } }
            }
        }
    }

    /// Why no term runs, as the pack says.
    var noTerm: HTML {
        procedure.stages[file.stage]?.noDeadline.map { frame.titled($0) } ?? HTML(self(.noTerms))
    }

    /// Questions that wait for the party's answer.
    var questions: HTML? {
        let open = party.questions
        guard !open.isEmpty else { return nil }
        return section(.class("panel")) {
            h2 { self(.answerQuestion) }
            ul(.class("task-list")) {
                for one in open {
                    li {
                        a(.href(frame.href(.myConsultation(subject, one.rule.id)))) {
                            frame.titled(one.rule.title)
                        }
                        span(.class("tag due-soon")) { self(.answerQuestion) }
                    }
                }
            }
        }
    }

    /// What the party may do now.
    func doing(hasReview: Bool) -> HTML {
        section(.class("panel")) {
            h2 { self(.mayNow) }
            ul(.class("task-list")) {
                for step in possible {
                    li {
                        a(.href(frame.href(.myStep(subject, step.id)))) {
                            frame.titled(step.title)
                        }
                        if let law = step.basis.first {
                            p(.class("hint")) { frame.chinese(law.text) }
                        }
                    }
                }
                if takesDocuments { remark(.supplement, .supplement, .supplementHint) }
                if !sheet.isFinal { remark(.urge, .urge, .urgeHint) }
                if !sheet.deadlines.isEmpty { remark(.challenge, .challenge, .challengeHint) }
                if party.record.canBeReviewed {
                    li {
                        frame.link(
                            self(hasReview ? .reviewOpen : .review), .review(subject))
                        p(.class("hint")) { self(hasReview ? .reviewDone : .reviewLead) }
                    }
                }
            }
            p { frame.link(self(.receiptPrint), .receipt(subject)) }
        }
    }

    private func remark(_ kind: Remark.Kind, _ title: MyPhrase, _ hint: MyPhrase) -> HTML {
        li {
            frame.link(self(title), .myRemark(subject, kind.rawValue))
            p(.class("hint")) { self(hint) }
        }
    }

    /// What was decided, and what can be done against it by when.
    var decided: HTML? {
        guard let decision = sheet.decision else { return nil }
        return section(.class("panel")) {
            h2 { self(.decision) }
            p {
                strong { told(decision.outcome.title) }
                self(.decisionDay, ["day": day(decision.day)])
            }
            if !decision.basis.isEmpty {
                frame.citations(
                    decision.basis.map { Basis($0) }, of: procedure, on: .guide(procedure.id))
            }
            if !decision.remedies.isEmpty {
                h3 { self(.remedies) }
                ul {
                    for remedy in decision.remedies {
                        li {
                            told(remedy.title)
                            if let until = remedy.until {
                                self(.remedyUntil, ["day": day(until)])
                            }
                        }
                    }
                }
            }
        }
    }

    /// A day of a sheet as people write it; what is no day stays as it is.
    func day(_ text: String) -> String {
        if let day = Day(iso: text) { return frame.words.day(day) }
        return Moment(text).map { frame.words.moment($0) } ?? text
    }
}
