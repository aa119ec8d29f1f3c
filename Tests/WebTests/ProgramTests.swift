import HTTPTypes
import Ledger
import Testing

@testable import Office
@testable import Web

/// What programs may rely on.
@Suite struct ProgramTests {
    @Test func aRefusalIsAProblemWithItsCodeFieldAndBasis() async throws {
        try await ProgramScene().calls { program in
            var wanting = ProgramScene.application()
            wanting = wanting.without("dispute")
            let answer = try await program.call(
                .post, "/cases", wanting, headers: ["Accept-Language": "en"])
            #expect(answer.status == 422)
            #expect(answer.headers[.contentType] == "application/problem+json; charset=utf-8")
            #expect(answer.headers[.contentLanguage] == "en")
            #expect(try answer.string("code") == "missing-field")
            #expect(try answer.string("field") == "dispute")
            #expect(try answer.string("basis") == "人民调解法 17")
        }
    }

    @Test func theSameKeyFilesOnceAndAnotherContentUnderItIsRefused() async throws {
        try await ProgramScene().calls { program in
            let key = ["Idempotency-Key": "one"]
            let first = try await program.call(
                .post, "/cases", ProgramScene.application(), headers: key)
            let again = try await program.call(
                .post, "/cases", ProgramScene.application(), headers: key)
            #expect(first.status == 201)
            #expect(again.status == 201)
            #expect(try first.string("case") == again.string("case"))
            let other = try await program.call(
                .post, "/cases", ProgramScene.application(dispute: "另一件事"), headers: key)
            #expect(other.status == 409)
            #expect(try other.string("code") == "once-only")
        }
    }

    @Test func theSecretOfAReceiptOpensTheCaseAndNothingElseDoes() async throws {
        try await ProgramScene().calls { program in
            let filed = try await program.call(.post, "/cases", ProgramScene.application())
            let path = "/cases/" + (try filed.string("case"))
            let secret = ["X-Receipt-Secret": try filed.string("secret")]
            #expect(try await program.call(.get, path).status == 404)
            #expect(
                try await program.call(.get, path, headers: ["X-Receipt-Secret": "AAAA"]).status
                    == 401)
            let seen = try await program.call(.get, path, headers: secret)
            #expect(seen.status == 200)
            #expect(!seen.text.contains("mayNot\":[{"))
        }
    }

    @Test func anEntityTagSavesReadingAndKeepsFromActingOnWhatIsPast() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            let filed = try await program.call(.post, "/cases", ProgramScene.application())
            let path = "/cases/" + (try filed.string("case"))
            let seen = try await program.call(.get, path, token: scene.writing)
            let tag = try #require(seen.headers[.eTag])
            let again = try await program.call(
                .get, path, token: scene.writing, headers: ["If-None-Match": tag])
            #expect(again.status == 304)
            #expect(again.bytes.isEmpty)
            let register: JSON = ["step": "register", "fields": ["mediator-named": "appointed"]]
            let done = try await program.call(
                .post, path + "/acts", token: scene.writing, register, headers: ["If-Match": tag])
            #expect(done.status == 200, "\(done.text)")
            let late = try await program.call(
                .post, path + "/acts", token: scene.writing, ["step": "tell-rights"],
                headers: ["If-Match": tag])
            #expect(late.status == 412)
            let changed = try await program.call(
                .get, path, token: scene.writing, headers: ["If-None-Match": tag])
            #expect(changed.status == 200)
        }
    }

    @Test func pagesMeetEveryCaseOnce() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            for n in 1...7 {
                _ = try await program.call(
                    .post, "/cases", ProgramScene.application(dispute: "第\(n)件"))
            }
            var path: String? = "/api/v1/cases?limit=3"
            var met: [String] = []
            while let next = path {
                let page = try await program.send(.get, next, token: scene.reading)
                guard case .array(let items)? = try page.json["items"] else { break }
                met += items.compactMap {
                    if case .string(let id)? = $0["case"] { id } else { nil }
                }
                path = try? page.string("next")
            }
            #expect(met.count == 7)
            #expect(Set(met).count == 7)
        }
    }

    @Test func aTokenDoesWhatItsScopesSayAndAWrongOneNothing() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            let filed = try await program.call(.post, "/cases", ProgramScene.application())
            let path = "/cases/" + (try filed.string("case"))
            #expect(try await program.call(.get, path, token: scene.reading).status == 200)
            let put = try await program.call(.put, path + "/assignment", token: scene.reading, [:])
            #expect(put.status == 403)
            #expect(try put.string("code") == "scope-missing")
            let wrong = try await program.call(.get, path, token: "wrong")
            #expect(wrong.status == 401)
            #expect(wrong.headers[.wwwAuthenticate] == "Bearer")
            #expect(try await program.call(.get, "/cases").status == 401)
            #expect(try await program.call(.get, path, token: scene.citizen).status == 404)
        }
    }

    @Test func whatIsNotKnownIsRefusedByItsName() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            let query = try await program.call(.get, "/cases?colour=red", token: scene.reading)
            #expect(query.status == 400)
            #expect(try query.string("field") == "colour")
            let member = try await program.call(
                .post, "/cases/x/remarks", ["kind": "urge", "held": [["kind": "a", "hash": "b"]]])
            #expect(member.status == 400)
            #expect(try member.string("field") == "held.0.hash")
            let type = try await program.send(
                .post, "/api/v1/cases", bytes: Array("{}".utf8), type: "text/plain")
            #expect(type.status == 415)
            let broken = try await program.send(
                .post, "/api/v1/cases", bytes: Array("{\"a\":1,\"a\":2}".utf8),
                type: "application/json")
            #expect(broken.status == 400)
        }
    }

    @Test func aWrongMethodIsToldTheRightOnes() async throws {
        try await ProgramScene().calls { program in
            for method in [HTTPRequest.Method.delete, .trace, .options] {
                let answer = try await program.call(method, "/cases")
                #expect(answer.status == 405)
                #expect(answer.headers[.allow] == "GET, HEAD, POST")
            }
        }
    }

    @Test func theDescriptionListsEveryRouteAndNoOther() async throws {
        let scene = try await ProgramScene()
        let served = scene.server.patterns.filter { $0.pattern.hasPrefix("/api/v1/") }
            .flatMap { route in
                route.methods.map { "\($0) \(route.pattern)" }
            }
        try await scene.calls { program in
            let answer = try await program.send(.get, "/api/openapi.json")
            guard case .object(let paths)? = try answer.json["paths"] else {
                Issue.record("no paths")
                return
            }
            let told = paths.members.flatMap { path -> [String] in
                guard case .object(let operations) = path.value else { return [] }
                let pattern = path.key.replacing("{", with: ":").replacing("}", with: "")
                return operations.members.map { "\($0.key.uppercased()) /api/v1\(pattern)" }
            }
            #expect(told.sorted() == served.sorted())
        }
    }
}

extension JSON {
    /// An application without one of its fields.
    fileprivate func without(_ field: String) -> JSON {
        guard case .object(var object) = self, case .object(var fields)? = object["fields"] else {
            return self
        }
        fields[field] = nil
        object["fields"] = .object(fields)
        return .object(object)
    }
}
