package import Engine
import Law
import Packs

extension Office {
    /// Those of some case files that a viewer may open, so that a list links to no closed door.
    package nonisolated func openable(
        _ summaries: [CaseSummary], by viewer: Viewer
    ) async throws -> Set<CaseFile.ID> {
        if viewer.duties.contains(.auditor) { return Set(summaries.map(\.subject)) }
        guard viewer.officer != nil || viewer.person != nil else {
            return Set(summaries.map(\.subject).filter { viewer.receipts[$0] != nil })
        }
        let procedures = try await packs().map(\.procedure)
        let hidden = viewer.hidden(among: procedures)
        let everywhere = procedures.filter { procedure in
            viewer.posts(in: procedure).contains { $0.of == .any }
        }.map(\.id)
        let kind = try await district()?.organs.first { $0.id == viewer.officer?.organ }?.kind
        let seesAll = viewer.duties.contains(.leader) && kind == "government"
        return try await journal.read { reader in
            let open = try summaries.filter { summary in
                let isHidden = hidden.contains(summary.procedure)
                if !isHidden, seesAll || everywhere.contains(summary.procedure) { return true }
                return try reader.isConcerned(
                    isHidden ? nil : viewer.officer?.organ, viewer.officer?.id ?? viewer.person,
                    in: summary.subject)
            }
            return Set(open.map(\.subject))
        }
    }
}
