import Engine
import Law

extension Office {
    /// Changes one's own password, and ends one's other visits; wrong guesses lock the account as they do at signing in.
    package nonisolated func changePassword(
        from old: String, to new: String, in visit: Visit
    ) async throws {
        guard let name = visit.account, let account = try await account(name) else {
            throw Self.mustSignIn
        }
        guard try account.password.matches(old) else { throw try await wrongGuess(of: name) }
        try Account.check(password: new, for: name)
        let hash = try PasswordHash(new)
        let entry = TrailEntry(at: now, account: name, act: "password-changed")
        try await journal.write { writer in
            guard var account = try writer.kept(Account.self, name) else { return }
            account.password = hash
            account.failures = 0
            try writer.keep(account)
            for other in try writer.kept(all: Visit.self, of: name) where other.id != visit.id {
                try writer.drop(Visit.self, other.id)
            }
            try writer.add(entry)
        }
        roster.forgetGuests(of: name)
    }

    private nonisolated func wrongGuess(of name: String) async throws -> Refusal {
        let moment = now
        let isLocked = try await journal.write { writer -> Bool in
            try writer.add(TrailEntry(at: moment, account: name, act: "sign-in-failed"))
            guard var account = try writer.kept(Account.self, name) else { return false }
            account.failures += 1
            let isLocked = account.failures >= Account.patience
            if isLocked {
                account.failures = 0
                account.lockedUntil = moment.seconds + Account.lockSeconds
                for visit in try writer.kept(all: Visit.self, of: name) {
                    try writer.drop(Visit.self, visit.id)
                }
            }
            try writer.keep(account)
            return isLocked
        }
        if isLocked { roster.forgetGuests(of: name) }
        return Refusal(.signInFailed, field: "old", "原密码不正确")
    }
}
