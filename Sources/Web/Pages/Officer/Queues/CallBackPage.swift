import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The screen of those who call back: one request after another, with what was asked and done, and the form beside it.
struct CallBackPage {
    let asked: Asked
    let waiting: [OpenedCase]
    let place: StepPlace?
    let draft: Draft?

    static let step: Step.ID = "call-back"
    /// How many waiting files are looked at for one page.
    static let most = 30

    private var frame: Frame { asked.frame }
    private var words: Words { asked.words }

    static func answer(_ asked: Asked) async throws -> Response {
        let officer = try asked.officer()
        let waiting = try await waiting(asked, officer)
        let wanted = asked.query("case")
        let chosen = waiting.first { $0.file.id.text == wanted } ?? waiting.first
        let place = try chosen.map { try StepPlace.make(asked, officer, $0, step) }
        let page = CallBackPage(
            asked: asked, waiting: waiting, place: place,
            draft: try await place?.draft().draft)
        let title = asked.words(DeskPhrase.callBacks)
        return asked.page(
            title, isWide: true, trail: [(asked.words(SitePhrase.desk), .desk)]
        ) { page.content(title) }
    }

    /// Files in which a call-back may be made now, by this officer; of any procedure that has such a step.
    private static func waiting(
        _ asked: Asked, _ officer: District.Officer
    ) async throws -> [OpenedCase] {
        var found: [OpenedCase] = []
        for pack in try await asked.office.packs() {
            guard let step = pack.procedure.steps[step],
                !StepPlace.ownRoles(officer, step, pack.procedure).isEmpty,
                case .stages(let stages) = step.place
            else { continue }
            for stage in stages.reversed() {
                var query = CaseQuery()
                query.procedure = pack.procedure.id
                query.stage = stage
                query.limit = most
                for summary in try await asked.office.cases(query, for: asked.viewer) {
                    guard found.count < most else { return found }
                    let opened = try await OpenedCase.open(asked, summary.subject)
                    let isPossible = opened.sheet.may.contains { $0.step.id == step.id.text }
                    if isPossible { found.append(opened) }
                }
            }
        }
        return found
    }

    @Content private func content(_ title: String) -> HTML {
        h1(.class("title")) { title }
        if let place, let opened = place.opened {
            p(.class("lead")) { words(QueuePhrase.callBackLead, ["count": "\(waiting.count)"]) }
            div(.class("columns")) {
                div {
                    request(opened)
                    if let draft {
                        section(.class("panel")) {
                            h2 { frame.titled(place.step.title) }
                            StepForm(place: place, draft: draft, errors: [], back: "call-backs")
                                .html
                        }
                    }
                }
                aside(.class("side"), .aria("label", words(QueuePhrase.callBackNext))) { queue }
            }
        } else {
            div(.class("empty")) { p { words(QueuePhrase.callBackEmpty) } }
        }
    }

    /// What was asked, and what was done since.
    private func request(_ opened: OpenedCase) -> HTML {
        let lines = opened.sheet.record.filter { !$0.fields.isEmpty }
        return section {
            h2 { frame.link(opened.name, .caseFile(opened.file.id)) }
            if let first = lines.first { fields(first) }
            if let last = lines.last, lines.count > 1 {
                h3 { frame.told(last.what.title) }
                fields(last)
            }
        }
    }

    private func fields(_ line: CaseSheet.Entry) -> HTML {
        dl(.class("summary")) {
            for one in line.fields {
                frame.summaryRow(frame.told(one.title), frame.chinese(one.value))
            }
        }
    }

    private var queue: HTML {
        nav(.class("side-nav"), .aria("label", words(QueuePhrase.callBackNext))) {
            ul {
                for opened in waiting {
                    li {
                        a(
                            .href(
                                frame.href(.deskPart("call-backs?case=\(opened.file.id.text)"))),
                            .current(opened.file.id == place?.file?.id)
                        ) { opened.name }
                    }
                }
            }
        }
    }
}
