import Sheets

/// Words of the forms by which officers take steps.
enum StepPhrase: String, Phrase {
    static let area = "step"

    case addressees
    case approver
    case approverHint
    case asRole
    case basis
    case burdens
    case by
    case certificateExpired
    case certificateValid
    case colleagues
    case colleaguesHint
    case issues
    case leadsTo
    case needed
    case noCertificate
    case nothingToOpen
    case organ
    case otherAddressees
    case otherAddressesHint
    case otherDocuments
    case outcome
    case removeUploaded
    case requirements
    case resumed
    case rules
    case saved
    case saveFailed
    case saveForLater
    case saving
    case sending
    case shown
    case submit
    case submitJoint
    case upload
    case uploaded
    case waits
}
