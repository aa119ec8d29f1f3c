/// Days, lengths and what is left of them.
package enum TimePhrase: String, Phrase {
    package static let area = "time"

    case day
    case moment
    case month1
    case month2
    case month3
    case month4
    case month5
    case month6
    case month7
    case month8
    case month9
    case month10
    case month11
    case month12
    case monday
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday
    case workingDays
    case days
    case months
    case years
    case hours
    case today
    case left
    case gone
    case notCounting
    case money
}
