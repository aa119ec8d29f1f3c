import Engine
import HTTPTypes
import Hummingbird
import Law
import Ledger
import Logging
import Office
import Sheets

/// The interface for programs: every endpoint of the table, and the description made from the same table.
enum APIRoutes {
    static let root = "/api/v1"

    static func add(to routes: Routes) {
        for endpoint in Endpoint.all {
            routes.on(endpoint.method, root + endpoint.pattern) { asked in
                await answer(asked, by: endpoint)
            }
        }
        routes.get("/api/openapi.json") { asked in
            try OpenAPI(endpoints: Endpoint.all, root: root, origin: asked.site.settings.origin)
                .response()
        }
    }

    static func answer(_ plain: Asked, by endpoint: Endpoint) async -> Response {
        let asked = plain.inLanguageOfProgram
        var response: Response
        do {
            let call = try await CallReader(endpoint: endpoint, asked: asked, root: root).call()
            do {
                response = try await answer(call)
            } catch let refusal as Refusal
                where refusal.code == .versionConflict && call.expecting != nil
            {
                throw Complaint.changedSince
            }
        } catch {
            response = problem(error, asked)
        }
        if response.headers[.contentLanguage] == nil {
            response.headers[.contentLanguage] = asked.words.language.rawValue
        }
        response.headers[.vary] = "Accept-Language, Authorization, X-Receipt-Secret"
        return response
    }

    /// A call that counts once is answered with what the first of its name was told.
    private static func answer(_ call: Call) async throws -> Response {
        guard let once = call.once else { return try await call.endpoint.handler(call) }
        return try await call.asked.site.turns.inTurn(once.name) {
            if let told = try await call.office.reply(to: once) { return call.again(told) }
            return try await call.endpoint.handler(call)
        }
    }

    private static func problem(_ error: any Error, _ asked: Asked) -> Response {
        let path = asked.request.uri.path
        switch error {
        case let complaint as Complaint:
            return Trouble(complaint, asked.words).problem(at: path)
        case let refusal as Refusal:
            return Trouble(refusal, words: asked.words).problem(at: path)
        default:
            asked.caller.logger.error(
                "call failed",
                metadata: [
                    "route": "\(asked.caller.endpointPath ?? "none")", "error": "\(error)",
                ])
            return Trouble(.internalServerError, .broken, asked.words).problem(at: path)
        }
    }
}

extension Trouble {
    init(_ complaint: Complaint, _ words: Words) {
        self.init(complaint.status, .notUnderstood, words)
        code = complaint.code
        detail = words(complaint.phrase, complaint.places)
        field = complaint.field
    }
}

extension Asked {
    /// The same request, in the language that its header asks for (RFC 9110, section 12.5.4).
    var inLanguageOfProgram: Asked {
        var caller = caller
        caller.language =
            Language(accepting: request.headers[.acceptLanguage] ?? "") ?? caller.language
        return Asked(site: site, request: request, caller: caller)
    }
}

extension Language {
    /// The language that a header prefers; nil if it knows none of ours.
    init?(accepting header: String) {
        let wanted = header.split(separator: ",").prefix(20).enumerated()
            .compactMap { place, item -> (Language, Double, Int)? in
                let parts = item.split(separator: ";").map { String($0).trimmed }
                guard let tag = parts.first, let language = Language(tag: tag) else { return nil }
                let quality = parts.dropFirst().first { $0.hasPrefix("q=") }
                    .flatMap { Double($0.dropFirst(2)) }
                return (language, quality ?? 1, place)
            }
            .filter { $0.1 > 0 }
            .sorted { ($1.1, $0.2) < ($0.1, $1.2) }
        guard let first = wanted.first else { return nil }
        self = first.0
    }

    private init?(tag: String) {
        let tag = tag.lowercased()
        if tag.hasPrefix("en") {
            self = .en
        } else if ["zh-hant", "zh-tw", "zh-hk", "zh-mo"].contains(where: tag.hasPrefix) {
            self = .zhHant
        } else if tag.hasPrefix("zh") || tag == "*" {
            self = .zhHans
        } else {
            return nil
        }
    }
}
