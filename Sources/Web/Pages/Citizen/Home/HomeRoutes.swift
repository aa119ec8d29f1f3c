import Hummingbird

/// The first page, and the search over matters.
enum HomeRoutes {
    static func add(to routes: Routes) {
        let shelf = GuideShelf()
        routes.get("/") { asked in try await HomePage.answer(asked) }
        routes.get("/search") { asked in try await SearchPage.answer(asked, shelf) }
        routes.get("/guides") { asked in try await GuideListPage.answer(asked) }
        routes.get("/guides/:procedure") { asked in try await GuidePage.answer(asked, shelf) }
    }
}
