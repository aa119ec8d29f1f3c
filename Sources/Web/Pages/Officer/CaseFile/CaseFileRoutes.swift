import Hummingbird

/// A case file and what is done in it.
enum CaseFileRoutes {
    static func add(to routes: Routes) {
        routes.get("/cases/:case") { asked in try await CaseFilePage.answer(asked) }
        routes.get("/cases/:case/related") { asked in try await RelatedCases.answer(asked) }
        routes.post("/cases/:case/assign", CaseFileActs.assign)
        routes.post("/cases/:case/pass", CaseFileActs.pass)
        routes.post("/cases/:case/keys", CaseFileActs.issueKey)
        routes.get("/cases/:case/documents/:digest", CaseFileActs.document)
        routes.get("/cases/:case/consultations/:rule") { asked in
            try await ConsultationPage.answer(asked)
        }
        routes.post("/cases/:case/consultations/:rule", ConsultationPage.move)
        PaperRoutes.add(to: routes)
        StepRoutes.add(to: routes)
    }
}
