import Engine
package import Law
import Ledger

/// An admitted edition and since when it is used.
package struct EditionUse: Sendable {
    package let pack: AdmittedPack
    /// Whether new case files open under it.
    package let isNewest: Bool
    /// The first entry of the ledger under it; nil if there is none, or the counters of an older journal do not know.
    package let first: (sequence: Int, at: Moment)?
}

extension Office {
    /// All admitted editions of all procedures, by procedure, oldest first; for everybody with a duty or a post.
    package nonisolated func editions(for viewer: Viewer) async throws -> [EditionUse] {
        guard viewer.isSignedIn else { throw Self.mustSignIn }
        guard viewer.officer != nil || !viewer.duties.isEmpty else {
            throw Refusal(.notAllowed, field: "account", "程序包页面供工作人员查阅")
        }
        return try await journal.read { [shelf] reader in
            let stored = try reader.editions()
            let uses = try stored.indices.map { index -> EditionUse in
                let one = stored[index]
                let first = try reader.counter(EditionUse.counter(one.id)) - 1
                let envelope = try first < 0 ? nil : reader.event(at: first)?.envelope
                let at = try envelope.map { try Envelope($0).recorded }
                return EditionUse(
                    pack: try shelf.pack(one),
                    isNewest: !stored[(index + 1)...].contains { $0.procedure == one.procedure },
                    first: at.map { (first, $0) })
            }
            return uses.sorted {
                $0.pack.procedure.id == $1.pack.procedure.id
                    ? $1.isNewest && !$0.isNewest : $0.pack.procedure.id < $1.pack.procedure.id
            }
        }
    }
}

extension EditionUse {
    /// The counter that keeps the first entry under an edition, plus one.
    static func counter(_ edition: Edition.ID) -> String { "first:\(edition)" }
}
