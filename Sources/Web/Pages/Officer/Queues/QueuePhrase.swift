import Sheets

/// Words of the signatures, questions, call-backs and the calendar of terms.
enum QueuePhrase: String, Phrase {
    static let area = "queue"

    case approve
    case approves
    case calendarCaption
    case callBackEmpty
    case callBackLead
    case callBackNext
    case decline
    case feed
    case feedAddress
    case feedMake
    case feedOff
    case feedOn
    case feedOnce
    case feedRenew
    case feedRevoke
    case inbox
    case inboxEmpty
    case inboxLead
    case missing
    case months
    case nothingToSign
    case notSigned
    case organDue
    case ownDue
    case postsDue
    case preparedByMe
    case restDay
    case sign
    case signatures
    case signed
    case signers
    case takeBack
    case toSign
}
