import Sheets

/// Words of the home page and of the search over matters.
enum HomePhrase: String, Phrase {
    static let area = "home"

    case checkLead
    case figuresLead
    case headline
    case lead
    case matters
    case nothingFound
    case nothingFoundHint
    case publicationsLead
    case results
    case resultsCount
    case reviewLead
    case search
    case searchHint
    case searchLabel
    case searchTitle
    case trackLead
    case trackStart
    case watch
}
