import Sheets

/// What kinds of rules are called; the key is the kind.
enum RulePhrase: String, Phrase {
    static let area = "rules"

    case step
    case requirement
    case wait
    case deadline
    case pause
    case lengthening
    case consultation
    case outcome
    case remedy
    case publication
    case debt
    case surcharge
    case figure
    case passing
    case confidentiality

    init(_ kind: CitedRule.Kind) {
        switch kind {
        case .step: self = .step
        case .requirement: self = .requirement
        case .wait: self = .wait
        case .deadline: self = .deadline
        case .pause: self = .pause
        case .lengthening: self = .lengthening
        case .consultation: self = .consultation
        case .outcome: self = .outcome
        case .remedy: self = .remedy
        case .publication: self = .publication
        case .debt: self = .debt
        case .surcharge: self = .surcharge
        case .figure: self = .figure
        case .passing: self = .passing
        case .confidentiality: self = .confidentiality
        }
    }
}
