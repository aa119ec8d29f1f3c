import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// The page on which an officer takes a step, and what comes of sending it.
struct StepPage {
    let place: StepPlace
    let form: StepForm
    let isKept: Bool

    private var frame: Frame { place.asked.frame }
    private var words: Words { place.asked.words }
    private var step: Step { place.step }

    static func answer(
        _ place: StepPlace, draft: Draft? = nil, errors: [FieldError] = [], back: String? = nil
    ) async throws -> Response {
        let kept = try await place.draft()
        let page = StepPage(
            place: place,
            form: StepForm(
                place: place, draft: draft ?? kept.draft, errors: errors, back: back),
            isKept: draft == nil && kept.isKept)
        let words = place.asked.words
        let title = words.title(place.step.title)
        let trail: [(String, Address)] =
            place.opened?.trail
            ?? [(words(SitePhrase.desk), .desk), (words(DeskPhrase.openFile), .openings)]
        return place.asked.page(
            title, status: errors.isEmpty ? .ok : .unprocessableContent, isWide: true, trail: trail
        ) { page.content }
    }

    @Content private var content: HTML {
        frame.errorSummary(form.errors)
        h1(.class("title")) { frame.titled(step.title) }
        lead
        if let refusal { refused(refusal) }
        if isKept && form.errors.isEmpty {
            div(.class("notice info")) { p { words(StepPhrase.resumed) } }
        }
        div(.class("columns")) {
            div { if refusal == nil { form.html } }
            aside(.class("side"), .aria("label", words(StepPhrase.rules))) { rules }
        }
    }

    private var lead: HTML {
        p(.class("lead")) {
            if let opened = place.opened {
                frame.link(opened.name, .caseFile(opened.file.id))
                " · "
                frame.told(opened.sheet.stage.title)
            } else {
                frame.titled(place.procedure.title)
            }
        }
    }

    /// Why the step may not be taken at present.
    private var refusal: CaseSheet.Impossible? {
        place.opened?.sheet.mayNot.first { $0.step.id == step.id.text }
    }

    private func refused(_ refusal: CaseSheet.Impossible) -> HTML {
        let reason = Refusal(Refusal.Code(refusal.code), refusal.reason)
        return div(.class("warning")) {
            p { words.refusal(reason, under: place.procedure) }
            p(.class("basis")) { frame.chinese(refusal.basis.joined(separator: "；")) }
        }
    }

    // MARK: What the law says of it

    @Content private var rules: HTML {
        section(.class("panel")) {
            h2 { words(StepPhrase.basis) }
            list(step.basis.map(\.text))
            dl(.class("summary")) {
                frame.summaryRow(words(StepPhrase.by), whom)
                if let to = step.to.flatMap({ place.procedure.stages[$0] }) {
                    frame.summaryRow(words(StepPhrase.leadsTo), frame.titled(to.title))
                }
                if step.outcomes.count == 1,
                    let outcome = place.procedure.outcomes[step.outcomes[0]]
                {
                    frame.summaryRow(words(StepPhrase.outcome), frame.titled(outcome.title))
                }
                if !step.notices.isEmpty {
                    frame.summaryRow(words(StepPhrase.issues), notices)
                }
            }
        }
        if !step.requirements.isEmpty || !step.waits.isEmpty { requirements }
    }

    private var whom: HTML {
        HTML(
            step.by.compactMap { place.procedure.roles[$0] }.enumerated().map { index, role in
                pieces {
                    if index > 0 { words(CasePhrase.or) }
                    frame.titled(role.title)
                }
            })
    }

    private var notices: HTML {
        let first = step.notices.map { id in
            place.procedure.notices[id]?.template.split(separator: "\n").first.map(String.init)
                ?? id.text
        }
        return frame.chinese(first.joined(separator: "、"))
    }

    private var requirements: HTML {
        let conditions = ConditionWords(place.procedure, in: words)
        return section(.class("panel")) {
            h2 { words(StepPhrase.requirements) }
            ul {
                for rule in step.requirements {
                    li {
                        frame.titled(rule.say)
                        p(.class("hint")) {
                            frame.marked(
                                words(
                                    StepPhrase.needed, ["condition": conditions.text(rule.that)]))
                        }
                        list(rule.basis.map(\.text))
                    }
                }
                for wait in step.waits {
                    li {
                        words(
                            StepPhrase.waits,
                            [
                                "step": place.procedure.steps[wait.after]
                                    .map { words.title($0.title) } ?? wait.after.text,
                                "length": words.length(wait.atLeast),
                            ])
                        list(wait.basis.map(\.text))
                    }
                }
            }
        }
    }

    private func list(_ basis: [String]) -> HTML? {
        guard !basis.isEmpty else { return nil }
        return ul(.class("basis")) { for one in basis { li { frame.chinese(one) } } }
    }
}
