import Foundation
import HTTPTypes
import Ledger
import Testing

@testable import Office
@testable import Web

/// Documents of programs, and the hotline as other cities' programs know it.
@Suite struct HandedInTests {
    @Test func aDocumentHandedInIsReadByItsPartyAndTheOfficersAndNobodyElse() async throws {
        let scene = try await ProgramScene()
        try await scene.calls { program in
            let content = Array("%PDF-1.7 an agreement".utf8)
            let held = try await program.send(
                .post, "/api/v1/documents", bytes: content, type: "application/octet-stream")
            #expect(held.status == 201)
            #expect(try held.string("mediaType") == "application/pdf")
            let digest = try held.string("digest")
            let filed = try await program.call(.post, "/cases", ProgramScene.application())
            let path = "/cases/" + (try filed.string("case"))
            let secret = ["X-Receipt-Secret": try filed.string("secret")]
            let remark: JSON = [
                "kind": "supplement",
                "held": [["kind": "agreement", "digest": .string(digest)]],
            ]
            let handed = try await program.call(.post, path + "/remarks", remark, headers: secret)
            #expect(handed.status == 201, "\(handed.text)")
            let place = path + "/documents/" + digest
            let read = try await program.call(.get, place, headers: secret)
            #expect(read.bytes == content)
            #expect(read.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(try await program.call(.get, place, token: scene.reading).bytes == content)
            #expect(try await program.call(.get, place, token: scene.citizen).status == 404)
        }
    }

    @Test func aProgramIsRefusedADocumentOfNoKnownType() async throws {
        try await ProgramScene().calls { program in
            let answer = try await program.send(
                .post, "/api/v1/documents", bytes: Array("<script>".utf8), type: "image/png")
            #expect(answer.status == 415)
        }
    }

    @Test func theHotlineTakesARequestAndTellsThePublicNothingPersonal() async throws {
        try await ProgramScene().calls { program in
            let form =
                "service_code=complaint&description=street%20light%20is%20out&first_name=Li"
                + "&phone=13800000000&address_string=Zhongguancun"
            let raised = try await program.send(
                .post, "/open311/v2/requests.json", bytes: Array(form.utf8),
                type: "application/x-www-form-urlencoded")
            #expect(raised.status == 201, "\(raised.text)")
            let list = try await program.send(.get, "/open311/v2/requests.json?status=open")
            #expect(list.status == 200)
            #expect(list.text.contains("\"status\":\"open\""))
            for secret in ["street", "Li", "13800000000", "Zhongguancun"] {
                #expect(!list.text.contains(secret))
            }
            let xml = try await program.send(.get, "/open311/v2/services.xml")
            #expect(xml.text.contains("<service_code>complaint</service_code>"))
        }
    }

    @Test func theHotlineSaysWhatIsMissing() async throws {
        try await ProgramScene().calls { program in
            let answer = try await program.send(
                .post, "/open311/v2/requests.json", bytes: Array("service_code=help".utf8),
                type: "application/x-www-form-urlencoded", headers: ["Accept-Language": "en"])
            #expect(answer.status == 400)
            #expect(
                answer.text
                    == #"[{"code":400,"description":"'description' is missing. (description)"}]"#)
        }
    }

    @Test func countsAreToldWithoutWhoOrWhat() async throws {
        try await ProgramScene().calls { program in
            _ = try await program.call(.post, "/cases", ProgramScene.application())
            let text = try await program.send(.get, "/metrics").text
            #expect(text.contains("yifa_events_total{procedure=\"mediation\"} 1"))
            #expect(text.contains("yifa_queue_length 0"))
            #expect(!text.contains("张丽"))
        }
    }
}
