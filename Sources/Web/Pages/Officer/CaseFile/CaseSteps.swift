import Engine
import HTML
import Law
import Office
import Sheets

/// The steps: those that may be taken now by the viewer, by others, and those that may not be, with the reason.
struct CaseSteps {
    let page: CaseFilePage

    private var opened: OpenedCase { page.opened }
    private var frame: Frame { page.frame }
    private var words: Words { page.words }

    private func isOwn(_ step: CaseSheet.Possible) -> Bool {
        !opened.ownRoles(among: step.by.map { Role.ID($0.id) }).isEmpty
    }

    var html: HTML {
        let own = page.sheet.may.filter(isOwn)
        let others = page.sheet.may.filter { !isOwn($0) }
        return section(.class("panel")) {
            h2 { words(CaseFilePhrase.nextSteps) }
            if own.isEmpty {
                p(.class("hint")) {
                    words(page.sheet.isFinal ? CaseFilePhrase.ended : .nothingForYou)
                }
            } else {
                ul(.class("task-list")) { for step in own { link(step) } }
            }
            if !others.isEmpty { byOthers(others) }
            if !page.sheet.mayNot.isEmpty { impossible }
        }
    }

    private func link(_ step: CaseSheet.Possible) -> HTML {
        let id = Step.ID(step.step.id)
        let isDrafted = page.drafted.contains(id)
        return li {
            a(.href(frame.href(.caseStep(opened.file.id, id)))) { frame.told(step.step.title) }
            div(.class("hint")) {
                frame.marked(step.whom(in: words))
                if let to = step.to {
                    " → "
                    frame.told(to.title)
                }
                opened.cited(opened.procedure.steps[id]?.basis.map(\.text) ?? [])
            }
            span(.class(isDrafted ? "tag due-soon" : "tag info")) {
                words(isDrafted ? CaseFilePhrase.halfFilled : .possible)
            }
        }
    }

    private func byOthers(_ steps: [CaseSheet.Possible]) -> HTML {
        details {
            summary { words(CaseFilePhrase.byOthers, ["count": "\(steps.count)"]) }
            ul(.class("task-list")) {
                for step in steps {
                    li {
                        strong { frame.told(step.step.title) }
                        p(.class("hint")) { frame.marked(step.whom(in: words)) }
                    }
                }
            }
        }
    }

    private var impossible: HTML {
        let steps = page.sheet.mayNot
        let elsewhere = steps.filter { $0.code == Refusal.Code.wrongStage.text }
        let here = steps.filter { $0.code != Refusal.Code.wrongStage.text }
        return details {
            summary { words(CaseFilePhrase.notPossible, ["count": "\(steps.count)"]) }
            if !here.isEmpty { ul(.class("task-list")) { for step in here { refused(step) } } }
            if !elsewhere.isEmpty { atOtherStages(elsewhere) }
        }
    }

    private func refused(_ step: CaseSheet.Impossible) -> HTML {
        li {
            strong { frame.told(step.step.title) }
            div(.class("hint")) {
                frame.marked(step.reason)
                opened.cited(step.basis)
            }
        }
    }

    /// The steps that have one reason in common: the file has not come to their stage, or has left it.
    @Content private func atOtherStages(_ steps: [CaseSheet.Impossible]) -> HTML {
        p(.class("hint")) {
            frame.marked(words(CaseFilePhrase.notAtThisStage, ["stage": page.sheet.stageNow.title]))
        }
        ul(.class("short-list")) { for step in steps { li { frame.told(step.step.title) } } }
    }
}
