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
    public static let unknownStep: Self = "unknown-step"
    public static let wrongStage: Self = "wrong-stage"
    public static let wrongRole: Self = "wrong-role"
    public static let wrongOrgan: Self = "wrong-organ"
    public static let recused: Self = "recused"
    public static let tooFewOfficers: Self = "too-few-officers"
    public static let notCertified: Self = "not-certified"
    public static let separation: Self = "separation"
    public static let approvalMissing: Self = "approval-missing"
    public static let approvalInvalid: Self = "approval-invalid"
    public static let alreadyDone: Self = "already-done"
    public static let tooEarly: Self = "too-early"
    public static let timeBarred: Self = "time-barred"
    public static let alreadyExtended: Self = "already-extended"
    public static let extensionTooLong: Self = "extension-too-long"
    public static let notRunning: Self = "not-running"
    public static let missingField: Self = "missing-field"
    public static let badField: Self = "bad-field"
    public static let unknownField: Self = "unknown-field"
    public static let missingDocument: Self = "missing-document"
    public static let outcomeMissing: Self = "outcome-missing"
    public static let outcomeNotAllowed: Self = "outcome-not-allowed"
    public static let noAddressee: Self = "no-addressee"
    public static let notAsked: Self = "not-asked"
    public static let alreadyAsked: Self = "already-asked"
    public static let alreadyAnswered: Self = "already-answered"
    public static let consultationOpen: Self = "consultation-open"
    public static let consultationClosed: Self = "consultation-closed"
    public static let overpaid: Self = "overpaid"
    public static let outOfOrder: Self = "out-of-order"
    public static let notInForce: Self = "not-in-force"
    public static let closed: Self = "closed"
    public static let byLawOnly: Self = "by-law-only"
    public static let alreadyPublished: Self = "already-published"
    public static let notPublished: Self = "not-published"
    public static let cannotPass: Self = "cannot-pass"
    public static let unknownPerson: Self = "unknown-person"
    public static let versionConflict: Self = "version-conflict"

    /// The codes that the engine gives by itself.
    public static let ofTheEngine: Set<Self> = [
        unknownStep, wrongStage, wrongRole, wrongOrgan, recused, tooFewOfficers, notCertified,
        separation, approvalMissing, approvalInvalid, alreadyDone, tooEarly, timeBarred,
        alreadyExtended, extensionTooLong, notRunning, missingField, badField, unknownField,
        missingDocument, outcomeMissing, outcomeNotAllowed, noAddressee, notAsked, alreadyAsked,
        alreadyAnswered, consultationOpen, consultationClosed, overpaid, outOfOrder, notInForce,
        closed, byLawOnly, alreadyPublished, notPublished, cannotPass, unknownPerson,
        versionConflict,
    ]
}
