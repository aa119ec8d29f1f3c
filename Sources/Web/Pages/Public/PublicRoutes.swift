/// What is there for everybody: publications, tables, how to check us, and how accessible the site is.
enum PublicRoutes {
    static func add(to routes: Routes) {
        routes.get("/publications") { asked in try await PublicationsPage.answer(asked) }
        routes.get("/publications.atom") { asked in try await PublicationFeed.answer(asked) }
        routes.get("/publications/:case/:n") { asked in try await PublicationPage.answer(asked) }
        routes.get("/tables") { asked in try await TablesPage.list(asked) }
        routes.get("/tables/:matter/:year") { asked in try await TablesPage.page(asked) }
        routes.get("/tables/:matter/:year/csv") { asked in try await TablesPage.file(asked) }
        routes.get("/check-us") { asked in try await CheckUsPage.answer(asked) }
        routes.get("/accessibility") { asked in AccessibilityPage.answer(asked) }
    }
}
