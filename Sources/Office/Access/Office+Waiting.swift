import Engine
package import Law

/// Case files that wait for one step, such as those about which the centre calls back.
extension Office {
    /// How many files of a stage are looked through at most.
    private static let mostLookedThrough = 300

    /// Files that the viewer may see and in which the step may be taken now, the oldest first.
    package nonisolated func files(
        waitingFor step: Step.ID, limit: Int, for viewer: Viewer
    ) async throws -> [CaseSummary] {
        var found: [CaseSummary] = []
        for pack in try await packs() {
            guard let wanted = pack.procedure.steps[step], case .stages(let stages) = wanted.place,
                viewer.posts(in: pack.procedure).contains(where: { wanted.by.contains($0.id) })
            else { continue }
            for stage in stages.reversed() where found.count < limit {
                var query = CaseQuery()
                query.procedure = pack.procedure.id
                query.stage = stage
                query.limit = Self.mostLookedThrough
                let all = try await cases(query, order: .name, for: viewer)
                found += try await among(all, where: step, limit: limit - found.count)
            }
        }
        return found
    }

    /// Those in which a step may be taken once the law has acted up to now.
    private nonisolated func among(
        _ all: [CaseSummary], where step: Step.ID, limit: Int
    ) async throws -> [CaseSummary] {
        let moment = now
        return try await journal.read { [shelf, calendar] reader in
            var found: [CaseSummary] = []
            for summary in all where found.count < limit {
                let record = try reader.record(of: summary.subject, from: shelf)
                let isPossible = CaseOutlook(record, at: moment, by: calendar).standings
                    .contains { $0.step.id == step && $0.refusal == nil }
                if isPossible { found.append(summary) }
            }
            return found
        }
    }
}
