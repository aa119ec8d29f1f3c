import Engine
import HTML
import Hummingbird
import Law
import Office
import Packs
import Sheets

/// The tasks of an application, each with how far it is.
enum TaskListPage {
    static func answer(_ application: BegunApplication, _ asked: Asked) throws -> Response {
        let frame = asked.frame
        let words = asked.words
        let questions = application.questions
        let answered = questions.filter(application.isAnswered).count
        return asked.page(
            words.title(application.step.title), trail: Array(application.trail.prefix(1))
        ) {
            h1(.class("title")) { frame.titled(application.step.title) }
            p(.class("lead")) {
                words(
                    ApplyPhrase.tasksLead,
                    ["count": "\(answered)", "all": "\(questions.count)"])
            }
            p(.class("hint")) { kept(application) }
            h2 { words(ApplyPhrase.who) }
            ul(.class("task-list")) { people(application) }
            if !questions.isEmpty {
                h2 { words(ApplyPhrase.questions) }
                ul(.class("task-list")) {
                    for question in questions { item(question, application) }
                }
            }
            h2 { words(ApplyPhrase.documents) }
            ul(.class("task-list")) { documents(application) }
            h2 { words(ApplyPhrase.check) }
            ul(.class("task-list")) { check(application) }
            frame.form(.draft(application.draft.id)) {
                frame.submit(words(ApplyPhrase.delete), "button danger")
            }
        }
    }

    /// Until when it can be gone on with.
    private static func kept(_ application: BegunApplication) -> String {
        let words = application.words
        guard application.guest.visit.account == nil else {
            return words(ApplyPhrase.keptAccount)
        }
        return words(
            ApplyPhrase.keptUntil, ["moment": words.moment(application.guest.visit.end)])
    }

    @Content private static func people(_ application: BegunApplication) -> HTML {
        let frame = application.frame
        let words = application.words
        let id = application.draft.id
        let organ = application.draft.organ.flatMap { application.district?.organ(Organ.ID($0)) }
        task(
            frame, words(ApplyPhrase.organ), .draftOrgan(id), organ.map { frame.titled($0.title) },
            isDone: organ != nil)
        if application.needsName {
            task(
                frame, words(ApplyPhrase.name), .draftName(id),
                application.draft.partyName.map(frame.marked), isDone: application.hasName)
        } else {
            li {
                span { frame.marked(application.guest.viewer.name) }
                p(.class("hint")) { words(ApplyPhrase.whoSignedIn) }
                span(.class("tag ok")) { words(ApplyPhrase.done) }
            }
        }
    }

    private static func task(
        _ frame: Frame, _ title: String, _ address: Address, _ hint: HTML?, isDone: Bool
    ) -> HTML {
        li {
            frame.link(title, address)
            if let hint { p(.class("hint")) { hint } }
            span(.class(isDone ? "tag ok" : "tag neutral")) {
                frame.words(isDone ? ApplyPhrase.done : ApplyPhrase.notAnswered)
            }
        }
    }

    private static func item(
        _ question: BegunApplication.Question, _ application: BegunApplication
    ) -> HTML {
        let frame = application.frame
        let isAnswered = application.isAnswered(question)
        let state: (String, ApplyPhrase) =
            isAnswered
            ? ("tag ok", .answered)
            : question.isRequired ? ("tag neutral", .notAnswered) : ("tag info", .optional)
        return li {
            a(.href(frame.href(.draftQuestion(application.draft.id, question.field.id)))) {
                frame.titled(question.field.title)
            }
            span(.class(state.0)) { frame.words(state.1) }
        }
    }

    private static func documents(_ application: BegunApplication) -> HTML {
        let words = application.words
        let isDone = application.missingDocuments.isEmpty
        let count = application.draft.held.count
        let hint =
            application.step.documents.isEmpty && count == 0
            ? words(ApplyPhrase.documentsNone)
            : words(ApplyPhrase.documentsSome, ["count": "\(count)"])
        return task(
            application.frame, words(ApplyPhrase.documents), .draftDocuments(application.draft.id),
            HTML(hint), isDone: isDone)
    }

    private static func check(_ application: BegunApplication) -> HTML {
        let words = application.words
        let missing =
            application.unanswered.count + application.missingDocuments.count
            + (application.hasName ? 0 : 1) + (application.draft.organ == nil ? 1 : 0)
        return li {
            application.frame.link(
                words(ApplyPhrase.checkTask), .draftCheck(application.draft.id))
            if missing > 0 {
                p(.class("hint")) { words(ApplyPhrase.missingCount, ["count": "\(missing)"]) }
            }
            span(.class(missing == 0 ? "tag ok" : "tag neutral")) {
                words(missing == 0 ? ApplyPhrase.ready : ApplyPhrase.notAnswered)
            }
        }
    }
}
