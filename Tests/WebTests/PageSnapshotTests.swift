import Engine
import Foundation
import HTTPTypes
import Law
import Ledger
import Packs
import Testing

@testable import Office
@testable import Web

/// What each kind of page says, kept as text: a change of words, order or markup is seen before anybody else sees it.
@Suite struct PageSnapshotTests {
    private struct Page {
        let name: String
        let path: String
        /// Nil for anybody.
        var account: String?

        init(_ name: String, _ path: String, _ account: String? = nil) {
            self.name = name
            self.path = path
            self.account = account
        }
    }

    @Test func everyKindOfPageSaysWhatItSaid() async throws {
        let scene = try await ProgramScene()
        try await Self.openAccounts(in: scene.office)
        try await scene.calls { program in
            let subject = try await Self.mediate(program, scene)
            var cookies: [String: String] = [:]
            for page in Self.pages(of: subject) {
                if let account = page.account, cookies[account] == nil {
                    cookies[account] = try await scene.office.beginVisit(account: account).cookie
                }
                // Looks reach the trail now and then; here before each page, so that chance has no part in it.
                try await scene.office.writeLooks()
                let cookie = page.account.flatMap { cookies[$0] }.map { "\(Visits.cookie)=\($0)" }
                let answer = try await program.send(
                    .get, page.path, headers: cookie.map { ["Cookie": $0] } ?? [:])
                #expect((200...299).contains(answer.status) || page.name == "no-such-page")
                try Snapshot.expect(Self.plain(answer.text, page.name), as: page.name + ".html")
            }
        }
    }

    private static func pages(of subject: String) -> [Page] {
        let procedure = "mediation"
        return [
            Page("home", "/"), Page("home.en", "/en/"), Page("home.zh-Hant", "/zh-Hant/"),
            Page("guides", "/guides"), Page("guide", "/guides/\(procedure)"),
            Page("search", "/search?q=%E8%B0%83%E8%A7%A3"), Page("apply", "/apply/\(procedure)"),
            Page("track", "/track"), Page("sign-in", "/sign-in"), Page("sign-up", "/sign-up"),
            Page("settings", "/settings"), Page("accessibility", "/accessibility"),
            Page("publications", "/publications"), Page("tables", "/tables"),
            Page("report", "/report/2023"), Page("ledger", "/ledger"),
            Page("ledger-entry", "/ledger/entries/0"), Page("verify", "/ledger/verify"),
            Page("check-us", "/check-us"), Page("no-such-page", "/no-such-page"),
            Page("my-cases", "/my/cases", "citizen"),
            Page("my-case", "/my/cases/\(subject)", "citizen"),
            Page("my-case.en", "/en/my/cases/\(subject)", "citizen"),
            Page("urge", "/my/cases/\(subject)/remarks/urge", "citizen"),
            Page("account", "/account", "citizen"), Page("tokens", "/account/tokens", "citizen"),
            Page("desk", "/desk?scope=organ", "mediator"),
            Page("desk.en", "/en/desk?scope=organ", "mediator"),
            Page("case-file", "/cases/\(subject)", "mediator"),
            Page("case-file.en", "/en/cases/\(subject)", "mediator"),
            Page("case-file.zh-Hant", "/zh-Hant/cases/\(subject)", "mediator"),
            Page("step", "/cases/\(subject)/steps/tell-rights", "mediator"),
            Page("print", "/cases/\(subject)/print", "mediator"),
            Page("proof", "/cases/\(subject)/proofs/0", "mediator"),
            Page("openings", "/open", "mediator"),
            Page("consultations", "/desk/consultations", "mediator"),
            Page("signatures", "/desk/signatures", "mediator"),
            Page("calendar", "/desk/calendar", "mediator"),
            Page("cases", "/cases", "auditor"), Page("dashboard", "/dashboard", "auditor"),
            Page(
                "figure", "/figures/mediation.accepted?year=2023", "auditor"),
            Page("organs", "/admin/organs", "system"),
            Page("officer", "/admin/officers/\(ProgramScene.committee)-01", "system"),
            Page("pack", "/admin/packs/\(procedure)", "system"),
            Page("rules", "/admin/packs/\(procedure)/rules", "system"),
            Page("stories", "/admin/packs/\(procedure)/stories", "system"),
            Page("accounts", "/admin/accounts", "security"),
            Page("trail", "/admin/trail", "audit"),
        ]
    }

    /// A mediation that the citizen asked for and the mediator registered, and one whose secret nobody here knows.
    private static func mediate(
        _ program: ProgramClient, _ scene: ProgramScene
    ) async throws -> String {
        let filed = try await program.call(
            .post, "/cases", token: scene.citizen, ProgramScene.application())
        let subject = try filed.string("case")
        let registered = try await program.call(
            .post, "/cases/\(subject)/acts", token: scene.writing,
            ["step": "register", "fields": ["mediator-named": "appointed"]])
        #expect(registered.status == 200, "\(registered.text)")
        let other = try await program.call(
            .post, "/cases", ProgramScene.application(dispute: "<b>树枝</b>遮光"))
        #expect(other.status == 201)
        return subject
    }

    private static func openAccounts(in office: Office) async throws {
        let hash = try PasswordHash("a password of the test")
        let duties: [(String, Set<Duty>)] = [
            ("auditor", [.auditor]), ("system", [.systemAdministrator]),
            ("security", [.securityAdministrator]), ("audit", [.auditAdministrator]),
        ]
        for (name, duties) in duties {
            try await office.open(
                Account(name: name, displayName: name, duties: duties, password: hash), by: "test")
        }
    }

    /// A page, a line an element, without what chance, a machine or the age of a file decides; below the first page only its own part.
    private static func plain(_ html: String, _ name: String) -> String {
        var text = html
        if !name.hasPrefix("home"), let start = html.range(of: "<main"),
            let end = html.range(of: "</main>")
        {
            text = String(html[start.lowerBound..<end.upperBound])
        }
        return text.replacing("><", with: ">\n<")
            .replacing(#/[0-9a-f]{12,}/#, with: "HEX")
            .replacing(#/[A-Z2-7]{32}/#, with: "SECRET")
            .replacing(#/[A-Za-z0-9+\/]{40,}={0,2}/#, with: "DIGEST")
            .replacing(#/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|\+08:00)/#, with: "TIME") + "\n"
    }
}
