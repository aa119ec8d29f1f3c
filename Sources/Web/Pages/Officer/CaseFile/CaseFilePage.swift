import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The page of a case file: what may be done now, how it came about, and when it must end.
struct CaseFilePage {
    let opened: OpenedCase
    let drafted: Set<Step.ID>
    let successor: AdmittedPack?
    let review: CaseFile.ID?

    var frame: Frame { opened.frame }
    var words: Words { opened.words }
    var sheet: CaseSheet { opened.sheet }
    var file: CaseFile { opened.file }

    static func answer(_ asked: Asked) async throws -> Response {
        let opened = try await OpenedCase.open(asked)
        let page = CaseFilePage(
            opened: opened, drafted: try await draftedSteps(in: opened, asked),
            successor: try await asked.office.successor(of: opened.record),
            review: try await asked.office.review(of: opened.record, as: asked.viewer))
        return asked.page(
            opened.name, isWide: true, trail: [(asked.words(SitePhrase.desk), .desk)]
        ) { page.content }
    }

    /// The steps of which the viewer left a form half filled.
    private static func draftedSteps(
        in opened: OpenedCase, _ asked: Asked
    ) async throws -> Set<Step.ID> {
        guard opened.isMine, !opened.sheet.may.isEmpty else { return [] }
        return try await asked.office.draftedSteps(in: opened.file.id, of: asked.viewer)
    }

    @Content private var content: HTML {
        h1(.class("title")) {
            frame.marked(opened.name)
            urgency
        }
        p(.class("lead")) {
            frame.told(sheet.procedure.title)
            " · "
            frame.told(sheet.organ.title)
            " · "
            frame.told(sheet.stage.title)
        }
        toolbar
        unrecorded
        div(.class("columns")) {
            div {
                CaseSteps(page: self).html
                CaseConsultations(opened: opened).html
                timeline
                documents
                publications
                debts
            }
            aside(.class("side"), .aria("label", words(CaseFilePhrase.termsAndPeople))) {
                for term in sheet.deadlines where term.isRunning { deadline(term) }
                CaseSide(page: self).html
                endedTerms
            }
        }
    }

    /// The tag of the term that ends first.
    private var urgency: HTML? {
        if sheet.isFinal { return span(.class("tag ok")) { frame.told(sheet.stage.title) } }
        let term = sheet.deadlines.filter { $0.isRunning && $0.daysLeft != nil }
            .min { ($0.daysLeft ?? 0) < ($1.daysLeft ?? 0) }
        return term.map { tag(of: $0) }
    }

    private var toolbar: HTML {
        div(.class("toolbar")) {
            frame.link(
                words(CaseFilePhrase.printFile), .casePrint(file.id), .class("button secondary"))
            frame.link(
                words(CaseFilePhrase.related), .caseRelated(file.id), .class("button secondary"))
            if let review {
                frame.link(
                    words(CaseFilePhrase.review), .caseFile(review), .class("button secondary"))
            }
        }
    }

    private var unrecorded: HTML? {
        guard !sheet.unrecorded.isEmpty else { return nil }
        return div(.class("notice info")) {
            p { words(CaseFilePhrase.unrecorded) }
            ul { for line in sheet.unrecorded { li { frame.told(line) } } }
        }
    }

    private var timeline: HTML {
        section {
            h2 { words(CaseFilePhrase.record) }
            CaseTimelineList(opened: opened).html
        }
    }

    // MARK: Terms

    private func tag(of term: CaseSheet.Term) -> HTML {
        span(.class("tag " + style(of: term))) { term.remark }
    }

    private func style(of term: CaseSheet.Term) -> String {
        switch term.state {
        case .running: (term.daysLeft ?? 99) <= 3 ? "due-soon" : "neutral"
        case .paused: "paused"
        case .overdue, .late, .missed: "overdue"
        case .met: "ok"
        case .passed, .lapsed, .dropped: "neutral"
        }
    }

    private var endedTerms: HTML? {
        let ended = sheet.deadlines.filter { !$0.isRunning }
        guard !ended.isEmpty else { return nil }
        return details {
            summary { words(CaseFilePhrase.endedTerms, ["count": "\(ended.count)"]) }
            for term in ended { deadline(term) }
        }
    }

    private func deadline(_ term: CaseSheet.Term) -> HTML {
        section(.class("deadline")) {
            h3 { frame.told(term.deadline.title) }
            if let due = term.due { p(.class("due")) { due } }
            p(.class("left")) {
                if term.isRunning {
                    tag(of: term)
                } else {
                    span(.class("tag " + style(of: term))) { opened.terms.state(term.state) }
                }
                " "
                small {
                    if !term.isRunning {
                        frame.told(term.remark)
                        " · "
                    }
                    frame.told(term.holder.title)
                }
            }
            details {
                summary { words(CaseFilePhrase.why) }
                ul(.class("why")) {
                    for reason in term.reasons { li { reason } }
                    for basis in term.basis { li { frame.chinese(basis) } }
                }
            }
        }
    }
}
