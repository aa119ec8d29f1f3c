package import Engine
package import Law

extension Refusal.Code {
    package static let signInFailed: Refusal.Code = "sign-in-failed"
    package static let locked: Refusal.Code = "locked"
    package static let codeNeeded: Refusal.Code = "code-needed"
    package static let notAllowed: Refusal.Code = "not-allowed"
    package static let signInNeeded: Refusal.Code = "sign-in-needed"
    package static let accountTaken: Refusal.Code = "account-taken"
}

extension Office {
    /// Signs somebody in; a visit before it ends, and a new one begins, so that nobody can fix its cookie beforehand.
    ///
    /// Errors: the refusals `sign-in-failed`, `locked` after five wrong passwords, `code-needed` where a second factor is set up.
    package nonisolated func signIn(
        _ name: String, password: String, code: String?, leaving visit: Visit?
    ) async throws -> (guest: Guest, cookie: String) {
        let account = try await journal.read { try $0.kept(Account.self, name.lowercased()) }
        let isRight = try (account?.password ?? Self.nobodysPassword).matches(password)
        guard let account, account.isActive else { throw try await failed(name, nil) }
        guard !account.isLocked(at: now) else {
            throw try await failed(name, nil, Refusal(.locked, "连续多次密码错误，账号已锁定，请十五分钟后再试"))
        }
        guard isRight else { throw try await failed(name, account) }
        let step = try await secondFactor(of: account, code)
        let moment = now
        try await journal.write { writer in
            guard var account = try writer.kept(Account.self, account.name) else { return }
            account.failures = 0
            account.lockedUntil = nil
            account.lastStep = step ?? account.lastStep
            try writer.keep(account)
            try writer.add(TrailEntry(at: moment, account: account.name, act: "sign-in"))
            if let visit { try writer.drop(Visit.self, visit.id) }
        }
        if let visit { roster.forget(visit: visit.id) }
        return try await beginVisit(account: account.name, receipts: visit?.receipts ?? [:])
    }

    private nonisolated func secondFactor(of account: Account, _ code: String?) async throws
        -> Int64?
    {
        guard let secret = account.oneTimeSecret.flatMap({ Base32.bytes($0) }) else { return nil }
        guard let code, !code.isEmpty else { throw Refusal(.codeNeeded, field: "code", "请输入动态验证码") }
        let step = OneTimeCode.step(
            of: code, secret: secret, at: wallClock(), after: account.lastStep)
        guard let step else { throw try await failed(account.name, account) }
        return step
    }

    /// A hash to compare with where there is no account, so that the answer takes as long.
    private static let nobodysPassword = PasswordHash.ofNobody

    /// Counts a failure, durably, and says no more than that it failed.
    private nonisolated func failed(
        _ name: String, _ account: Account?, _ refusal: Refusal? = nil
    ) async throws -> Refusal {
        let moment = now
        let known = Account.isName(name) ? name : "?"
        try await journal.write { writer in
            try writer.add(TrailEntry(at: moment, account: known, act: "sign-in-failed"))
            guard let account, var kept = try writer.kept(Account.self, account.name) else {
                return
            }
            kept.failures += 1
            if kept.failures >= Account.patience {
                kept.failures = 0
                kept.lockedUntil = moment.seconds + Account.lockSeconds
            }
            try writer.keep(kept)
        }
        return refusal ?? Refusal(.signInFailed, field: "password", "账号、密码或者验证码不正确")
    }

    /// Opens an account for a citizen.
    package nonisolated func signUp(
        _ name: String, displayName: String, password: String
    ) async throws {
        try Account.check(name: name)
        try Account.check(password: password, for: name)
        guard (1...60).contains(displayName.count) else {
            throw Refusal(.badField, field: "name", "应当填写姓名或者名称，不超过60字")
        }
        let account = Account(
            name: name, displayName: displayName,
            person: Person.ID("p-" + Secret.long().text.prefix(16)),
            password: try PasswordHash(password))
        try await open(account, by: name)
    }

    /// Opens an account, unless the name is taken.
    package nonisolated func open(_ account: Account, by opener: String) async throws {
        let entry = TrailEntry(
            at: now, account: opener, act: "account-opened", detail: account.name)
        let isTaken = try await journal.write { writer in
            guard try writer.kept(Account.self, account.name) == nil else { return true }
            try writer.keep(account)
            try writer.add(entry)
            return false
        }
        if isTaken { throw Refusal(.accountTaken, field: "account", "该账号已经有人使用") }
    }
}

// MARK: - One's own account

extension Office {
    package nonisolated func account(_ name: String) async throws -> Account? {
        try await journal.read { try $0.kept(Account.self, name) }
    }

    /// Turns the second factor on with a proposed secret, or off if it is on; either needs a code of the secret.
    package nonisolated func changeSecondFactor(
        of name: String, proposed: String?, code: String
    ) async throws {
        let moment = now
        let codeMoment = wallClock()
        try await journal.write { writer in
            guard var account = try writer.kept(Account.self, name) else { return }
            let text = account.oneTimeSecret ?? proposed ?? ""
            guard let secret = Base32.bytes(text), secret.count >= 16,
                let step = OneTimeCode.step(
                    of: code, secret: secret, at: codeMoment, after: account.lastStep)
            else { throw Refusal(.badField, field: "code", "动态验证码不正确") }
            account.oneTimeSecret = account.oneTimeSecret == nil ? text : nil
            account.lastStep = step
            try writer.keep(account)
            let act = account.oneTimeSecret == nil ? "second-factor-off" : "second-factor-on"
            try writer.add(TrailEntry(at: moment, account: name, act: act))
        }
    }
}
