import Sheets

/// Words of the controls by which fields of packs are filled in.
enum FieldPhrase: String, Phrase {
    static let area = "field"

    case optional
    case left
    case choose
    case yes
    case no
    case numberHint
    case moneyHint
    case dayHint
    case lengthUnit
    case personHint
    case workingDays
    case days
    case months
    case years
    case hours
}
