import Engine
import HTML
import HTTPTypes
import Hummingbird
import Office
import Sheets

/// Signing in and out, one's own account, and how the site is shown.
enum AccountRoutes {
    static func add(to routes: Routes) {
        routes.get("/sign-in") { asked in SignInPage.answer(asked) }
        routes.post("/sign-in", signIn)
        routes.post("/sign-out", signOut)
        routes.get("/sign-up") { asked in SignUpPage.answer(asked) }
        routes.post("/sign-up", signUp)
        routes.get("/account") { asked in try await AccountPage.answer(asked) }
        routes.post("/account", SecondFactor.change)
        routes.get("/settings") { asked in SettingsPage.answer(asked) }
        routes.post("/settings", SettingsPage.change)
    }

    private static func signIn(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let name = form.text("account").lowercased()
        do {
            let (guest, cookie) = try await asked.office.signIn(
                name, password: form["password"] ?? "", code: form["code"].map(\.trimmed),
                leaving: asked.caller.guest?.visit)
            var response = asked.redirect(to: landing(asked, guest.viewer, form["then"]))
            response.setCookie(Visits.cookie(cookie, of: asked.site))
            return response
        } catch let refusal as Refusal {
            return SignInPage.answer(asked, name: name, refusal: refusal, then: form["then"])
        }
    }

    /// Where somebody goes after signing in: where they wanted to, if that is of this site; else where their work is.
    private static func landing(_ asked: Asked, _ viewer: Viewer, _ wanted: String?) -> String {
        if let wanted, wanted.hasPrefix("/"), !wanted.hasPrefix("//"), !wanted.contains("\\"),
            !wanted.contains(where: \.isNewline)
        {
            return asked.caller.prefix + wanted
        }
        let address: Address =
            if !viewer.duties.isDisjoint(with: [.leader, .compiler, .auditor]) {
                .dashboard
            } else if viewer.duties.contains(.systemAdministrator) {
                .adminOrgans
            } else if viewer.duties.contains(.securityAdministrator) {
                .adminAccounts
            } else if viewer.duties.contains(.auditAdministrator) {
                .adminTrail
            } else {
                viewer.officer == nil ? .myCases : .desk
            }
        return asked.caller.prefix + address.path
    }

    private static func signOut(_ asked: Asked, _ form: FormBody) async throws -> Response {
        if let visit = asked.caller.guest?.visit { try await asked.office.endVisit(visit) }
        var response = asked.redirect(.home)
        response.setCookie(
            Cookie(name: Visits.cookie, value: "", maxAge: 0, path: "/", sameSite: .lax))
        return response
    }

    private static func signUp(_ asked: Asked, _ form: FormBody) async throws -> Response {
        let name = form.text("account").lowercased()
        do {
            try await asked.office.signUp(
                name, displayName: form.text("name"), password: form["password"] ?? "")
        } catch let refusal as Refusal {
            return SignUpPage.answer(
                asked, name: name, displayName: form.text("name"), refusal: refusal)
        }
        return try await signIn(asked, form)
    }
}
