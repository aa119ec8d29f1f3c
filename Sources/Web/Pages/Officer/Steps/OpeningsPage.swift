import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The steps by which an officer may open a case file, of one procedure or of all.
enum OpeningsPage {
    private struct Opening {
        let procedure: Procedure
        let steps: [Step]
    }

    static func answer(_ asked: Asked) async throws -> Response {
        let officer = try asked.officer()
        let wanted = asked.part("procedure")
        let openings = try await asked.office.packs()
            .map(\.procedure)
            .filter { wanted.isEmpty || $0.id.text == wanted }
            .map { procedure in
                Opening(
                    procedure: procedure,
                    steps: procedure.steps.filter {
                        $0.place == .opening
                            && !StepPlace.ownRoles(officer, $0, procedure).isEmpty
                    })
            }
            .filter { !$0.steps.isEmpty && $0.procedure.inForce.contains(asked.now.day) }
        let words = asked.words
        let title = words(DeskPhrase.openFile)
        return asked.page(title, trail: [(words(SitePhrase.desk), .desk)]) {
            h1(.class("title")) { title }
            if openings.isEmpty {
                div(.class("empty")) { p { words(StepPhrase.nothingToOpen) } }
            }
            for opening in openings { list(asked.frame, opening) }
        }
    }

    private static func list(_ frame: Frame, _ opening: Opening) -> HTML {
        section {
            h2 { frame.titled(opening.procedure.title) }
            ul(.class("task-list")) {
                for step in opening.steps {
                    li {
                        a(.href(frame.href(.openStep(opening.procedure.id, step.id)))) {
                            frame.titled(step.title)
                        }
                        p(.class("hint")) { frame.chinese(step.basis.cited) }
                    }
                }
            }
        }
    }
}
