import HTTPTypes
import Law
import Ledger
import Packs
import Testing

@testable import Office
@testable import Web

/// What administrators, and officers for themselves, keep through programs.
@Suite struct RosterCallsTests {
    private func token(_ duty: Duty, in scene: ProgramScene) async throws -> String {
        let account = Account(
            name: duty.rawValue.lowercased(), displayName: duty.rawValue, duties: [duty],
            password: try PasswordHash("a password of the test"))
        try await scene.office.open(account, by: "test")
        let viewer = try await scene.office.viewer(of: account)
        return try await scene.office.makeToken("test", scopes: [.read, .write], by: viewer)
    }

    @Test func theSystemAdministratorKeepsTheRosterAndNobodyElseDoes() async throws {
        let scene = try await ProgramScene()
        let system = try await token(.systemAdministrator, in: scene)
        let security = try await token(.securityAdministrator, in: scene)
        try await scene.calls { program in
            let officer: JSON = [
                "name": "金新人", "organ": "justice", "roles": ["mediator"], "certificate": "1101",
                "certificateFrom": "2023-01-01",
            ]
            for other in [scene.writing, security] {
                let refused = try await program.call(.post, "/officers", token: other, officer)
                #expect(refused.status == 403, "\(refused.text)")
            }
            let key = ["Idempotency-Key": "new"]
            let added = try await program.call(
                .post, "/officers", token: system, officer, headers: key)
            #expect(added.status == 201, "\(added.text)")
            let again = try await program.call(
                .post, "/officers", token: system, officer, headers: key)
            let id = try added.string("officer")
            #expect(try again.string("officer") == id)
            let changed = try await program.call(
                .put, "/officers/\(id)", token: system,
                ["name": "金改名", "organ": "justice", "roles": []])
            #expect(changed.status == 200, "\(changed.text)")
            let kept = try await scene.office.district()?.officer(.init(id))
            #expect(kept?.name == "金改名" && kept?.roles == [] && kept?.certificate == nil)
            let wrong = try await program.call(
                .put, "/officers/\(id)", token: system,
                ["name": "金", "organ": "nowhere", "roles": []])
            #expect(wrong.status == 404)
            #expect(try wrong.string("field") == "organ")
            let nobody = try await program.call(
                .put, "/officers/nobody", token: system,
                ["name": "金", "organ": "justice", "roles": []])
            #expect(nobody.status == 404)
        }
    }

    @Test func theSecurityAdministratorSaysWhoMaySignIn() async throws {
        let scene = try await ProgramScene()
        let security = try await token(.securityAdministrator, in: scene)
        try await scene.calls { program in
            let list = try await program.call(.get, "/accounts?text=medi", token: security)
            #expect(list.status == 200)
            #expect(list.text.contains("\"account\":\"mediator\""))
            #expect(!list.text.contains("password"))
            #expect(try await program.call(.get, "/accounts", token: scene.writing).status == 403)
            let off = try await program.call(
                .put, "/accounts/mediator/standing", token: security, ["isActive": false])
            #expect(off.status == 200, "\(off.text)")
            #expect(try await scene.office.account("mediator")?.isActive == false)
            #expect(try await program.call(.get, "/searches", token: scene.writing).status == 401)
            let own = try await program.call(
                .put, "/accounts/securityadministrator/standing", token: security,
                ["isActive": false])
            #expect(try own.string("code") == "own-account")
        }
    }

    @Test func aSearchIsSavedListedAndDroppedByItsOwnerAlone() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            let search: JSON = ["title": "邻里纠纷", "query": "procedure=mediation"]
            let saved = try await program.call(.post, "/searches", token: scene.writing, search)
            #expect(saved.status == 201, "\(saved.text)")
            let path = "/searches/" + (try saved.string("search"))
            let listed = try await program.call(.get, "/searches", token: scene.reading)
            #expect(listed.text.contains("邻里纠纷"))
            #expect(try await program.call(.delete, path, token: scene.reading).status == 403)
            #expect(try await program.call(.delete, path, token: scene.citizen).status == 404)
            #expect(try await program.call(.delete, path, token: scene.writing).status == 204)
            #expect(try await program.call(.delete, path, token: scene.writing).status == 404)
        }
    }

    @Test func callsAtOnceUnderOneNameCountOnce() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            let search: JSON = ["title": "邻里纠纷", "query": "procedure=mediation"]
            let key = ["Idempotency-Key": "at-once"]
            let names = try await withThrowingTaskGroup(of: String.self) { calls in
                for _ in 0..<12 {
                    calls.addTask {
                        try await program.call(
                            .post, "/searches", token: scene.writing, search, headers: key
                        ).string("search")
                    }
                }
                return try await calls.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(names.count == 1)
        }
    }

    @Test func aTurnEndsAlsoWhereItFailed() async throws {
        struct Failure: Error {}
        let turns = Turns()
        await #expect(throws: Failure.self) { try await turns.inTurn("a") { throw Failure() } }
        #expect(await turns.inTurn("a") { 1 } == 1)
    }
}
