package import Sheets

/// Words that stand on every page, and on those that say what went wrong.
enum SitePhrase: String, Phrase {
    static let area = "site"

    case accessibility
    case administration
    case backHome
    case brand
    case broken
    case checkUs
    case dashboard
    case demonstration
    case demonstrationTag
    case desk
    case elderVersion
    case errorTitle
    case figures
    case footer
    case formExpired
    case guides
    case home
    case hotline
    case interfaces
    case language
    case ledger
    case myCases
    case navigation
    case notFound
    case notUnderstood
    case plainVersion
    case publications
    case refused
    case signIn
    case signOut
    case skip
    case titleEnd
    case tooLarge
    case tooMany
    case track
    case trouble
    case whereYouAre
    case wrongMethod
}

/// Every area of words that the pages use.
package enum WebAreas {
    package static let all: [any Phrase.Type] = [
        SitePhrase.self, AccountPhrase.self, FieldPhrase.self,
        DeskPhrase.self, CaseFilePhrase.self, StepPhrase.self, QueuePhrase.self,
        AdminPhrase.self, DutyPhrase.self, RulePhrase.self, TrailPhrase.self, OrganKindPhrase.self,
        APIPhrase.self,
        HomePhrase.self, GuidePhrase.self, ApplyPhrase.self, MyPhrase.self,
        FiguresPhrase.self, PublicPhrase.self, LedgerPhrase.self,
    ]
}
