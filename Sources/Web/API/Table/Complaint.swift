import HTTPTypes
import Sheets

/// Why a call is not understood, before anybody decides on it.
struct Complaint: Error {
    let status: HTTPResponse.Status
    let code: String
    let phrase: APIPhrase
    var places: [String: String] = [:]
    var field: String?

    static func unknown(_ field: String) -> Complaint {
        Complaint(
            status: .badRequest, code: "unknown-member", phrase: .unknownMember,
            places: ["name": field], field: field)
    }

    static func missing(_ field: String) -> Complaint {
        Complaint(
            status: .badRequest, code: "missing-member", phrase: .missingMember,
            places: ["name": field], field: field)
    }

    static func wrong(_ field: String, expected: String) -> Complaint {
        Complaint(
            status: .badRequest, code: "wrong-value", phrase: .wrongValue,
            places: ["name": field, "expected": expected], field: field)
    }

    static func unreadable(_ why: String) -> Complaint {
        Complaint(
            status: .badRequest, code: "unreadable", phrase: .unreadable, places: ["why": why])
    }

    static func mediaType(_ expected: String) -> Complaint {
        Complaint(
            status: .unsupportedMediaType, code: "media-type", phrase: .mediaType,
            places: ["expected": expected], field: "Content-Type")
    }

    static let tooLarge = Complaint(
        status: .contentTooLarge, code: "too-large", phrase: .tooLarge)
    static let badToken = Complaint(
        status: .unauthorized, code: "bad-token", phrase: .badToken, field: "Authorization")
    static let tokenNeeded = Complaint(
        status: .unauthorized, code: "token-needed", phrase: .tokenNeeded, field: "Authorization")
    static let changedSince = Complaint(
        status: .preconditionFailed, code: "version-conflict", phrase: .changedSince,
        field: "If-Match")
    static let notFound = Complaint(status: .notFound, code: "not-found", phrase: .notFound)

    static func scope(_ scope: String) -> Complaint {
        Complaint(
            status: .forbidden, code: "scope-missing", phrase: .scopeMissing,
            places: ["scope": scope], field: "Authorization")
    }

    init(_ misfit: Misfit) {
        let place = misfit.path.isEmpty ? "body" : misfit.path
        switch misfit.kind {
        case .unknown: self = .unknown(place)
        case .missing: self = .missing(place)
        case .wrong(let expected): self = .wrong(place, expected: expected)
        }
    }

    init(
        status: HTTPResponse.Status, code: String, phrase: APIPhrase,
        places: [String: String] = [:], field: String? = nil
    ) {
        self.status = status
        self.code = code
        self.phrase = phrase
        self.places = places
        self.field = field
    }
}

/// Words that programs get when they are not understood.
enum APIPhrase: String, Phrase {
    static let area = "api"

    case badToken
    case changedSince
    case mediaType
    case missingMember
    case notFound
    case receiptNotice
    case scopeMissing
    case tokenNeeded
    case tooLarge
    case unknownMember
    case unnamedReviewer
    case unreadable
    case wrongValue
}
