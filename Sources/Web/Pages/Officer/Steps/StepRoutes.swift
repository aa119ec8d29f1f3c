import Hummingbird

/// Taking steps, in case files and to open them.
enum StepRoutes {
    static func add(to routes: Routes) {
        routes.get("/cases/:case/steps/:step") { asked in
            try await StepPage.answer(StepPlace.running(asked))
        }
        routes.post("/cases/:case/steps/:step", StepPosting.running)
        routes.get("/open") { asked in try await OpeningsPage.answer(asked) }
        routes.get("/open/:procedure") { asked in try await OpeningsPage.answer(asked) }
        routes.get("/open/:procedure/:step") { asked in
            try await StepPage.answer(StepPlace.opening(asked))
        }
        routes.post("/open/:procedure/:step", StepPosting.opening)
        routes.post("/autosave", StepPosting.autosave)
    }
}
