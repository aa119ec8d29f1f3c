import Office

/// Organs, officers, packs, accounts, the trail: three administrators, each with pages that the others cannot open.
enum AdminRoutes {
    static func add(to routes: Routes) {
        roster(routes)
        accounts(routes)
        packs(routes)
        routes.get("/admin/trail") { asked in try await TrailPage.answer(asked) }
        routes.get("/admin/trail.csv") { asked in try await TrailFile.answer(asked) }
    }

    private static func roster(_ routes: Routes) {
        routes.get("/admin/organs") { asked in try await OrgansPage.answer(asked) }
        routes.get("/admin/officers") { asked in try await OfficersPage.answer(asked) }
        routes.get("/admin/officers/new") { asked in try await OfficerEditor.new(asked) }
        routes.post("/admin/officers/new", OfficerEditor.add)
        routes.get("/admin/officers/:id") { asked in try await OfficerEditor.answer(asked) }
        routes.post("/admin/officers/:id", OfficerEditor.change)
    }

    private static func accounts(_ routes: Routes) {
        routes.get("/admin/accounts") { asked in try await AccountsPage.answer(asked) }
        routes.get("/admin/accounts/:name") { asked in try await AccountEditor.answer(asked) }
        routes.post("/admin/accounts/:name", AccountEditor.change)
        routes.get("/admin/new-account") { asked in try await NewAccountPage.answer(asked) }
        routes.post("/admin/new-account", NewAccountPage.open)
        routes.get("/account/tokens") { asked in try await TokensPage.answer(asked) }
        routes.post("/account/tokens", TokensPage.change)
        routes.get("/account/password") { asked in try PasswordPage.answer(asked) }
        routes.post("/account/password", PasswordPage.change)
    }

    private static func packs(_ routes: Routes) {
        let site = routes.site
        let checkups = PackCheckups(folder: site.packsFolder, calendar: site.calendar)
        let list = PacksPage(checkups: checkups)
        let stories = PackStoriesPage(checkups: checkups)
        let checks = PackChecksPage(checkups: checkups)
        routes.get("/admin/packs") { asked in try await list.answer(asked) }
        routes.get("/admin/packs/:procedure") { asked in
            try await LawAndRulePage.articles(asked)
        }
        routes.get("/admin/packs/:procedure/rules") { asked in try await RulesPage.answer(asked) }
        routes.get("/admin/packs/:procedure/stories") { asked in try await stories.answer(asked) }
        routes.get("/admin/packs/:procedure/checks") { asked in try await checks.answer(asked) }
    }
}
