package import Engine
package import Law
import Packs

/// Steps that an officer has half filled in: one form of each step in each case file, kept until the act or until it is given up.
extension Office {
    /// An empty form of a step, or the one that was left half filled in.
    package nonisolated func stepDraft(
        _ step: Step.ID, in subject: CaseFile.ID?, under procedure: Procedure.ID,
        for viewer: Viewer
    ) async throws -> (draft: Draft, isKept: Bool) {
        guard let account = viewer.account, viewer.officer != nil else { throw Self.mustSignIn }
        let place = subject?.text ?? "open/\(procedure)"
        let id = "step/\(account)/\(place)/\(step)"
        let kept = try await journal.glance { try $0.kept(Draft.self, id) }
        if let kept, kept.owner == account { return (kept, true) }
        return (
            Draft(id: id, owner: account, procedure: procedure, subject: subject, step: step), false
        )
    }

    package nonisolated func keep(stepDraft draft: Draft, by viewer: Viewer) async throws {
        guard draft.owner == viewer.account else { throw Self.mustSignIn }
        if let subject = draft.subject {
            _ = try await record(of: CaseFile.ID(subject), for: viewer)
        }
        var kept = draft
        kept.saved = now.seconds
        let saved = kept
        try await journal.write { try $0.keep(saved) }
    }

    package nonisolated func drop(stepDraft draft: Draft, by viewer: Viewer) async throws {
        guard draft.owner == viewer.account else { throw Self.mustSignIn }
        try await journal.write { try $0.drop(Draft.self, draft.id) }
    }

    /// The steps of a case file of which the viewer has a half-filled form.
    package nonisolated func draftedSteps(
        in subject: CaseFile.ID, of viewer: Viewer
    ) async throws -> Set<Step.ID> {
        guard let account = viewer.account else { return [] }
        let prefix = "step/\(account)/\(subject)/"
        let drafts = try await journal.glance { reader in
            try reader.kept(page: Draft.self) {
                $0.prefix = prefix
                $0.owners = [account]
            }
        }
        return Set(drafts.map { Step.ID($0.step) })
    }
}
