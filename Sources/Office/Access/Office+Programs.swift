package import Engine
package import Law
package import Packs

/// A program that acts for an account.
package struct Program: Sendable {
    package let viewer: Viewer
    package let scopes: Set<ProgramToken.Scope>
}

/// What a program was told when it used a name that counts once, so that it can be told again; nothing personal.
package struct ProgramReply: Kept, Equatable {
    package static let kind = "reply"

    /// The name under which it counts once.
    package let id: String
    package let owner: String
    package let request: String
    package let status: Int
    package let body: String
    package var key: String { id }

    package init(_ once: Once, owner: String, status: Int, body: String) {
        id = once.name
        self.owner = owner
        request = once.request
        self.status = status
        self.body = body
    }
}

/// How a program is to be told again what was done under a name that counts once; kept together with what was done.
package typealias Telling<Done> = @Sendable (Done) throws -> ProgramReply

extension JournalWriter {
    func keep<Done>(told done: Done, _ telling: Telling<Done>?) throws {
        if let reply = try telling?(done) { try keep(reply) }
    }
}

extension Office {
    /// Whom a token stands for; nil if it stands for nobody, or no longer.
    package nonisolated func program(token: String) async throws -> Program? {
        let hash = Secret.hash(token)
        let found = try await journal.glance { reader -> (ProgramToken, Account)? in
            guard let token = try reader.kept(ProgramToken.self, hash),
                let account = try reader.kept(Account.self, token.owner), account.isActive
            else { return nil }
            return (token, account)
        }
        guard let (token, account) = found else { return nil }
        return Program(viewer: try await viewer(of: account), scopes: token.scopes)
    }

    /// One who knows the secret of a receipt, as the party to whom it was given.
    package nonisolated func viewer(
        of subject: CaseFile.ID, secret: String, beside viewer: Viewer = .visitor
    ) async throws -> Viewer {
        let hash = Secret.hash(secret)
        let keys = try await journal.glance { try $0.kept(all: ReceiptKey.self, of: subject.text) }
        guard let key = keys.first(where: { $0.secretHash == hash }) else {
            throw Refusal(.signInFailed, field: "secret", "案卷编号或者查询密码不正确")
        }
        return Viewer(
            account: viewer.account, officer: viewer.officer, person: viewer.person,
            name: viewer.name, duties: viewer.duties, receipts: [subject: Person.ID(key.person)])
    }

    /// What was answered under a name that counts once; nil if nothing was.
    package nonisolated func reply(to once: Once) async throws -> ProgramReply? {
        guard let reply = try await journal.glance({ try $0.kept(ProgramReply.self, once.name) })
        else { return nil }
        guard reply.request == once.request else {
            throw Refusal(.onceOnly, field: "once", "此事项只能办理一次，已经以其他内容办理")
        }
        return reply
    }

    package nonisolated func remember(_ reply: ProgramReply) async throws {
        try await journal.write { try $0.keep(reply) }
    }
}

// MARK: - Documents

extension Office {
    /// The content held under a digest; nil if there is none.
    package nonisolated func heldContent(_ digest: String) async throws -> [UInt8]? {
        try await journal.read { try $0.document(digest) }
    }

    /// A document of a case file for whoever may see it: a party sees what they handed in themselves.
    package nonisolated func handedIn(
        _ digest: String, in subject: CaseFile.ID, as viewer: Viewer
    ) async throws -> (document: HeldDocument, bytes: [UInt8])? {
        guard let party = try await partyRecord(of: subject, as: viewer) else {
            return try await content(of: digest, in: subject, as: viewer)
        }
        guard let document = party.handedIn.first(where: { $0.digest == digest }),
            let bytes = try await heldContent(digest)
        else { return nil }
        return (document, bytes)
    }
}

// MARK: - Colleagues

extension Office {
    /// The officers of the district by number, for those who themselves hold a post or a duty.
    package nonisolated func colleagues(
        of organ: Organ.ID?, holding role: Role.ID?, for viewer: Viewer
    ) async throws -> [District.Officer] {
        guard viewer.officer != nil || !viewer.duties.isEmpty else {
            throw Refusal(.notAllowed, field: "officers", "名册由工作人员查阅")
        }
        return (try await district()?.officers ?? [])
            .filter { organ == nil || $0.organ == organ }
            .filter { officer in role.map { officer.roles.contains($0) } ?? true }
            .sorted { $0.id < $1.id }
    }
}
