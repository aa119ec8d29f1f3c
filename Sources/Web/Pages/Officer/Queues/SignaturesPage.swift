import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// Acts that wait for signatures: the viewer's, or those of others on what the viewer prepared.
enum SignaturesPage {
    static func answer(_ asked: Asked) async throws -> Response {
        let officer = try asked.officer()
        let acts = try await asked.office.jointActs(for: asked.viewer)
            .sorted { ($0.made, $0.id) < ($1.made, $1.id) }
        let titles = PackTitles(try await asked.office.packs())
        let mine = acts.filter { $0.waits(for: officer.id.text) }
        let others = acts.filter { !$0.waits(for: officer.id.text) }
        let words = asked.words
        let title = words(QueuePhrase.signatures)
        return asked.page(title, trail: [(words(SitePhrase.desk), .desk)]) {
            h1(.class("title")) { title }
            h2 { words(QueuePhrase.toSign) }
            list(asked.frame, mine, titles, isMine: true)
            h2 { words(QueuePhrase.preparedByMe) }
            list(asked.frame, others, titles, isMine: false)
        }
    }

    private static func list(
        _ frame: Frame, _ acts: [JointAct], _ titles: PackTitles, isMine: Bool
    ) -> HTML {
        let words = frame.words
        guard !acts.isEmpty else { return p(.class("hint")) { words(QueuePhrase.nothingToSign) } }
        return ul(.class("task-list")) {
            for act in acts {
                li {
                    a(.href(frame.href(.signature(act.id)))) {
                        frame.titled(
                            titles[Procedure.ID(act.draft.procedure)]?
                                .steps[Step.ID(act.draft.step)]?.title, or: act.draft.step)
                    }
                    p(.class("hint")) {
                        act.draft.subject ?? act.draft.procedure
                        " · "
                        Moment(seconds: act.made).wallTime
                    }
                    span(.class(isMine ? "tag due-soon" : "tag info")) {
                        words(QueuePhrase.missing, ["count": "\(act.missing.count)"])
                    }
                }
            }
        }
    }
}

/// The addresses of acts that wait for signatures.
enum SignatureRoutes {
    static func add(to routes: Routes, _ memory: DeskMemory) {
        routes.get("/desk/signatures") { asked in try await SignaturesPage.answer(asked) }
        routes.get("/desk/signatures/:id") { asked in try await SignaturePage.answer(asked) }
        routes.post("/desk/signatures/:id") { asked, form in
            memory.forget(asked.viewer.account)
            return try await SignaturePage.decide(asked, form)
        }
    }
}
