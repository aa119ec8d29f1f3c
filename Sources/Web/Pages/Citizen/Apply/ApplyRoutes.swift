import Engine
import HTML
import Hummingbird
import Law
import Office
import Sheets

/// Applying: beginning, filling in, checking and filing.
enum ApplyRoutes {
    static func add(to routes: Routes) {
        routes.get("/apply/:procedure") { asked in try await BeginPage.answer(asked) }
        routes.post("/apply/:procedure", BeginPage.begin)
        routes.get("/drafts/:draft", page(TaskListPage.answer))
        routes.post("/drafts/:draft", act(drop))
        routes.get("/drafts/:draft/organ", page { OrganPage.answer($0, $1) })
        routes.post("/drafts/:draft/organ", act(OrganPage.save))
        routes.get("/drafts/:draft/name", page { NamePage.answer($0, $1) })
        routes.post("/drafts/:draft/name", act(NamePage.save))
        routes.get("/drafts/:draft/questions/:field", page { try QuestionPage.answer($0, $1) })
        routes.post("/drafts/:draft/questions/:field", act(QuestionPage.save))
        routes.get("/drafts/:draft/documents", page { DocumentsPage.answer($0, $1) })
        routes.post("/drafts/:draft/documents", act(DocumentsPage.save))
        routes.get("/drafts/:draft/check", page { CheckPage.answer($0, $1) })
        routes.post("/drafts/:draft/check", act(CheckPage.file))
    }

    /// A page of a draft; one that was filed leads to its confirmation.
    private static func page(
        _ answer: @escaping @Sendable (BegunApplication, Asked) throws -> Response
    ) -> Routes.Answer {
        { asked in
            switch try await BegunApplication.find(asked) {
            case .open(let application): try answer(application, asked)
            case .filed(let subject): asked.redirect(.confirmation(subject))
            }
        }
    }

    private static func act(
        _ answer: @escaping @Sendable (BegunApplication, Asked, FormBody) async throws -> Response
    ) -> Routes.FormAnswer {
        { asked, form in
            switch try await BegunApplication.find(asked) {
            case .open(let application): try await answer(application, asked, form)
            case .filed(let subject): asked.redirect(.confirmation(subject))
            }
        }
    }

    private static func drop(
        _ application: BegunApplication, _ asked: Asked, _ form: FormBody
    ) async throws -> Response {
        try await asked.office.drop(application: application.draft, of: application.guest)
        return asked.redirect(.myCases)
    }
}
