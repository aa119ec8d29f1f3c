import Engine
import HTTPTypes
import Law
import Packs
import Testing

@testable import Office
@testable import Web

/// The pages of the three administrators, as browsers meet them.
@Suite struct AdminPagesTests {
    /// A browser in which somebody signed in.
    private struct Browser {
        let program: ProgramClient
        let cookie: String
        let formToken: String

        func get(_ path: String) async throws -> ProgramClient.Answer {
            try await program.send(.get, path, headers: ["Cookie": cookie])
        }

        func post(
            _ path: String, _ fields: [(String, String)], token: String? = nil
        ) async throws -> ProgramClient.Answer {
            let all = fields + [("form-token", token ?? formToken)]
            let text = all.map { "\($0.inQuery)=\($1.inQuery)" }.joined(separator: "&")
            return try await program.send(
                .post, path, bytes: Array(text.utf8), type: "application/x-www-form-urlencoded",
                headers: ["Cookie": cookie])
        }
    }

    private static let password = "a password of administrators"

    private func browser(
        _ scene: ProgramScene, _ program: ProgramClient, _ duty: Duty
    ) async throws -> Browser {
        let name = duty.rawValue.lowercased()
        _ = try await scene.office.openAccount(
            name, displayName: name, duties: [duty], password: Self.password, by: .commandLine)
        let (guest, cookie) = try await scene.office.signIn(
            name, password: Self.password, code: nil, leaving: nil)
        return Browser(
            program: program, cookie: "yifa-visit=\(cookie)", formToken: guest.visit.formToken)
    }

    private static let pages: [(path: String, duty: Duty?)] = [
        ("/admin/organs", .systemAdministrator), ("/admin/officers", .systemAdministrator),
        ("/admin/officers/new", .systemAdministrator),
        ("/admin/officers/justice-01", .systemAdministrator),
        ("/admin/accounts", .securityAdministrator),
        ("/admin/accounts/citizen", .securityAdministrator),
        ("/admin/new-account", .securityAdministrator), ("/admin/trail", .auditAdministrator),
        ("/admin/trail.csv", .auditAdministrator), ("/admin/packs", nil),
        ("/admin/packs/mediation", nil), ("/admin/packs/mediation/rules", nil),
    ]

    @Test func eachAdministratorOpensTheirOwnPagesAndNoOther() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            for duty in Duty.administrators {
                let browser = try await browser(scene, program, duty)
                for page in Self.pages {
                    let status = try await browser.get(page.path).status
                    let expected = page.duty == nil || page.duty == duty ? 200 : 403
                    #expect(status == expected, "\(duty) \(page.path)")
                }
            }
            for page in Self.pages {
                #expect(try await program.send(.get, page.path).status == 303, "\(page.path)")
            }
        }
    }

    @Test func aPasswordIsToldOnceAndAFormNeedsItsToken() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            let browser = try await browser(scene, program, .securityAdministrator)
            let fields = [("account", "new-officer"), ("officer", "justice-01")]
            let forged = try await browser.post("/admin/new-account", fields, token: "x")
            #expect(forged.status == 403)
            #expect(try await scene.office.account("new-officer") == nil)
            let opened = try await browser.post("/admin/new-account", fields)
            #expect(opened.status == 200)
            #expect(opened.headers[.cacheControl] == "no-store")
            let told = opened.text.firstMatch(of: /<code class="secret">([A-Z2-7-]+)<\/code>/)
            let password = String(try #require(told).1)
            _ = try await scene.office.signIn(
                "new-officer", password: password, code: nil, leaving: nil)
            let page = try await browser.get("/admin/accounts/new-officer")
            #expect(!page.text.contains(password))
            let twice = try await browser.post("/admin/new-account", fields)
            #expect(twice.status == 422)
            #expect(twice.text.contains("href=\"#account\""))
        }
    }

    @Test func nobodyGivesThemselvesADutyOnThePage() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            let browser = try await browser(scene, program, .securityAdministrator)
            let path = "/admin/accounts/securityadministrator"
            #expect(try await !browser.get(path).text.contains("name=\"duties\""))
            let answer = try await browser.post(
                path, [("act", "duties"), ("duties", "auditAdministrator")])
            #expect(answer.status == 422)
            let account = try #require(try await scene.office.account("securityadministrator"))
            #expect(account.duties == [.securityAdministrator])
        }
    }

    @Test func anOfficerIsChangedAndWhatIsWrongIsSaidAtItsField() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            let browser = try await browser(scene, program, .systemAdministrator)
            let path = "/admin/officers/justice-01"
            let fields = [
                ("name", "金改名"), ("organ", "justice"), ("roles", "handler"),
                ("certificate", "1101"), ("certificate-from", "2023-01-01"),
            ]
            let wrong = try await browser.post(path, fields + [("certificate-until", "2022-01-01")])
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("href=\"#certificate-until\""))
            #expect(wrong.text.contains("value=\"金改名\""))
            #expect(try await browser.post(path, fields).status == 303)
            let officer = try await scene.office.district()?.officer("justice-01")
            #expect(officer?.name == "金改名")
            #expect(officer?.certificate?.valid.until == nil)
        }
    }
}
