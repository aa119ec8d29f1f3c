import Engine
import Law

extension Office {
    /// The most tokens that an account may have.
    static let mostTokens = 20

    /// The tokens by which programs act for a viewer.
    package nonisolated func tokens(of viewer: Viewer) async throws -> [ProgramToken] {
        guard let account = viewer.account else { throw Self.mustSignIn }
        return try await journal.read { try $0.kept(all: ProgramToken.self, of: account) }
            .sorted { ($0.made, $0.id) < ($1.made, $1.id) }
    }

    /// Makes a token; what it says is told once.
    package nonisolated func makeToken(
        _ title: String, scopes: Set<ProgramToken.Scope>, by viewer: Viewer
    ) async throws -> String {
        guard let account = viewer.account else { throw Self.mustSignIn }
        guard (1...60).contains(title.count) else {
            throw Refusal(.badField, field: "title", "应当写明用途，不超过60字")
        }
        guard !scopes.isEmpty else {
            throw Refusal(.missingField, field: "scopes", "应当选定权限")
        }
        let secret = Secret.long()
        let token = ProgramToken(
            id: secret.hash, owner: account, title: title, scopes: scopes, made: now.seconds)
        let words = scopes.map(\.rawValue).sorted().joined(separator: " ")
        let entry = TrailEntry(at: now, account: account, act: "token-made", detail: words)
        try await journal.write { writer in
            guard try writer.kept(all: ProgramToken.self, of: account).count < Self.mostTokens
            else { throw Refusal(.badField, field: "title", "令牌过多，请先撤销不用的令牌") }
            try writer.keep(token)
            try writer.add(entry)
        }
        return secret.text
    }

    /// Revokes one of the viewer's own tokens.
    package nonisolated func revokeToken(_ id: String, by viewer: Viewer) async throws {
        guard let account = viewer.account else { throw Self.mustSignIn }
        let entry = TrailEntry(at: now, account: account, act: "token-revoked")
        try await journal.write { writer in
            guard let token = try writer.kept(ProgramToken.self, id), token.owner == account
            else { return }
            try writer.drop(ProgramToken.self, id)
            try writer.add(entry)
        }
    }
}
