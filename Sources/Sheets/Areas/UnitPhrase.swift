/// The units of figures, which the packs name in Chinese.
package enum UnitPhrase: String, Phrase {
    package static let area = "report"

    case cases
    case times
    case caseTimes
    case people
    case documents
    case items
    case yuan
    case percentSign
}
