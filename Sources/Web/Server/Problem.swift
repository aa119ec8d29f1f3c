import Foundation
import HTTPTypes
import Hummingbird

/// A problem as programs read it (RFC 9457), with the refusal's code, field and basis.
private struct Problem: Encodable {
    let type: String
    let title: String
    let status: Int
    let detail: String
    let instance: String
    let code: String
    let field: String?
    let basis: String?
}

extension Trouble {
    func problem(at path: String) -> Response {
        let problem = Problem(
            type: "about:blank", title: title, status: status.code, detail: detail, instance: path,
            code: code, field: field, basis: basis)
        return Asked.json(problem, "application/problem+json", status: status)
    }
}

extension Asked {
    /// A value as JSON, keys in order.
    static func json(
        _ value: some Encodable, _ mediaType: String = "application/json",
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            let text = String(decoding: try encoder.encode(value), as: UTF8.self)
            return answer(text, mediaType + "; charset=utf-8", status: status)
        } catch {
            return answer("{}", mediaType, status: .internalServerError)
        }
    }
}
