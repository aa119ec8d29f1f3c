import Sheets

/// What the acts on the trail are called; the key is the act.
enum TrailPhrase: String, Phrase {
    static let area = "trail"

    case signIn = "sign-in"
    case signInFailed = "sign-in-failed"
    case signOut = "sign-out"
    case secondFactorOn = "second-factor-on"
    case secondFactorOff = "second-factor-off"
    case sawCase = "saw-case"
    case sawDocument = "saw-document"
    case sawTrail = "saw-trail"
    case trailDownloaded = "trail-downloaded"
    case acted
    case consulted
    case assigned
    case remarked
    case prepared
    case signed
    case declined
    case keyIssued = "key-issued"
    case openedByReceipt = "opened-by-receipt"
    case passedOver = "passed-over"
    case calendarAddress = "calendar-address"
    case calendarClosed = "calendar-closed"
    case accountOpened = "account-opened"
    case accountActivated = "account-activated"
    case accountDeactivated = "account-deactivated"
    case accountUnlocked = "account-unlocked"
    case passwordReset = "password-reset"
    case passwordChanged = "password-changed"
    case secondFactorDropped = "second-factor-dropped"
    case visitsEnded = "visits-ended"
    case dutiesChanged = "duties-changed"
    case tokenMade = "token-made"
    case tokenRevoked = "token-revoked"
    case officerAdded = "officer-added"
    case officerChanged = "officer-changed"
}
