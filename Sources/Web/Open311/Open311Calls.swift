import Engine
import Foundation
import Hummingbird
import Law
import Office
import Sheets

/// What GeoReport v2 asks of a city.
enum Open311Calls {
    typealias Answer = Open311Routes.Answer

    static let discovery: Open311Routes.Handler = { asked in
        let url = asked.site.settings.origin + Open311Routes.root
        let formats = Told.list("format", [.text("application/json"), .text("text/xml")])
        let endpoint = Told.group([
            ("specification", .text("http://wiki.open311.org/GeoReport_v2")),
            ("url", .text(url)), ("changeset", .text("2023-01-01T00:00:00+08:00")),
            ("type", .text(asked.site.settings.isDemonstration ? "test" : "production")),
            ("formats", formats),
        ])
        return Answer(
            name: "discovery",
            told: .group([
                ("changeset", .text("2023-01-01T00:00:00+08:00")), ("contact", .text("12345")),
                ("key_service", .text(asked.site.settings.origin + "/account/tokens")),
                ("endpoints", .list("endpoint", [endpoint])),
            ]))
    }

    static let services: Open311Routes.Handler = { asked in
        let words = try await Hotline(asked)
        return Answer(
            name: "services",
            told: .list(
                "service",
                words.services.map { service in
                    .group([
                        ("service_code", .text(service.id)), ("service_name", .text(service.title)),
                        ("description", .text(words.plain ?? service.title)),
                        ("metadata", .flag(false)), ("type", .text("realtime")),
                        ("keywords", .text(words.keywords.joined(separator: ","))),
                        ("group", .text(words.title)),
                    ])
                }))
    }

    static let service: @Sendable (Asked, String) async throws -> Answer = { asked, code in
        let words = try await Hotline(asked)
        guard words.services.contains(where: { $0.id == code }) else { throw Complaint.notFound }
        return Answer(
            name: "service_definition",
            told: .group([
                ("service_code", .text(code)), ("attributes", .list("attribute", [])),
            ]))
    }

    static let request: @Sendable (Asked, String) async throws -> Answer = { asked, id in
        guard let request = try await asked.office.publicRequest(CaseFile.ID(id)) else {
            throw Complaint.notFound
        }
        return Answer(
            name: "service_requests",
            told: .list("request", [try await Hotline(asked).told(request)]))
    }

    static let token: @Sendable (Asked, String) async throws -> Answer = { asked, token in
        // A request is known by its number at once, and its number is its token.
        guard try await asked.office.publicRequest(CaseFile.ID(token)) != nil else {
            throw Complaint.notFound
        }
        return Answer(
            name: "service_requests",
            told: .list(
                "request",
                [.group([("service_request_id", .text(token)), ("token", .text(token))])]))
    }

    static let requests: Open311Routes.Handler = { asked in
        let hotline = try await Hotline(asked)
        var found: [PublicRequest] = []
        if let ids = asked.query("service_request_id") {
            for id in try asked.decoded(ids).split(separator: ",").prefix(50) {
                if let one = try await asked.office.publicRequest(CaseFile.ID(String(id))) {
                    found.append(one)
                }
            }
        } else {
            found = try await asked.office.publicRequests(query(asked))
        }
        return Answer(
            name: "service_requests", told: .list("request", found.map { hotline.told($0) }))
    }

    /// The last ninety days, or up to ninety of those asked for.
    private static func query(_ asked: Asked) throws -> RequestQuery {
        let begin = try asked.moment("start_date")
        let end = try asked.moment("end_date")
        let last = min(end?.day ?? begin?.day.adding(days: 90) ?? asked.now.day, .latest)
        let first = max(begin?.day ?? .earliest, last.adding(days: -90), .earliest)
        guard first <= last else { throw Complaint.wrong("end_date", expected: ">= start_date") }
        var query = RequestQuery(days: first...last)
        let states = try asked.decoded(asked.query("status") ?? "").split(separator: ",")
        for state in states where !["open", "closed"].contains(state) {
            throw Complaint.wrong("status", expected: "open | closed")
        }
        if Set(states).count == 1 { query.isOpen = states.first == "open" }
        query.kinds = Set(
            try asked.decoded(asked.query("service_code") ?? "").split(separator: ",")
                .map(String.init))
        return query
    }

    static let raise: Open311Routes.Handler = { asked in
        let form = try await FormBody(asked.request, upTo: 1 << 20)
        let viewer = try await caller(asked, form)
        let hotline = try await Hotline(asked)
        let code = form.text("service_code")
        guard !code.isEmpty else { throw Complaint.missing("service_code") }
        guard hotline.services.contains(where: { $0.id == code }) else { throw Complaint.notFound }
        guard !form.text("description").isEmpty else { throw Complaint.missing("description") }
        let place = form.text("address_string")
        let point = [form.text("lat"), form.text("long")].filter { !$0.isEmpty }
        let name = [form.text("last_name"), form.text("first_name")].filter { !$0.isEmpty }
        let performed = try await asked.office.ask(
            hotline: HotlineRequest(
                kind: code, words: form.text("description"), name: name.joined(separator: " "),
                phone: form.text("phone"),
                place: place.isEmpty ? point.joined(separator: ", ") : place), by: viewer)
        guard case .done(let receipt, let secret) = performed else { throw Complaint.notFound }
        let notice = secret.map {
            asked.words(
                APIPhrase.receiptNotice, ["case": receipt.file.id.text, "secret": $0])
        }
        return Answer(
            name: "service_requests",
            told: .list(
                "request",
                [
                    .group([
                        ("service_request_id", .text(receipt.file.id.text)),
                        ("service_notice", notice.map { .text($0) }),
                    ])
                ]), status: .created)
    }

    /// Whom the key stands for; without one, a citizen who asks as they are.
    private static func caller(_ asked: Asked, _ form: FormBody) async throws -> Viewer {
        let key = form.text("api_key")
        guard !key.isEmpty else { return .visitor }
        guard key.utf8.count <= 256, let program = try await asked.office.program(token: key)
        else { throw Complaint.badKey }
        guard program.scopes.contains(.write) else { throw Complaint.scope("write") }
        return program.viewer
    }
}

extension Complaint {
    /// GeoReport says 403 to a wrong key.
    fileprivate static let badKey = Complaint(
        status: .forbidden, code: "bad-token", phrase: .badToken, field: "api_key")
}

extension Asked {
    /// A value of the query as it was meant.
    fileprivate func decoded(_ text: String) throws -> String {
        guard let plain = text.removingPercentEncoding else {
            throw Complaint.wrong("query", expected: "UTF-8")
        }
        return plain
    }

    /// A moment as W3C writes it; a zone other than ours is taken at its offset.
    fileprivate func moment(_ name: String) throws -> Moment? {
        guard let text = query(name) else { return nil }
        guard let moment = Moment(w3c: try decoded(text)) else {
            throw Complaint.wrong(name, expected: "2023-01-01T00:00:00Z")
        }
        return moment
    }
}
