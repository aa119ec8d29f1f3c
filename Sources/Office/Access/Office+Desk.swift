package import Engine
import Law
import Packs

/// What a viewer may list and read: the one place under every page and every call of a program.
extension Office {
    /// A case file with its record, if the viewer may see it; the look goes on the trail.
    ///
    /// Errors: `unknown-case`, also where there is one that the viewer may not see: nobody learns that it exists.
    package nonisolated func look(
        at subject: CaseFile.ID, as viewer: Viewer
    ) async throws -> (record: CaseRecord, sight: Sight) {
        let record = try await record(of: subject, for: viewer)
        let sight = try await sight(of: record, for: viewer)
        looks.add(
            TrailEntry(at: now, account: viewer.trailName, act: "saw-case", subject: subject))
        return (record, sight)
    }

    nonisolated func sight(of record: CaseRecord, for viewer: Viewer) async throws -> Sight {
        let organ = viewer.officer?.organ
        let isWhole = try await district()?.organs.first { $0.id == organ }?.kind == "government"
        return viewer.sight(
            of: record.file, under: record.edition.procedure, isOfAllOrgans: isWhole)
    }

    /// A record, for a viewer only if they may see it; nil is the office itself.
    nonisolated func record(
        of subject: CaseFile.ID, for viewer: Viewer?
    ) async throws -> CaseRecord {
        let record = try await journal.glance { [shelf] in try $0.record(of: subject, from: shelf) }
        if let viewer, try await sight(of: record, for: viewer) == .none {
            throw Refusal(.unknownCase, field: "case", "没有案卷“\(subject.text.prefix(64))”")
        }
        return record
    }

    /// A record; nil where there is none that the viewer may see, while damage stays an error.
    nonisolated func recordIfSeen(
        _ subject: CaseFile.ID, by viewer: Viewer
    ) async throws -> CaseRecord? {
        do {
            return try await record(of: subject, for: viewer)
        } catch let refusal as Refusal where refusal.code == .unknownCase {
            return nil
        }
    }

    /// Case files that a viewer may see; unless asked otherwise the newest of each matter first.
    package nonisolated func cases(
        _ query: CaseQuery, order: CaseQuery.Order = .newestName, for viewer: Viewer
    ) async throws -> [CaseSummary] {
        var query = query
        query.order = order
        query.except = viewer.hidden(among: try await packs().map(\.procedure))
        if viewer.duties.contains(.auditor) {
            // Sees all.
        } else if let officer = viewer.officer {
            let kind = try await district()?.organ(officer.organ)?.kind
            let seesAll = viewer.duties.contains(.leader) && kind == "government"
            if !seesAll { query.concerning = officer.organ }
        } else if let person = viewer.person {
            query.involving = person
        } else {
            return []
        }
        let asked = query
        return try await journal.read { try $0.cases(asked) }
    }

    /// Whose work to list.
    package enum Scope: String, Sendable, CaseIterable {
        /// What was assigned to the viewer.
        case mine
        /// What the viewer's organ owes.
        case organ
        /// What the viewer's posts may do for any organ.
        case posts
        /// Questions waiting for the viewer's answer.
        case questions
    }

    /// A page of work; earliest due first, paused last.
    package nonisolated func desk(
        _ scope: Scope, _ query: WorkQuery, for viewer: Viewer
    ) async throws -> [DeskRow] {
        guard let asked = try await narrowed(query, to: scope, for: viewer) else { return [] }
        return asked.isInOrder
            ? try await journal.glance { try $0.work(asked) }
            : try await journal.read { try $0.work(asked) }
    }

    /// How much work there is, counted no further than the query's limit.
    package nonisolated func deskCount(
        _ scope: Scope, _ query: WorkQuery, for viewer: Viewer
    ) async throws -> Int {
        guard let asked = try await narrowed(query, to: scope, for: viewer) else { return 0 }
        return try await journal.read { try $0.workCount(asked) }
    }

    nonisolated func narrowed(
        _ query: WorkQuery, to scope: Scope, for viewer: Viewer
    ) async throws -> WorkQuery? {
        guard let officer = viewer.officer else { return nil }
        var query = query
        query.except = viewer.hidden(among: try await packs().map(\.procedure))
        switch scope {
        case .mine: query.assignee = .person(officer.id)
        case .organ: query.duty = .organ(officer.organ)
        case .posts:
            query.duty = .anybody
            let posts = officer.roles.sorted()
            query.holders = query.holders.isEmpty ? posts : query.holders.filter(posts.contains)
            if query.holders.isEmpty { return nil }
        case .questions: query.person = officer.id
        }
        return query
    }
}
