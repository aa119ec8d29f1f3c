package import Engine
package import Law

/// An account by which somebody signs in: an officer's, or a citizen's.
package struct Account: Kept, Equatable {
    package static let kind = "account"

    /// What is typed to sign in; lower-case letters, digits and hyphens.
    package let name: String
    package var displayName: String
    /// The officer it stands for, by number.
    package var officer: String?
    /// The citizen it stands for, as records name them.
    package var person: String?
    package var duties: Set<Duty>
    package var password: PasswordHash
    /// The secret of the second factor (RFC 6238), in Base32; nil where none is set up.
    package var oneTimeSecret: String?
    /// The last time step whose code was used, so that no code works twice.
    package var lastStep: Int64?
    package var failures = 0
    /// Seconds since 1970 until which nobody may sign in.
    package var lockedUntil: Int64?
    package var isActive = true
    /// Visits that began before this moment are over.
    package var visitsEndedAt: Int64 = 0

    package var key: String { name }
    /// The officer, so that all accounts of one can be found.
    package var owner: String { officer ?? "" }

    package init(
        name: String, displayName: String, officer: Person.ID? = nil, person: Person.ID? = nil,
        duties: Set<Duty> = [], password: PasswordHash
    ) {
        self.name = name
        self.displayName = displayName
        self.officer = officer?.text
        self.person = person?.text
        self.duties = duties
        self.password = password
    }
}

extension Account {
    /// How many wrong passwords in a row lock an account, and for how long.
    static let patience = 5
    static let lockSeconds: Int64 = 900

    package func isLocked(at moment: Moment) -> Bool {
        lockedUntil.map { moment.seconds < $0 } ?? false
    }

    static func isName(_ name: String) -> Bool {
        (3...32).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    /// Refuses a name that could not be typed, or shown.
    package static func check(name: String) throws(Refusal) {
        guard isName(name) else {
            throw Refusal(.badField, field: "account", "账号应当由3至32个小写字母、数字或者连字符组成")
        }
    }

    /// Refuses a password that is too easy to guess, or too long to be one.
    package static func check(password: String, for name: String) throws(Refusal) {
        guard (10...128).contains(password.count), password.utf8.count <= 512 else {
            throw Refusal(.badField, field: "password", "密码应当为10至128个字符")
        }
        guard password.lowercased() != name.lowercased(), Set(password).count >= 5 else {
            throw Refusal(.badField, field: "password", "密码过于简单，请使用不易猜到的密码")
        }
    }
}
