public import Law

/// Why an act may not happen: a code that never changes, words for a person, and the article.
///
/// A legal decision against somebody is an outcome, never a refusal.
public struct Refusal: Error, Sendable, Equatable {
    /// The stable code, for programs and scenarios.
    public let code: Code
    /// The field, step, person or thing concerned; nil if it is the act as a whole.
    public let field: String?
    /// What a person is told, in Chinese.
    public let reason: String
    /// The articles, or the rules of the pack, that the refusal rests on.
    public let basis: [Basis]

    /// A refusal.
    public init(_ code: Code, field: String? = nil, _ reason: String, basis: [Basis] = []) {
        self.code = code
        self.field = field
        self.reason = reason
        self.basis = basis
    }

    /// The name of a reason; packs add their own.
    public typealias Code = Identifier<Refusal>
}

extension Refusal: CustomStringConvertible {
    /// One line: code, field, reason, basis.
    public var description: String {
        let place = field.map { "（\($0)）" } ?? ""
        let law = basis.isEmpty ? "" : "〔\(basis.map(\.text).joined(separator: "；"))〕"
        return "\(code)\(place)：\(reason)\(law)"
    }
}

extension Identifier where Subject == Refusal {
    package static let unknownStep: Self = "unknown-step"
    package static let unknownCase: Self = "unknown-case"
    package static let unknownProcedure: Self = "unknown-procedure"
    package static let wrongStage: Self = "wrong-stage"
    package static let wrongRole: Self = "wrong-role"
    package static let wrongOrgan: Self = "wrong-organ"
    package static let recused: Self = "recused"
    package static let tooFewOfficers: Self = "too-few-officers"
    package static let notCertified: Self = "not-certified"
    package static let separation: Self = "separation"
    package static let approvalMissing: Self = "approval-missing"
    package static let approvalInvalid: Self = "approval-invalid"
    package static let alreadyDone: Self = "already-done"
    package static let tooEarly: Self = "too-early"
    package static let timeBarred: Self = "time-barred"
    package static let alreadyExtended: Self = "already-extended"
    package static let extensionTooLong: Self = "extension-too-long"
    package static let notRunning: Self = "not-running"
    package static let missingField: Self = "missing-field"
    package static let badField: Self = "bad-field"
    package static let unknownField: Self = "unknown-field"
    package static let missingDocument: Self = "missing-document"
    package static let outcomeMissing: Self = "outcome-missing"
    package static let outcomeNotAllowed: Self = "outcome-not-allowed"
    package static let noAddressee: Self = "no-addressee"
    package static let notAsked: Self = "not-asked"
    package static let alreadyAsked: Self = "already-asked"
    package static let alreadyAnswered: Self = "already-answered"
    package static let consultationOpen: Self = "consultation-open"
    package static let consultationClosed: Self = "consultation-closed"
    package static let overpaid: Self = "overpaid"
    package static let outOfOrder: Self = "out-of-order"
    package static let notInForce: Self = "not-in-force"
    package static let inFuture: Self = "in-future"
    package static let closed: Self = "closed"
    package static let byLawOnly: Self = "by-law-only"
    package static let alreadyPublished: Self = "already-published"
    package static let notPublished: Self = "not-published"
    package static let cannotPass: Self = "cannot-pass"
    package static let unknownPerson: Self = "unknown-person"
    package static let versionConflict: Self = "version-conflict"
    package static let onceOnly: Self = "once-only"
    package static let nothingLapsed: Self = "nothing-lapsed"
    package static let heavierThanTold: Self = "heavier-than-told"
    package static let notTold: Self = "not-told"
    package static let postedLater: Self = "posted-later"
    package static let namesMaskedPerson: Self = "names-masked-person"
    package static let noMark: Self = "no-mark"

    /// The codes that the engine gives by itself.
    package static let ofTheEngine: Set<Self> = [
        unknownStep, unknownCase, unknownProcedure, wrongStage, wrongRole, wrongOrgan, recused,
        tooFewOfficers, notCertified,
        separation, approvalMissing, approvalInvalid, alreadyDone, tooEarly, timeBarred,
        alreadyExtended, extensionTooLong, notRunning, missingField, badField, unknownField,
        missingDocument, outcomeMissing, outcomeNotAllowed, noAddressee, notAsked, alreadyAsked,
        alreadyAnswered, consultationOpen, consultationClosed, overpaid, outOfOrder, notInForce,
        inFuture, closed, byLawOnly, alreadyPublished, notPublished, cannotPass, unknownPerson,
        versionConflict, onceOnly, nothingLapsed, heavierThanTold, notTold, postedLater,
        namesMaskedPerson, noMark,
    ]
}
