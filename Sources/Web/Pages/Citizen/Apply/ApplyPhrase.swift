import Sheets

/// Words of applying: the task list, its questions, the check before filing.
enum ApplyPhrase: String, Phrase {
    static let area = "apply"

    case answered
    case badDocument
    case badValue
    case begin
    case begun
    case begunLead
    case change
    case check
    case checkLead
    case chooseOrgan
    case chooseStep
    case checkTask
    case continueDraft
    case delete
    case documentKind
    case documents
    case documentsHint
    case documentsNone
    case documentsOther
    case documentsSome
    case done
    case file
    case held
    case keptAccount
    case keptUntil
    case later
    case missing
    case missingCount
    case mustAnswer
    case mustAnswerTitle
    case mustChoose
    case mustFile
    case name
    case nameHint
    case notAnswered
    case notNeeded
    case optional
    case organ
    case organHint
    case originals
    case progress
    case promised
    case questions
    case ready
    case remove
    case save
    case shown
    case startLead
    case submit
    case submitBusy
    case submitHint
    case submitLater
    case submitTerms
    case tasksLead
    case termFrom
    case termWhen
    case toTasks
    case upload
    case uploaded
    case who
    case whoSignedIn
}
