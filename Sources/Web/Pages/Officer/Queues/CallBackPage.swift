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
    /// Files in which a call-back may be made now, the oldest first.
    let waiting: [CaseSummary]
    let place: StepPlace?
    let draft: Draft?

    static let step: Step.ID = "call-back"
    /// How many waiting files are listed; whoever works them off sees the next ones.
    static let most = 50

    private var frame: Frame { asked.frame }
    private var words: Words { asked.words }

    static func answer(_ asked: Asked) async throws -> Response {
        let officer = try asked.officer()
        let waiting = try await asked.office.files(
            waitingFor: step, limit: most, for: asked.viewer)
        let wanted = asked.query("case").map { CaseFile.ID($0) }
        let chosen = waiting.first { $0.subject == wanted } ?? waiting.first
        var place: StepPlace?
        if let chosen {
            let opened = try await OpenedCase.open(asked, chosen.subject)
            place = try StepPlace.make(asked, officer, opened, step)
        }
        let page = CallBackPage(
            asked: asked, waiting: waiting, place: place,
            draft: try await place?.draft().draft)
        let title = asked.words(DeskPhrase.callBacks)
        return asked.page(
            title, isWide: true, trail: [(asked.words(SitePhrase.desk), .desk)]
        ) { page.content(title) }
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
                for file in waiting {
                    li {
                        a(
                            .href(
                                frame.href(.deskPart("call-backs?case=\(file.subject.text)"))),
                            .current(file.subject == place?.file?.id)
                        ) { file.number ?? file.subject.text }
                    }
                }
            }
        }
    }
}
