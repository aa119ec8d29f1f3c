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
    /// The name under which it was asked for once; nil for none.
    package let once: String?
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

    /// Whether it waits for a person: for their signature, or for any signer to sign again where all had signed and it yet did not happen.
    package func waits(for person: String) -> Bool {
        missing.isEmpty ? signed.contains(person) : missing.contains(person)
    }

    /// Whether another asks for the same: the same form about the same version of a file, or sent under the same name.
    func asksForTheSame(as other: JointAct) -> Bool {
        (version != nil || once != nil)
            && (owner, version, once) == (other.owner, other.version, other.once)
            && draft == other.draft && approver == other.approver
    }
}

/// What came of an act that somebody asked for.
package enum Performed: Sendable {
    /// It happened; with the secret that opens the file to its party, if it was opened by one who is not signed in.
    case done(Receipt, secret: String?)
    /// It waits for the signatures of others.
    case waiting(JointAct)
}
