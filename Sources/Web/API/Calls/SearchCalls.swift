import HTTPTypes
import Hummingbird
import Office

/// Lists of work that the account wants to come back to.
enum SearchCalls {
    static let endpoints: [Endpoint] = [
        Endpoint(
            method: .get, path: "/searches", name: "listSearches",
            summary: "The saved searches of the account.", need: .account,
            reply: .json(.page(of: SearchLine.schema)), handler: list),
        Endpoint(
            method: .post, path: "/searches", name: "saveSearch",
            summary: "Saves a search of the desk under a title.", need: .account,
            body: .json(
                .object([
                    .must("title", .words(most: 60)),
                    .must("query", .words(most: 300), "As in the address of the desk."),
                ])), statuses: [201], reply: .json(SearchLine.schema), handler: save),
        Endpoint(
            method: .delete, path: "/searches/{search}", name: "dropSearch",
            summary: "Deletes a saved search of the account.", need: .account,
            parameters: [.path("search", .words(most: 64), "The name of a saved search.")],
            statuses: [204], reply: .nothing, mayCountOnce: false, handler: drop),
    ]

    static let list: Endpoint.Handler = { call in
        let all = try await call.office.searches(of: call.viewer)
        return call.page(all.map(SearchLine.init), next: nil)
    }

    static let save: Endpoint.Handler = { call in
        let body = try call.body(SearchBody.self)
        let search = try await call.office.save(
            search: body.query, as: body.title,
            telling: call.telling(.created, SearchLine.init), by: call.viewer)
        return call.json(SearchLine(search), status: .created)
    }

    static let drop: Endpoint.Handler = { call in
        let id = call.text("search") ?? ""
        let all = try await call.office.searches(of: call.viewer)
        guard all.contains(where: { $0.id == id }) else { throw Complaint.notFound }
        try await call.office.drop(search: id, by: call.viewer)
        return Call.empty
    }
}

private struct SearchBody: Decodable {
    let title: String
    let query: String
}

private struct SearchLine: Encodable {
    let search: String
    let title: String
    let query: String

    init(_ saved: SavedSearch) {
        search = saved.id
        title = saved.title
        query = saved.query
    }

    static let schema = Schema.object([
        .must("search", .words), .must("title", .words), .must("query", .words),
    ])
}
