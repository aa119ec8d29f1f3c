import Engine
import Hummingbird
import Law
import Office

/// Following a case of one's own, and taking part in it.
enum MyRoutes {
    static func add(to routes: Routes) {
        routes.get("/track") { asked in TrackPage.answer(asked) }
        routes.post("/track", TrackPage.open)
        routes.get("/my/cases") { asked in try await MyCasesPage.answer(asked) }
        routes.get("/my/cases/:case", page { try await MyCasePage.answer($0, $1) })
        routes.get("/my/cases/:case/filed", page { try await ReceiptPage.confirmation($0, $1) })
        routes.get("/my/cases/:case/receipt", page { try await ReceiptPage.answer($0, $1) })
        routes.get("/my/cases/:case/notices/:n", page { try MyNoticePage.answer($0, $1) })
        routes.get("/my/cases/:case/steps/:step", page { try await MyStepPage.answer($0, $1) })
        routes.post("/my/cases/:case/steps/:step", act(MyStepPage.take))
        routes.get("/my/cases/:case/remarks/:kind", page { try RemarkPage.answer($0, $1) })
        routes.post("/my/cases/:case/remarks/:kind", act(RemarkPage.send))
        routes.get(
            "/my/cases/:case/consultations/:rule", page { try MyQuestionPage.answer($0, $1) })
        routes.post("/my/cases/:case/consultations/:rule", act(MyQuestionPage.send))
        routes.get("/my/cases/:case/review", page { try await ReviewPage.answer($0, $1) })
        routes.post("/my/cases/:case/review", act(ReviewPage.send))
    }

    /// A page of a case file; an official is led to the page that officials have.
    private static func page(
        _ answer: @escaping @Sendable (PartyCase, Asked) async throws -> Response
    ) -> Routes.Answer {
        { asked in
            switch try await PartyCase.find(asked) {
            case .mine(let mine): try await answer(mine, asked)
            case .official(let subject): asked.redirect(.caseFile(subject))
            }
        }
    }

    private static func act(
        _ answer: @escaping @Sendable (PartyCase, Asked, FormBody) async throws -> Response
    ) -> Routes.FormAnswer {
        { asked, form in
            switch try await PartyCase.find(asked) {
            case .mine(let mine): try await answer(mine, asked, form)
            case .official: throw Refusal(.notAllowed, field: "case", "只有当事人可以在这里办理")
            }
        }
    }
}
