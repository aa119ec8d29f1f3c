import Engine
import Indicators
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

    /// A page of the work behind a number of ``risks(_:)``; on request only what people of any organ may do.
    package nonisolated func work(
        _ oversight: Oversight, isOverdue: Bool, ofAnyOrgan: Bool = false,
        after: WorkQuery.Place?, limit: Int
    ) async throws -> [DeskRow] {
        var query = WorkQuery()
        query.duty = oversight.organ.map { .organ($0) } ?? (ofAnyOrgan ? .anybody : nil)
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

    /// How long case files stayed at the stages that they left in a year, the slowest first: by what half of them took, then
    /// by what nine in ten took.
    package nonisolated func stageTimes(
        _ oversight: Oversight, year: Int
    ) async throws -> [StageStays] {
        guard let days = Day.year(year) else { return [] }
        // Procedures of one matter share the stages of the same name; the newest gives them its title.
        var places: [FigureName: (Procedure.ID, Stage.ID)] = [:]
        for procedure in try await packs().map(\.procedure)
        where !oversight.except.contains(procedure.id) {
            for stage in procedure.stages where !stage.isFinal {
                places[StageTime.figure(of: stage.id, in: procedure.matter)] =
                    (procedure.id, stage.id)
            }
        }
        let asked = places
        let found = try await journal.read { reader in
            try asked.map { figure, place in
                let query = TallyQuery(figure: figure, days: days, organ: oversight.organ)
                return StageStays(
                    procedure: place.0, stage: place.1,
                    stays: Stays(cells: try reader.cells(query)))
            }
        }
        return found.filter { $0.stays.count > 0 }.sorted { $0.slowness > $1.slowness }
    }

    /// A page of the stays behind a line of ``stageTimes(_:year:)``.
    package nonisolated func stays(
        _ oversight: Oversight, at stage: Stage.ID, of procedure: Procedure, year: Int,
        after: Stay.Place?, limit: Int
    ) async throws -> [Stay] {
        guard let days = Day.year(year), !oversight.except.contains(procedure.id) else { return [] }
        var query = StayQuery(
            figure: StageTime.figure(of: stage, in: procedure.matter), days: days)
        query.organ = oversight.organ
        query.after = after
        query.limit = limit
        let asked = query
        return try await journal.read { try $0.stays(asked) }
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

extension StageStays {
    fileprivate var slowness: (Int, Int, Int, Stage.ID, Procedure.ID) {
        (stays.days(percent: 50) ?? 0, stays.days(percent: 90) ?? 0, stays.count, stage, procedure)
    }
}
