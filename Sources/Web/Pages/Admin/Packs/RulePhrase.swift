import Sheets

/// The kinds of rules, and what they are called.
enum RulePhrase: String, Phrase {
    static let area = "rules"

    case step
    case requirement
    case told
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
    case parameter
    case passing
    case confidentiality
}
