import HTTPTypes
import Hummingbird
import Law
import Office
import Packs

/// What administrators keep: who holds which post, and which accounts there are.
enum RosterCalls {
    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .post, path: "/officers", name: "addOfficer",
            summary: "Writes a new officer into the roster; for the system administrator.",
            need: .account, body: .json(officer), statuses: [201], reply: .json(OfficerName.schema),
            handler: add),
        Endpoint(
            method: .put, path: "/officers/{officer}", name: "changeOfficer",
            summary: "Writes down what an officer is from now on; for the system administrator.",
            need: .account, parameters: [.path("officer", .person, "The number of an officer.")],
            body: .json(officer), reply: .json(OfficerName.schema), handler: change),
        Endpoint(
            method: .get, path: "/accounts", name: "listAccounts",
            summary: "The accounts, by name; for the security administrator.", need: .account,
            parameters: [
                .query(
                    "text", .words(most: 64),
                    "The beginning of an account's name or an officer's number, or part of an officer's name."
                ), .after, .limit,
            ], reply: .json(.page(of: AccountLine.schema)), handler: accounts),
        Endpoint(
            method: .put, path: "/accounts/{account}/standing", name: "setAccountStanding",
            summary: "Lets an account sign in or not; for the security administrator.",
            need: .account,
            parameters: [.path("account", .name, "The name of an account.")],
            body: .json(.object([.must("isActive", .flag)])), reply: .json(AccountLine.schema),
            handler: standing),
    ]

    private static let officer = Schema.object([
        .must("name", .words(most: 40)), .must("organ", .name),
        .must("roles", .list(.name, most: 40), "The posts, as the procedures name their roles."),
        .may("certificate", .words(most: 32), "The number of the certificate of enforcement."),
        .may("certificateFrom", .day), .may("certificateUntil", .day),
    ])

    static let add: Endpoint.Handler = { try await keep($0, as: nil, status: .created) }

    static let change: Endpoint.Handler = { call in
        try await keep(call, as: call.id("officer"), status: .ok)
    }

    private static func keep(
        _ call: Call, as id: Person.ID?, status: HTTPResponse.Status
    ) async throws -> Response {
        if let id, try await call.office.district()?.officer(id) == nil {
            throw Complaint.notFound
        }
        let form = try call.body(OfficerBody.self).form
        let written = try await call.office.keep(
            form, as: id, telling: call.telling(status, OfficerName.init), by: call.viewer)
        return call.json(OfficerName(written), status: status)
    }

    static let accounts: Endpoint.Handler = { call in
        let after = try call.text("after").map { try Cursor.parts($0, count: 1)[0] }
        let found = try await call.office.accounts(
            call.text("text") ?? "", after: after, limit: call.limit + 1, for: call.viewer)
        let page = found.prefix(call.limit)
        let next = found.count > page.count ? page.last.map { Cursor.text([$0.name]) } : nil
        return call.page(page.map(AccountLine.init), next: next)
    }

    static let standing: Endpoint.Handler = { call in
        let name = call.text("account") ?? ""
        let isActive = try call.body(StandingBody.self).isActive
        _ = try await call.office.change(
            name, isActive ? .activate : .deactivate, by: call.viewer)
        let account = try await call.office.account(name, for: call.viewer)
        return try await call.told(AccountLine(account), status: .ok)
    }
}

private struct OfficerBody: Decodable {
    let name: String
    let organ: String
    let roles: [String]
    let certificate: String?
    let certificateFrom: String?
    let certificateUntil: String?

    var form: OfficerForm {
        var form = OfficerForm()
        form.name = name
        form.organ = organ
        form.roles = roles
        form.certificate = certificate ?? ""
        form.certificateFrom = certificateFrom ?? ""
        form.certificateUntil = certificateUntil ?? ""
        return form
    }
}

private struct OfficerName: Encodable {
    let officer: String

    init(_ id: Person.ID) { officer = id.text }

    static let schema = Schema.object([.must("officer", .words)])
}

private struct StandingBody: Decodable {
    let isActive: Bool
}

private struct AccountLine: Encodable {
    let account: String
    let officer: String?
    let person: String?
    let duties: [String]
    let isActive: Bool

    init(_ account: Account) {
        self.account = account.name
        officer = account.officer
        person = account.person
        duties = account.duties.map(\.rawValue).sorted()
        isActive = account.isActive
    }

    static let schema = Schema.object([
        .must("account", .words), .may("officer", .words), .may("person", .words),
        .must("duties", .list(.choice(Duty.allCases.map(\.rawValue)))), .must("isActive", .flag),
    ])
}
