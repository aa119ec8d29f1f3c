import Sheets

/// Words of signing in and of one's own account.
enum AccountPhrase: String, Phrase {
    static let area = "account"

    case accountName
    case accountNameHint
    case code
    case codeHint
    case demonstrationAccounts
    case demonstrationPassword
    case displayName
    case elderExplained
    case elderOff
    case elderOn
    case errors
    case noAccount
    case organ
    case password
    case passwordHint
    case posts
    case secondFactorOff
    case secondFactorOn
    case secondFactorSecret
    case secondFactorSetUp
    case settings
    case signInLead
    case signUp
    case signUpLead
    case yourAccount
}
