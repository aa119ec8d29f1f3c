import Sheets

/// Words of the log and its proofs.
enum LedgerPhrase: String, Phrase {
    static let area = "ledger"

    case caseFile
    case caseHeading
    case caseIncluded
    case caseLead
    case caseUnknown
    case checkpoint
    case downloadEntry
    case downloadProof
    case edition
    case effective
    case entry
    case entryHint
    case entryLead
    case entryText
    case files
    case key
    case kindActed
    case kindAssigned
    case kindConsulted
    case kindErased
    case kindPassed
    case kindRemarked
    case latest
    case lead
    case look
    case neighbours
    case nothing
    case organ
    case outcome
    case pasteHeading
    case personalCommitment
    case procedure
    case proofFails
    case proofHeading
    case proofHint
    case proofHolds
    case proofMissing
    case proofText
    case reasonCheckpoint
    case reasonFormat
    case reasonLine
    case reasonNoCheckpoint
    case reasonOtherKey
    case reasonPath
    case recordCommitment
    case recorded
    case role
    case root
    case signedNote
    case size
    case verdictHolds
    case verify
    case verifyNow
    case version
    case what
}
