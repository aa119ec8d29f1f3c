package import Engine
package import Law
package import Packs

/// A visit as a page sees it: who asks, and what forms must carry.
package struct Guest: Sendable {
    package let visit: Visit
    package let viewer: Viewer
}

extension Office {
    /// The present.
    package nonisolated var now: Moment {
        switch clock {
        case .system(let now): now()
        case .told: Moment(Day.earliest)
        }
    }

    /// The district with its officers; nil where the journal keeps none.
    package nonisolated func district() async throws -> District? {
        if let known = roster.district { return known }
        let district = try await journal.read { try KeptDistrict(reader: $0).current() }
        roster.district = district
        return district
    }

    /// The newest edition of each procedure; one admitted by another process is seen within seconds.
    package nonisolated func packs() async throws -> [AdmittedPack] {
        if let known = roster.packs(at: now) { return known }
        return try await journal.read { [roster, shelf, now] reader in
            let count = try reader.editionCount()
            let known = roster.packs(of: count)
            let packs = try known ?? reader.newestPacks(from: shelf)
            roster.remember(packs, of: count, at: now)
            return packs
        }
    }

    /// Begins a visit; the answer holds what the cookie must carry.
    ///
    /// A visitor's visit is written down only once there is something to remember.
    package nonisolated func beginVisit(
        account: String? = nil, receipts: [String: String] = [:]
    ) async throws -> (guest: Guest, cookie: String) {
        let secret = Secret.long()
        var visit = Visit(cookie: secret.text, account: account, began: now)
        visit.receipts = receipts
        let begun = visit
        if account != nil { try await journal.write { try $0.keep(begun) } }
        return (try await guest(of: begun), secret.text)
    }

    /// The visit that a cookie stands for: one that was written down, or that of a visitor; nil if it is over.
    package nonisolated func guest(cookie: String) async throws -> Guest? {
        guard Visit.isCookie(cookie) else { return nil }
        let id = Secret.hash(cookie)
        if let known = roster.guest(id, at: now) {
            return try await guest(known.visit, known.account)
        }
        let kept = try await journal.glance { try $0.kept(Visit.self, id) }
        let visit = kept ?? Visit(cookie: cookie, account: nil, began: now)
        return visit.isOver(at: now) ? nil : try await guest(of: visit)
    }

    /// Drops visits that are over, what visitors half filled in once their visit can no longer go on, what others left for a month, and documents handed in for what was never filed.
    package nonisolated func tidy() async throws {
        let moment = now
        try await journal.write { writer in
            for visit in try writer.kept(all: Visit.self) where visit.isOver(at: moment) {
                try writer.drop(Visit.self, visit.id)
            }
            for draft in try writer.kept(all: Draft.self) {
                let kept = draft.isOfVisit ? Visit.longest : Draft.keptSeconds
                if moment.seconds - draft.saved > kept { try writer.drop(Draft.self, draft.id) }
            }
            let drafted = try writer.digestsInDrafts()
            for holding in try writer.kept(all: Holding.self, of: Holding.unfiled)
            where moment.seconds - holding.since > Draft.keptSeconds {
                try writer.release(holding.digest, by: nil, unlessIn: drafted, at: moment)
            }
        }
    }

    /// Remembers something in a visit.
    package nonisolated func change(
        _ visit: Visit, _ change: @Sendable (inout Visit) -> Void
    ) async throws -> Guest {
        var changed = visit
        change(&changed)
        let kept = changed
        try await journal.write { try $0.keep(kept) }
        roster.forget(visit: visit.id)
        return try await guest(of: kept)
    }

    package nonisolated func endVisit(_ visit: Visit) async throws {
        let entry = TrailEntry(at: now, account: visit.account ?? "visitor", act: "sign-out")
        try await journal.write { writer in
            try writer.drop(Visit.self, visit.id)
            if visit.account != nil { try writer.add(entry) }
        }
        roster.forget(visit: visit.id)
    }

    private nonisolated func guest(of visit: Visit) async throws -> Guest {
        let account = try await journal.glance { reader in
            try visit.account.flatMap { try reader.kept(Account.self, $0) }
        }
        let isValid = account.map { $0.isActive && visit.began >= $0.visitsEndedAt } ?? true
        let standing = isValid ? account : nil
        roster.remember(Roster.Guest(visit: visit, account: standing, read: now))
        return try await guest(visit, standing)
    }

    private nonisolated func guest(_ visit: Visit, _ account: Account?) async throws -> Guest {
        let receipts = Dictionary(
            visit.receipts.map { (CaseFile.ID($0.key), Person.ID($0.value)) },
            uniquingKeysWith: { first, _ in first })
        return Guest(visit: visit, viewer: try await viewer(of: account, receipts: receipts))
    }

    /// Whom an account stands for.
    package nonisolated func viewer(
        of account: Account?, receipts: [CaseFile.ID: Person.ID] = [:]
    ) async throws -> Viewer {
        guard let account else { return Viewer(account: nil, receipts: receipts) }
        let district = try await district()
        return Viewer(
            account: account.name,
            officer: account.officer.flatMap { district?.officer(Person.ID($0)) },
            person: account.person.map { Person.ID($0) }, name: account.displayName,
            duties: account.duties, receipts: receipts)
    }
}
