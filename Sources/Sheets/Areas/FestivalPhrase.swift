/// The festivals of the calendar, which names them in Chinese.
package enum FestivalPhrase: String, Phrase {
    package static let area = "time"

    case newYear
    case springFestival
    case tombSweeping
    case labourDay
    case dragonBoat
    case midAutumn
    case nationalDay
    case victoryDay
}
