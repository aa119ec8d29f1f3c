import Engine
package import Law
import Packs

/// What the security administrator can do to an account that is there.
package enum AccountChange: Sendable, Equatable {
    case activate
    case deactivate
    /// Ends a lock-out after wrong passwords.
    case unlock
    /// Gives a new password, told once.
    case resetPassword
    case dropSecondFactor
    case endVisits
    case setDuties(Set<Duty>)
}

extension Office {
    /// A page of accounts, by name; `text` is the beginning of an account's name, or of an officer's number, or part of an officer's name.
    package nonisolated func accounts(
        _ text: String, after: String? = nil, limit: Int = 50, for viewer: Viewer
    ) async throws -> [Account] {
        try viewer.mustHold(.securityAdministrator)
        let officers = text.isEmpty ? [] : try await officers(matching: text)
        return try await journal.read { reader in
            let named = try reader.kept(page: Account.self) {
                $0.prefix = text.lowercased()
                $0.after = after
                $0.limit = limit
            }
            guard !officers.isEmpty else { return named }
            let held = try reader.kept(page: Account.self) {
                $0.owners = officers
                $0.after = after
                $0.limit = limit
            }
            let names = Set(named.map(\.name))
            let all = named + held.filter { !names.contains($0.name) }
            return Array(all.sorted { $0.name < $1.name }.prefix(limit))
        }
    }

    private nonisolated func officers(matching text: String) async throws -> [String] {
        let found = try await district()?.officers.filter {
            $0.name.contains(text) || $0.id.text.hasPrefix(text)
        }
        return (found ?? []).prefix(200).map(\.id.text)
    }

    package nonisolated func account(_ name: String, for viewer: Viewer) async throws -> Account {
        try viewer.mustHold(.securityAdministrator)
        guard let account = try await account(name) else { throw Self.noAccount(name) }
        return account
    }

    static func noAccount(_ name: String) -> Refusal {
        Refusal(.unknownAccount, field: "account", "没有账号“\(name.prefix(32))”")
    }

    /// Opens an account for an officer, a citizen, or with duties alone; answers its first password, unless one is given.
    package nonisolated func openAccount(
        _ name: String, displayName: String, officer: Person.ID? = nil, isCitizen: Bool = false,
        duties: Set<Duty> = [], password: String? = nil, by viewer: Viewer
    ) async throws -> String {
        try viewer.mustHold(.securityAdministrator)
        try Account.check(name: name)
        let given = password ?? Secret.typed().text
        try Account.check(password: given, for: name)
        let known = try await known(officer)
        guard known != nil || isCitizen || !duties.isEmpty else {
            throw Refusal(.missingField, field: "officer", "应当填写工作人员编号，或者授予职责")
        }
        let shown = displayName.isEmpty ? known?.name ?? name : displayName
        guard shown.count <= 60 else {
            throw Refusal(.badField, field: "name", "姓名或者名称不超过60字")
        }
        let account = Account(
            name: name, displayName: shown, officer: officer,
            person: isCitizen ? Person.ID("p-" + Secret.long().text.prefix(16)) : nil,
            duties: duties, password: try PasswordHash(given))
        let entry = TrailEntry(
            at: now, account: viewer.trailName, act: "account-opened",
            detail: ([name, officer?.text ?? ""] + duties.map { "+\($0.rawValue)" }.sorted())
                .filter { !$0.isEmpty }.joined(separator: " "))
        try await journal.write { writer in
            guard try writer.kept(Account.self, name) == nil else {
                throw Refusal(.accountTaken, field: "account", "该账号已经有人使用")
            }
            try writer.checkApart(account)
            try writer.keep(account)
            try writer.add(entry)
        }
        return given
    }

    private nonisolated func known(_ id: Person.ID?) async throws -> District.Officer? {
        guard let id else { return nil }
        guard let officer = try await district()?.officer(id) else {
            throw Refusal(.unknownPerson, field: "officer", "名册中没有“\(id.text.prefix(64))”")
        }
        return officer
    }

    /// Changes an account, never one's own; answers the new password where there is one.
    package nonisolated func change(
        _ name: String, _ change: AccountChange, password: String? = nil, by viewer: Viewer
    ) async throws -> String? {
        try viewer.mustHold(.securityAdministrator)
        guard name != viewer.account else {
            throw Refusal(.ownAccount, field: "account", "不能管理自己的账号，请由另一名安全管理员办理")
        }
        let secret = change == .resetPassword ? password ?? Secret.typed().text : nil
        if let secret { try Account.check(password: secret, for: name) }
        let hash = try secret.map { try PasswordHash($0) }
        let moment = now
        let trailName = viewer.trailName
        try await journal.write { writer in
            guard var account = try writer.kept(Account.self, name) else {
                throw Self.noAccount(name)
            }
            let detail = account.apply(change, hash, at: moment)
            try writer.checkApart(account)
            try writer.keep(account)
            if account.visitsEndedAt == moment.seconds { try writer.dropVisits(of: name) }
            try writer.add(
                TrailEntry(at: moment, account: trailName, act: change.act, detail: detail))
        }
        roster.forgetGuests(of: name)
        return secret
    }
}

extension Account {
    /// Applies a change; answers what the trail says of it.
    fileprivate mutating func apply(
        _ change: AccountChange, _ hash: PasswordHash?, at moment: Moment
    ) -> String {
        switch change {
        case .activate: isActive = true
        case .deactivate:
            isActive = false
            visitsEndedAt = moment.seconds
        case .unlock:
            failures = 0
            lockedUntil = nil
        case .resetPassword:
            if let hash { password = hash }
            failures = 0
            lockedUntil = nil
            visitsEndedAt = moment.seconds
        case .dropSecondFactor:
            oneTimeSecret = nil
            lastStep = nil
        case .endVisits: visitsEndedAt = moment.seconds
        case .setDuties(let wanted):
            let given = wanted.subtracting(duties).map { "+\($0.rawValue)" }.sorted()
            let taken = duties.subtracting(wanted).map { "-\($0.rawValue)" }.sorted()
            duties = wanted
            return ([name] + given + taken).joined(separator: " ")
        }
        return name
    }
}

extension AccountChange {
    /// What the trail calls it.
    var act: String {
        switch self {
        case .activate: "account-activated"
        case .deactivate: "account-deactivated"
        case .unlock: "account-unlocked"
        case .resetPassword: "password-reset"
        case .dropSecondFactor: "second-factor-dropped"
        case .endVisits: "visits-ended"
        case .setDuties: "duties-changed"
        }
    }
}

extension JournalWriter {
    /// Refuses duties that one person may not unite, also over several accounts of one officer.
    fileprivate func checkApart(_ account: Account) throws {
        guard account.person == nil || account.duties.isEmpty else {
            throw Refusal(.dutiesApart, field: "duties", "公众账号不能担任职责")
        }
        var held = account.duties
        if let officer = account.officer {
            let others = try kept(all: Account.self, of: officer)
            for other in others where other.name != account.name { held.formUnion(other.duties) }
        }
        guard held.intersection(Duty.administrators).count <= 1 else {
            throw Refusal(.dutiesApart, field: "duties", "系统、安全、审计管理员应当由不同的人担任（三员分立）")
        }
    }

    fileprivate func dropVisits(of account: String) throws {
        for visit in try kept(all: Visit.self, of: account) { try drop(Visit.self, visit.id) }
    }
}
