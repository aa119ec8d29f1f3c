package import Engine
package import Law
package import Packs

/// What an account may do beyond the posts that its officer holds.
package enum Duty: String, Sendable, CaseIterable, Codable {
    /// Answers for an organ, and sees its figures and files (领导).
    case leader
    /// Compiles the annual report (年报编制).
    case compiler
    /// Looks into everything, and each look is on the trail (审计).
    case auditor
    /// Organs, officers, packs (系统管理员).
    case systemAdministrator
    /// Accounts and what they may do (安全管理员).
    case securityAdministrator
    /// The trail (审计管理员).
    case auditAdministrator
}

/// Who asks: what they may see and do follows from this alone.
package struct Viewer: Sendable {
    /// The name of the account; nil for somebody who has not signed in.
    package let account: String?
    /// The officer whom the account stands for.
    package let officer: District.Officer?
    /// The citizen whom the account stands for.
    package let person: Person.ID?
    package let name: String
    package let duties: Set<Duty>
    /// The case files opened with a receipt, and as whom.
    package let receipts: [CaseFile.ID: Person.ID]

    package init(
        account: String?, officer: District.Officer? = nil, person: Person.ID? = nil,
        name: String = "", duties: Set<Duty> = [], receipts: [CaseFile.ID: Person.ID] = [:]
    ) {
        self.account = account
        self.officer = officer
        self.person = person
        self.name = name
        self.duties = duties
        self.receipts = receipts
    }

    /// Somebody of whom nothing is known.
    package static let visitor = Viewer(account: nil)

    package var isSignedIn: Bool { account != nil }

    /// How the trail names them.
    package var trailName: String { account ?? "visitor" }

    /// As whom they take part in a file as a party; nil if they do not say who they are.
    package func party(in subject: CaseFile.ID) -> Person.ID? { receipts[subject] ?? person }
}
