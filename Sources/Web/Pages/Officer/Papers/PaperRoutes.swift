import Hummingbird

/// What of a case file is read as a paper: notices, the whole file, proofs.
enum PaperRoutes {
    static func add(to routes: Routes) {
        routes.get("/cases/:case/notices/:n") { asked in try await NoticePage.answer(asked) }
        routes.get("/cases/:case/print") { asked in try await PrintPage.answer(asked) }
        routes.get("/cases/:case/proofs/:n") { asked in try await ProofPage.answer(asked) }
        routes.get("/cases/:case/proofs/:n/:name") { asked in try await ProofPage.file(asked) }
    }
}
