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
        var response = Asked.json(problem, "application/problem+json", status: status)
        if status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}

extension Asked {
    /// A value as JSON, keys in order.
    static func json(
        _ value: some Encodable, _ mediaType: String = "application/json",
        status: HTTPResponse.Status = .ok
    ) -> Response {
        answer(jsonText(value), mediaType + "; charset=utf-8", status: status)
    }

    /// What is encoded here is texts, numbers and lists of them, which always have a form.
    static func jsonText(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try? encoder.encode(value)
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
