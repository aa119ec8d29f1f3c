import HTML
import Law
import Packs
import Sheets

// What it costs, what can be done against a decision, and on what it all rests.

extension Guide {
    /// What a decision can order to be paid; nothing is said of cost where the pack says nothing.
    var fees: HTML? {
        guard !procedure.debts.isEmpty else { return nil }
        return section {
            h2(.id("fees")) { self(.fees) }
            p { self(.feesDue) }
            ul {
                for debt in procedure.debts {
                    li {
                        frame.titled(debt.title)
                        if let surcharge = debt.surcharge {
                            " — "
                            self(.surcharge, ["percent": "\(surcharge.percentPerDay)"])
                        }
                        cited(debt.basis)
                    }
                }
            }
        }
    }

    var remedies: HTML {
        let open = procedure.outcomes.filter { !$0.remedies.isEmpty }
        let used = Set(open.flatMap(\.remedies))
        return section {
            h2(.id("remedies")) { self(.remedies) }
            if open.isEmpty {
                p { self(.remediesNone) }
            } else {
                p { self(.remediesLead) }
                dl(.class("summary")) {
                    for remedy in procedure.remedies where used.contains(remedy.id) {
                        frame.summaryRow(
                            frame.titled(remedy.title), against(remedy, among: open))
                    }
                }
            }
        }
    }

    private func against(_ remedy: Remedy, among outcomes: [Outcome]) -> HTML {
        let rule = StepRuleWords(procedure, in: words).remedy(remedy)
        return pieces {
            if !rule.isEmpty { p { frame.marked(rule) } }
            p {
                frame.titleList(
                    outcomes.filter { $0.remedies.contains(remedy.id) }.map(\.title))
            }
            cited(remedy.basis)
        }
    }

    /// What came of last year's cases, and for which reasons any step can be refused.
    var outcomes: HTML {
        var seen: Set<String> = []
        let rules = procedure.steps.flatMap(\.requirements).filter {
            seen.insert($0.code).inserted
        }
        return section {
            h2(.id("results")) { self(.results) }
            if !results.isEmpty {
                h3 { self(.resultsLastYear, ["year": "\(frame.reportYear)"]) }
                dl(.class("summary")) {
                    for result in results {
                        frame.summaryRow(
                            frame.titled(result.title),
                            frame.link("\(result.count)", result.figure))
                    }
                }
            } else {
                p { self(.resultsNone, ["year": "\(frame.reportYear)"]) }
            }
            if !rules.isEmpty {
                details {
                    summary { self(.refusedLead, ["count": "\(rules.count)"]) }
                    requirements(rules)
                }
            }
        }
    }

    /// Every article relied on, what it says and how well it is founded.
    var basis: HTML {
        section {
            h2(.id("basis")) { self(.basis) }
            p(.class("hint")) { self(.basisLead) }
            for (index, provision) in procedure.provisions.enumerated() {
                HTML.element(
                    "details", [.class("digest"), .id("basis-\(index + 1)"), .open(false)],
                    pieces {
                        summary {
                            frame.chinese(provision.id.text)
                            if let status = status(of: provision) {
                                " "
                                span(.class("tag due-soon")) { status }
                            }
                        }
                        p { frame.titled(provision.digest) }
                        if let instrument = instrument(of: provision) {
                            p(.class("hint")) { frame.chinese(instrument.title) }
                        }
                    })
            }
        }
    }

    private func instrument(of provision: Provision) -> Instrument? {
        procedure.instruments[Basis(provision.id.text).instrument]
    }

    private func status(of provision: Provision) -> String? {
        switch provision.status {
        case .verified: nil
        case .local: self(.local)
        case .assumed: self(.assumed)
        }
    }

    /// The facts at the side of the page.
    @Content var facts: HTML {
        section(.class("panel")) {
            h2 { self(.basicFacts) }
            dl(.class("summary")) {
                frame.summaryRow(self(.organs), organList)
                if let limit = procedure.decisionTerm {
                    frame.summaryRow(
                        self(footing(of: limit) == .verified ? .statutory : .otherTerms),
                        decision(limit))
                    frame.summaryRow(self(.promised), HTML(self(.promisedStatutory)))
                }
                if wait.days > 0 {
                    frame.summaryRow(
                        self(.wait), HTML(self(.within, ["days": "\(wait.days)"])))
                }
                if !procedure.debts.isEmpty {
                    frame.summaryRow(self(.fees), HTML(self(.feesDue)))
                }
                frame.summaryRow(self(.inForce), HTML(inForce))
            }
        }
        section(.class("panel")) {
            h2 { self(.page) }
            ul(.class("task-list")) {
                for (phrase, id) in sections {
                    li { a(.href("#\(id)")) { self(phrase) } }
                }
            }
        }
    }

    private var inForce: String {
        let from = words.day(procedure.inForce.from)
        guard let until = procedure.inForce.until else { return self(.inForceFrom, ["from": from]) }
        return self(.inForceUntil, ["from": from, "until": words.day(until)])
    }

    private var sections: [(GuidePhrase, String)] {
        let first: [(GuidePhrase, String)] =
            hindrances == nil ? [] : [(.hindrances, "conditions")]
        return first + [
            (.documents, "documents"), (.steps, "steps"), (.decides, "decides"),
            (.terms, "terms"), (.remedies, "remedies"), (.results, "results"),
            (.basis, "basis"),
        ]
    }

    private var organList: HTML {
        organs.count > 4
            ? HTML(self(.organsMany, ["count": "\(organs.count)"]))
            : frame.titleList(organs.map(\.title))
    }

    private func decision(_ limit: TimeLimit) -> HTML {
        pieces {
            frame.titled(limit.title)
            " "
            frame.marked(TermWords(procedure, in: words).length(limit.span))
            if let mark = words.footing(footing(of: limit)) { " · \(mark)" }
        }
    }
}

extension Procedure {
    /// The term that ends with an outcome, the longest of them; nil where no term does.
    var decisionTerm: TimeLimit? {
        timeLimits.filter { limit in
            limit.lapse == .overdue
                && limit.metBy.contains { id in steps[id].map { !$0.outcomes.isEmpty } ?? false }
        }
        .max { $0.span.roughDays < $1.span.roughDays }
    }
}

extension TimeLimit.Span {
    /// About how many days, to compare by.
    fileprivate var roughDays: Int {
        guard case .fixed(let length) = self else { return 0 }
        return switch length.unit {
        case .hours: length.count / 24
        case .days: length.count
        case .workingDays: length.count * 7 / 5
        case .months: length.count * 30
        case .years: length.count * 365
        }
    }
}
