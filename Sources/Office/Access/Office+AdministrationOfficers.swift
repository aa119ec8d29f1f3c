import Engine
package import Law
package import Packs

/// An organ with the people and the work it has.
package struct OrganRow: Sendable {
    package let body: District.Body
    package let officers: Int
    /// How many terms its people owe, counted no further than `OrganRow.most`.
    package let work: Int

    package static let most = 1000
}

/// Which officers to list, by number.
package struct OfficerQuery: Sendable {
    package enum Certificate: String, Sendable, CaseIterable {
        case expired
        /// Ends within sixty days.
        case expiring
    }

    package var organ: Organ.ID?
    package var role: Role.ID?
    package var certificate: Certificate?
    /// A part of the name, or what the number begins with.
    package var text: String?
    package var after: Person.ID?
    package var limit = 50

    package static let daysOfWarning = 60

    package init() {}
}

/// A page of officers.
package struct OfficerPage: Sendable {
    package let officers: [District.Officer]
    /// How many meet the query on all pages.
    package let count: Int
    package let hasMore: Bool
}

extension Office {
    /// The organs of the district.
    package nonisolated func organs(for viewer: Viewer) async throws -> [OrganRow] {
        try viewer.mustHold(.systemAdministrator)
        guard let district = try await district() else { return [] }
        let staff = district.officers.reduce(into: [:]) { $0[$1.organ, default: 0] += 1 }
        return try await journal.read { reader in
            try district.organs.map { body in
                var query = WorkQuery()
                query.duty = .organ(body.id)
                query.limit = OrganRow.most
                return OrganRow(
                    body: body, officers: staff[body.id] ?? 0, work: try reader.workCount(query))
            }
        }
    }

    /// A page of the officers that meet a query.
    package nonisolated func officers(
        _ query: OfficerQuery, for viewer: Viewer
    ) async throws -> OfficerPage {
        try viewer.mustHold(.systemAdministrator)
        let today = now.day
        let found = (try await district()?.officers ?? [])
            .filter { query.accepts($0, on: today) }.sorted { $0.id < $1.id }
        let rest = query.after.map { after in found.filter { $0.id > after } } ?? found
        return OfficerPage(
            officers: Array(rest.prefix(query.limit)), count: found.count,
            hasMore: rest.count > query.limit)
    }

    package nonisolated func officer(
        _ id: Person.ID, for viewer: Viewer
    ) async throws -> District.Officer {
        try viewer.mustHold(.systemAdministrator)
        guard let officer = try await district()?.officer(id) else {
            throw Refusal(.unknownPerson, field: "officer", "名册中没有“\(id.text.prefix(64))”")
        }
        return officer
    }

    /// The posts that officers can hold: the roles of the procedures in force, each with what it is called in each of them.
    package nonisolated func posts() async throws -> [(role: Role.ID, titles: [Title])] {
        var titles: [Role.ID: [Title]] = [:]
        for pack in try await packs() {
            for role in pack.procedure.roles where role.kind != .party {
                if !titles[role.id, default: []].contains(role.title) {
                    titles[role.id, default: []].append(role.title)
                }
            }
        }
        return titles.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

extension OfficerQuery {
    func accepts(_ officer: District.Officer, on today: Day) -> Bool {
        if let organ, officer.organ != organ { return false }
        if let role, !officer.roles.contains(role) { return false }
        if let certificate, officer.certificateState(on: today) != certificate { return false }
        if let text, !officer.name.contains(text), !officer.id.text.hasPrefix(text) {
            return false
        }
        return true
    }
}

extension District.Officer {
    /// What is amiss with the certificate; nil if nothing is, or there is none.
    package func certificateState(on today: Day) -> OfficerQuery.Certificate? {
        guard let until = certificate?.valid.until else { return nil }
        if until < today { return .expired }
        return until <= today.adding(days: OfficerQuery.daysOfWarning) ? .expiring : nil
    }
}
