import Engine
import HTTPTypes
import Hummingbird
import Law
import Ledger
import Office
import Sheets

/// The hotline as programs of other cities know it: Open311 GeoReport v2.
enum Open311Routes {
    static let root = "/open311/v2"

    enum Format: String, CaseIterable {
        case json
        case xml
    }

    /// What is told, under the name that its element has in XML.
    struct Answer {
        let name: String
        let told: Told
        var status = HTTPResponse.Status.ok
    }

    typealias Handler = @Sendable (Asked) async throws -> Answer

    static func add(to routes: Routes) {
        for format in Format.allCases {
            let end = "." + format.rawValue
            let get = { (path: String, handler: @escaping Handler) in
                routes.get(root + path + end) { try await answer($0, format, handler) }
            }
            get("/discovery", Open311Calls.discovery)
            get("/services", Open311Calls.services)
            get("/requests", Open311Calls.requests)
            routes.on(.post, root + "/requests" + end) {
                try await answer($0, format, Open311Calls.raise)
            }
        }
        named(routes, "/services/:named", Open311Calls.service)
        named(routes, "/requests/:named", Open311Calls.request)
        named(routes, "/tokens/:named", Open311Calls.token)
    }

    /// An address whose last part names something and ends with the format.
    private static func named(
        _ routes: Routes, _ path: String,
        _ handler: @escaping @Sendable (Asked, String) async throws -> Answer
    ) {
        routes.get(root + path) { asked in
            let part = asked.part("named")
            for format in Format.allCases where part.hasSuffix("." + format.rawValue) {
                let name = String(part.dropLast(format.rawValue.count + 1))
                return try await answer(asked, format) { try await handler($0, name) }
            }
            throw HTTPError(.notFound)
        }
    }

    private static func answer(
        _ plain: Asked, _ format: Format, _ handler: Handler
    ) async throws -> Response {
        let asked = plain.inLanguageOfProgram
        let answer: Answer
        do {
            answer = try await handler(asked)
        } catch let refusal as Refusal {
            answer = failed(Trouble(refusal, words: asked.words))
        } catch let complaint as Complaint {
            answer = failed(Trouble(complaint, asked.words))
        } catch let error as any HTTPResponseError {
            answer = failed(Trouble(error.status, .notUnderstood, asked.words))
        }
        return try write(answer, format)
    }

    /// GeoReport knows 400, 401, 403 and 404; what the law refuses is a bad request there.
    private static func failed(_ trouble: Trouble) -> Answer {
        let status: HTTPResponse.Status =
            trouble.status == .unprocessableContent ? .badRequest : trouble.status
        let field = trouble.field.map { " (\($0))" } ?? ""
        return Answer(
            name: "errors",
            told: .list(
                "error",
                [
                    .group([
                        ("code", .number(status.code)),
                        ("description", .text(trouble.detail + field)),
                    ])
                ]), status: status)
    }

    private static func write(_ answer: Answer, _ format: Format) throws -> Response {
        switch format {
        case .json:
            let bytes = try answer.told.json.canonicalBytes()
            return Asked.answer(
                String(decoding: bytes, as: UTF8.self), "application/json; charset=utf-8",
                status: answer.status)
        case .xml:
            return Asked.answer(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + answer.told.element(answer.name),
                "text/xml; charset=utf-8", status: answer.status)
        }
    }
}
