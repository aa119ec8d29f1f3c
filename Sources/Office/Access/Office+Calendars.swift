import Engine
import Law

/// The private address under which a calendar program reads an officer's terms.
extension Office {
    /// Makes a new address, or takes the old one back; the address that was before no longer answers.
    package nonisolated func changeCalendarKey(
        renew isRenewed: Bool, by viewer: Viewer
    ) async throws -> String? {
        guard let account = viewer.account, viewer.officer != nil else { throw Self.mustSignIn }
        let secret = Secret.long()
        try await journal.write { writer in
            for key in try writer.kept(all: CalendarKey.self, of: account) {
                try writer.drop(CalendarKey.self, key.id)
            }
            if isRenewed { try writer.keep(CalendarKey(id: secret.hash, owner: account)) }
        }
        try await note(viewer, isRenewed ? "calendar-address" : "calendar-closed", nil, "")
        return isRenewed ? secret.text : nil
    }

    package nonisolated func hasCalendarKey(_ viewer: Viewer) async throws -> Bool {
        guard let account = viewer.account else { return false }
        return try await !journal.read { try $0.kept(all: CalendarKey.self, of: account) }.isEmpty
    }

    /// Whose calendar an address is; nil if it is nobody's.
    package nonisolated func calendarOwner(_ secret: String) async throws -> Viewer? {
        let account = try await journal.read { reader -> Account? in
            guard let key = try reader.kept(CalendarKey.self, Secret.hash(secret)) else {
                return nil
            }
            return try reader.kept(Account.self, key.owner)
        }
        guard let account, account.isActive else { return nil }
        return try await viewer(of: account)
    }
}
