import HTML
import Law
import Sheets

/// Which terms begin to count with the act that opens a case file; where none does, from when they will.
struct OpeningTerms {
    private let step: Step
    private let procedure: Procedure
    private let frame: Frame

    init(_ step: Step, of procedure: Procedure, _ frame: Frame) {
        self.step = step
        self.procedure = procedure
        self.frame = frame
    }

    var html: HTML { p { line } }

    /// The sentence alone.
    var line: HTML {
        let limits = procedure.limits(startedBy: step.id)
        guard limits.isEmpty else {
            let listed = limits.map(told).joined(separator: frame.words(GuidePhrase.listed))
            return frame.marked(frame.words(ApplyPhrase.submitTerms, ["terms": listed]))
        }
        let reason = step.to.flatMap { procedure.stages[$0]?.noDeadline }
        return reason.map { frame.titled($0) } ?? HTML(frame.words(ApplyPhrase.submitLater))
    }

    /// A term, with the day it counts from where that is another, and the case in which it runs where it does not always.
    private func told(_ limit: TimeLimit) -> String {
        let terms = TermWords(procedure, in: frame.words)
        var text = frame.words.title(limit.title) + " " + terms.length(limit.span)
        if case .field(let id) = limit.countedFrom {
            let field = procedure.fields[id].map { frame.words.title($0.title) } ?? id.text
            text = frame.words(ApplyPhrase.termFrom, ["term": text, "field": field])
        }
        guard let when = terms.told(limit).when else { return text }
        return frame.words(ApplyPhrase.termWhen, ["term": text, "when": when])
    }
}
