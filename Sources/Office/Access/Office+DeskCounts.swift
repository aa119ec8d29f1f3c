import Engine
package import Law

/// What a desk shows beside its list.
extension Office {
    /// How much work several lists would show, each counted no further than its limit, read together.
    package nonisolated func deskCounts(
        _ lists: [(Scope, WorkQuery)], for viewer: Viewer
    ) async throws -> [Int] {
        var queries: [WorkQuery?] = []
        for (scope, query) in lists {
            queries.append(try await narrowed(query, to: scope, for: viewer))
        }
        let asked = queries
        return try await journal.read { reader in
            try asked.map { try $0.map { try reader.workCount($0) } ?? 0 }
        }
    }

    /// How many terms end on each day, counted no further than the query's limit.
    package nonisolated func deskDays(
        _ scope: Scope, _ query: WorkQuery, for viewer: Viewer
    ) async throws -> [Day: Int] {
        guard let asked = try await narrowed(query, to: scope, for: viewer) else { return [:] }
        return try await journal.read { try $0.workDays(asked) }
    }

    // MARK: Saved searches

    /// How many searches one person may keep.
    static let mostSearches = 30

    package nonisolated func searches(of viewer: Viewer) async throws -> [SavedSearch] {
        guard let account = viewer.account else { return [] }
        return try await journal.read { try $0.kept(all: SavedSearch.self, of: account) }
    }

    @discardableResult
    package nonisolated func save(
        search query: String, as title: String, telling: Telling<SavedSearch>? = nil,
        by viewer: Viewer
    ) async throws -> SavedSearch {
        guard let account = viewer.account else { throw Self.mustSignIn }
        guard !title.isEmpty, title.count <= 60, query.utf8.count <= 1000 else {
            throw Refusal(.missingField, field: "title", "应当填写查询的名称（不超过60字）")
        }
        guard try await searches(of: viewer).count < Self.mostSearches else {
            throw Refusal(.badField, field: "title", "保存的查询过多，请先删除不用的查询")
        }
        let search = SavedSearch(
            id: String(Secret.long().text.prefix(20)), owner: account, title: title, query: query)
        try await journal.write { writer in
            try writer.keep(search)
            try writer.keep(told: search, telling)
        }
        return search
    }

    package nonisolated func drop(search id: String, by viewer: Viewer) async throws {
        try await journal.write { writer in
            guard let search = try writer.kept(SavedSearch.self, id),
                search.owner == viewer.account
            else { return }
            try writer.drop(SavedSearch.self, id)
        }
    }
}
