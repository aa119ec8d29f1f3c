import Engine
import Law

/// An act that several must sign before it happens: each signs as themselves, and nobody for another (共同办理、审批).
package struct JointAct: Kept, Equatable {
    package static let kind = "joint"

    package let id: String
    /// The account that prepared it.
    package let owner: String
    package let draft: Draft
    /// The version of the case file that the first signer saw; nil for one to be opened.
    package let version: Int?
    /// The officers who must act together, the one who prepared it first.
    package let actors: [String]
    package let approver: String?
    package var signed: [String]
    package let made: Int64

    package var key: String { id }

    /// Those whose signature is missing.
    package var missing: [String] {
        (actors + [approver].compactMap { $0 }).filter { !signed.contains($0) }
    }
}

/// What came of an act that somebody asked for.
package enum Performed: Sendable {
    /// It happened; with the secret that opens the file to its party, if it was opened by one who is not signed in.
    case done(Receipt, secret: String?)
    /// It waits for the signatures of others.
    case waiting(JointAct)
}
