import Engine
package import Law
import Packs

/// Whose figures and work somebody oversees.
package struct Oversight: Sendable, Equatable {
    /// Nil for all organs.
    package let organ: Organ.ID?
    /// Whether other organs may be chosen.
    package let isOfAll: Bool
    /// The procedures whose case files may not be listed.
    let except: [Procedure.ID]

    /// The same, for one organ where several may be chosen.
    package func narrowed(to organ: Organ.ID?) -> Oversight {
        isOfAll ? Oversight(organ: organ, isOfAll: true, except: except) : self
    }
}

extension Office {
    /// What a viewer oversees: the leader of an organ that organ, of the government all; compiler and auditor all.
    ///
    /// Errors: `sign-in-needed`, `not-allowed`.
    package nonisolated func oversight(of viewer: Viewer) async throws -> Oversight {
        guard viewer.isSignedIn else { throw Self.mustSignIn }
        let except = viewer.hidden(among: try await packs().map(\.procedure))
        if !viewer.duties.isDisjoint(with: [.compiler, .auditor]) {
            return Oversight(organ: nil, isOfAll: true, except: except)
        }
        guard viewer.duties.contains(.leader), let officer = viewer.officer else {
            throw Refusal(.notAllowed, field: "duty", "数据看板由领导、年报编制人和审计人员查看")
        }
        let isOfAll = try await district()?.organ(officer.organ)?.kind == "government"
        return Oversight(organ: isOfAll ? nil : officer.organ, isOfAll: isOfAll, except: except)
    }

    /// Work that is overdue, and work due within three working days, by organ.
    package nonisolated func risks(_ oversight: Oversight) async throws -> [Risk] {
        let (now, soon) = (now, soonMoment)
        return try await journal.read {
            try $0.risks(at: now, until: soon, of: oversight.organ, except: oversight.except)
        }
    }

    /// The last moment that counts as soon: the end of the third working day from today.
    package nonisolated var soonMoment: Moment {
        .end(of: calendar.day(3, workingDaysAfter: now.day))
    }

    /// A page of the work behind a number of ``risks(_:)``.
    package nonisolated func work(
        _ oversight: Oversight, isOverdue: Bool, after: WorkQuery.Place?, limit: Int
    ) async throws -> [DeskRow] {
        var query = WorkQuery()
        query.duty = oversight.organ.map { .organ($0) }
        query.except = oversight.except
        query.dueFrom = isOverdue ? nil : now
        query.dueBefore = isOverdue ? now : Moment(seconds: soonMoment.seconds + 1)
        query.after = after
        query.limit = limit
        let asked = query
        return try await journal.read { try $0.work(asked) }
    }

    /// Where open case files stand, those first that have waited longest.
    package nonisolated func waits(_ oversight: Oversight) async throws -> [StageWait] {
        try await journal.read { try $0.waits(of: oversight.organ, except: oversight.except) }
            .sorted { ($0.since, $0.stage) < ($1.since, $1.stage) }
    }

    /// A page of the case files behind a number of ``waits(_:)``.
    package nonisolated func waiting(
        _ oversight: Oversight, _ query: WaitQuery
    ) async throws -> [CaseSummary] {
        guard !oversight.except.contains(query.procedure) else { return [] }
        var query = query
        query.organ = oversight.organ
        let asked = query
        return try await journal.read { try $0.waiting(asked) }
    }
}
