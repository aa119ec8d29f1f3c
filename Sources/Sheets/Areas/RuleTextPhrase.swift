/// What the rules of a pack say, in words: terms, waits, consultations, remedies.
package enum RuleTextPhrase: String, Phrase {
    package static let area = "rule-texts"

    case spanChosen
    case spanChoice
    case spanSet
    case startDay
    case startHour
    case startStep
    case startField
    case startFieldElse
    case runsWhen
    case met
    case pauseSteps
    case pauseAsking
    case pauseGround
    case pauseWhen
    case restarts
    case extendBy
    case extendMost
    case posted
    case lapseOverdue
    case lapseTakes
    case lapseBars
    case undoing
    case wait
    case told
    case toldPair
    case undoes
    case times
    case requires
    case refusedElse
    case asks
    case holds
    case sendBack
    case remedyWithin
    case remedyDays
    case remedyAfter
    case listed
    case clause
    case footingAssumed
    case footingPartly
    case footingLocal
}
