import Engine
import Law

extension Office {
    /// A page of the trail, newest first; that it was looked at is on the trail as well.
    package nonisolated func trail(
        _ query: TrailQuery, for viewer: Viewer
    ) async throws -> [TrailEntry] {
        try viewer.mustHold(.auditAdministrator)
        if query.before == nil {
            looks.add(TrailEntry(at: now, account: viewer.trailName, act: "saw-trail"))
        }
        return try await journal.read { try $0.trail(query) }
    }

    /// Lets the trail know that it is taken away as a file; then `trail` gives its pages.
    package nonisolated func noteTrailDownload(by viewer: Viewer) async throws {
        try viewer.mustHold(.auditAdministrator)
        try await note(viewer, "trail-downloaded", nil, "")
    }
}
