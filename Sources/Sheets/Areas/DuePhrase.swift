/// Why a due day is that day.
package enum DuePhrase: String, Phrase {
    package static let area = "due"

    case due
    case startDay
    case startHour
    case restWeekend
    case restHoliday
    case worked
    case paused
    case extended
    case rolledOver
    case unannounced
    case uncharted
}
