import HTTPTypes
import Hummingbird
import Office

/// A call that programs may make: the router registers from it, and the description of the API is written from it.
struct Endpoint: Sendable {
    /// Who may call.
    enum Need: Sendable {
        /// Anybody; what is told is the same for all.
        case nobody
        /// Anybody; what is told and done depends on who calls.
        case viewer
        /// Whoever brings a token.
        case account
    }

    /// What the request carries.
    enum Body: Sendable {
        case nothing
        case json(Schema)
        /// A document, whatever its type.
        case bytes(most: Int)
    }

    /// What a call that succeeds is answered with.
    enum Reply: Sendable {
        case nothing
        case json(Schema)
        case text
        case bytes
    }

    struct Parameter: Sendable {
        enum Place: String, Sendable {
            case path
            case query
            case header
        }
        let name: String
        let place: Place
        let schema: Schema
        let isRequired: Bool
        let about: String
    }

    typealias Handler = @Sendable (Call) async throws -> Response

    let method: HTTPRequest.Method
    /// Below the root of the API, such as `/cases/{case}`.
    let path: String
    /// What programs call it.
    let name: String
    let summary: String
    var need = Need.viewer
    var parameters: [Parameter] = []
    var body = Body.nothing
    /// Statuses of success, the first the usual one.
    var statuses: [Int] = [200]
    let reply: Reply
    /// Whether the version of the case file is told, and may be asked for (RFC 9110, section 13).
    var isVersioned = false
    /// Whether a write may be asked to count once; not where it tells a secret, which is kept nowhere.
    var mayCountOnce = true
    let handler: Handler

    /// Whether it changes something, so that it may be asked to count once.
    var isWrite: Bool { method != .get && need != .nobody }

    var scope: ProgramToken.Scope { method == .get ? .read : .write }

    /// The pattern that the router knows.
    var pattern: String {
        path.split(separator: "/").map { part in
            part.hasPrefix("{") ? "/:" + part.dropFirst().dropLast() : "/" + part
        }
        .joined()
    }

    /// The parameters with those that every call of its kind takes.
    var allParameters: [Parameter] {
        var all = parameters
        if path.hasPrefix("/cases/{case}"), need == .viewer {
            all.append(.receiptSecret)
        }
        if isWrite, mayCountOnce { all.append(.idempotencyKey) }
        if isVersioned { all.append(method == .get ? .ifNoneMatch : .ifMatch) }
        return all
    }
}

extension Endpoint.Parameter {
    static func path(_ name: String, _ schema: Schema, _ about: String) -> Self {
        Self(name: name, place: .path, schema: schema, isRequired: true, about: about)
    }

    static func query(
        _ name: String, _ schema: Schema, _ about: String, isRequired: Bool = false
    ) -> Self {
        Self(name: name, place: .query, schema: schema, isRequired: isRequired, about: about)
    }

    private static func header(_ name: String, _ schema: Schema, _ about: String) -> Self {
        Self(name: name, place: .header, schema: schema, isRequired: false, about: about)
    }

    static let caseFile = path("case", .name, "The stable name of a case file.")
    static let after = query("after", .cursor, "Where the page begins, as the page before told it.")
    static let limit = query("limit", .integer(1...100), "How many items a page has at most.")

    static let receiptSecret = header(
        "X-Receipt-Secret", .token(most: 128),
        "The secret of a receipt: opens the case as its party.")
    static let idempotencyKey = header(
        "Idempotency-Key", .token(most: 128),
        "A name under which this happens once; sent again it gets the first answer.")
    static let ifNoneMatch = header(
        "If-None-Match", .token(most: 400),
        "An entity tag that is known: answered with 304 if nothing changed.")
    static let ifMatch = header(
        "If-Match", .token(most: 400),
        "The entity tag of the case as it was seen: answered with 412 if something happened since.")
}
