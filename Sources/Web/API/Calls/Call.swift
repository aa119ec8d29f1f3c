import Foundation
import HTTPTypes
import Hummingbird
import Law
import Ledger
import Office
import Sheets

/// A call that was understood: who makes it, with which values.
struct Call: Sendable {
    let endpoint: Endpoint
    let asked: Asked
    let viewer: Viewer
    /// Where the API is, such as `/api/v1`.
    let root: String
    /// The values of path, query and headers that were given.
    let values: [String: JSON]
    let bytes: [UInt8]
    /// The name under which it counts once.
    let once: Once?
    /// The version of the case file that the caller saw.
    let expecting: Int?

    var office: Office { asked.office }
    var words: Words { asked.words }
    var now: Moment { asked.now }

    func text(_ name: String) -> String? {
        if case .string(let text) = values[name] { text } else { nil }
    }

    func number(_ name: String) -> Int? {
        if case .integer(let number) = values[name] { number } else { nil }
    }

    func flag(_ name: String) -> Bool? {
        if case .bool(let flag) = values[name] { flag } else { nil }
    }

    func id<Subject>(_ name: String) -> Identifier<Subject>? {
        text(name).map { Identifier($0) }
    }

    /// A part of the path, which is always there.
    func part<Subject>(_ name: String) -> Identifier<Subject> { Identifier(text(name) ?? "") }

    func day(_ name: String) -> Day? { text(name).flatMap { Day(iso: $0) } }

    /// How many items a page has.
    var limit: Int { number("limit") ?? 50 }

    /// The body, whose shape was checked before.
    func body<Value: Decodable>(_: Value.Type) throws -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw Complaint.unreadable("\(type(of: error))")
        }
    }

    // MARK: Answers

    func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var response = Asked.json(value, status: status)
        for field in headers { response.headers[field.name] = field.value }
        return response
    }

    /// A page of a list; `next` is where the one after it begins.
    func page<Item: Encodable>(_ items: [Item], next: String?) -> Response {
        json(Listed(items: items, next: next.map(address(after:))))
    }

    private func address(after cursor: String) -> String {
        let kept = asked.request.uri.queryParameters.filter { $0.key != "after" }
        let query = kept.map { "\(String($0.key).inQuery)=\(String($0.value).inQuery)" }
        return asked.request.uri.path + "?" + (query + ["after=\(cursor)"]).joined(separator: "&")
    }

    static let empty = Response(status: .noContent)
}

/// A page of a list as programs read it.
struct Listed<Item: Encodable>: Encodable {
    let items: [Item]
    let next: String?
}

/// A place in a list, as one word that says nothing to others.
enum Cursor {
    static func text(_ parts: [String]) -> String {
        let joined = Array(parts.joined(separator: "\n").utf8)
        return Base64.encode(joined).replacing("+", with: "-").replacing("/", with: "_")
            .filter { $0 != "=" }
    }

    /// The parts; refuses what this did not write.
    static func parts(_ text: String, count: Int) throws -> [String] {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let bytes = Base64.decode(plain + padding),
            let joined = String(validating: bytes, as: UTF8.self)
        else { throw Complaint.wrong("after", expected: "next") }
        let parts = joined.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == count else { throw Complaint.wrong("after", expected: "next") }
        return parts
    }
}

/// The version of a case file in an entity tag: the version, a full stop, and the hash of what was told.
enum EntityTag {
    static func text(version: Int, body: [UInt8]) -> String {
        "\"\(version).\(Digest.of(body).hex.prefix(16))\""
    }

    /// The version that a tag names; nil for another text.
    static func version(in tag: String) -> Int? {
        guard tag.hasPrefix("\""), tag.hasSuffix("\""), tag.count > 2 else { return nil }
        return tag.dropFirst().dropLast().split(separator: ".").first.flatMap { Int($0) }
    }
}
