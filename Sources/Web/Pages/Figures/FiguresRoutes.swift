/// The figures: at a glance for those who answer for them, and each with its cases and its proof for everybody.
enum FiguresRoutes {
    static func add(to routes: Routes) {
        routes.get("/dashboard") { asked in try await DashboardPage.answer(asked) }
        routes.get("/dashboard/at-risk") { asked in try await AtRiskPage.answer(asked) }
        routes.get("/dashboard/waiting/:procedure/:stage") { asked in
            try await WaitingPage.answer(asked)
        }
        routes.get("/dashboard/stays/:procedure/:stage") { asked in
            try await StaysPage.answer(asked)
        }
        routes.get("/dashboard/report/:year") { asked in
            try await ReportPage.answer(asked, isInside: true)
        }
        routes.get("/figures/:name") { asked in try await FigurePage.answer(asked) }
        routes.get("/report/:year") { asked in try await ReportPage.answer(asked, isInside: false) }
        routes.get("/report/:year/download/:format") { asked in
            try await ReportDownload.answer(asked)
        }
    }
}
