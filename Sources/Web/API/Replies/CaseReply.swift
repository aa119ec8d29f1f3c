import Engine
import Law
import Office
import Sheets

/// A case file as a program reads it: whole for officials, and for a party what concerns them.
struct CaseReply: Encodable {
    typealias Labelled = CaseSheet.Labelled

    let `case`: String
    let number: String?
    let procedure: Labelled
    let edition: String
    let organ: Labelled
    let version: Int
    let opened: String
    let last: String
    let stage: Labelled
    let isFinal: Bool
    let assignee: String?
    let parties: [CaseSheet.Party]
    let decision: CaseSheet.Decision?
    let deadlines: [TermReply]
    let consultations: [ConsultationReply]
    let debts: [CaseSheet.Debt]
    let publications: [CaseSheet.Publication]
    let unrecorded: [String]
    let may: [CaseSheet.Possible]
    let mayNot: [CaseSheet.Impossible]

    /// For whoever sees the whole file.
    init(_ sheet: CaseSheet, of file: CaseFile) {
        self.init(
            sheet, assignee: file.assignee, parties: sheet.parties,
            consultations: sheet.consultations.map { ConsultationReply($0) },
            unrecorded: sheet.unrecorded, may: sheet.may,
            mayNot: sheet.mayNot)
    }

    /// For a party: neither who else takes part, nor how the organ deliberates.
    init(_ sheet: CaseSheet, for party: PartyRecord) {
        let roles = Set(party.roles.map(\.text))
        let asked = Set(party.questions.map(\.rule.id.text))
        self.init(
            sheet, assignee: nil,
            parties: sheet.parties.filter { $0.person.id == party.person.text },
            consultations: sheet.consultations.filter { asked.contains($0.consultation.id) }.map {
                ConsultationReply($0, only: party.person.text)
            },
            unrecorded: [],
            may: sheet.may.filter { step in
                step.by.contains { roles.contains($0.id) }
            },
            mayNot: [])
    }

    private init(
        _ sheet: CaseSheet, assignee: Person.ID?, parties: [CaseSheet.Party],
        consultations: [ConsultationReply], unrecorded: [String], may: [CaseSheet.Possible],
        mayNot: [CaseSheet.Impossible]
    ) {
        `case` = sheet.case
        number = sheet.number
        procedure = sheet.procedure
        edition = sheet.edition
        organ = sheet.organ
        version = sheet.version
        opened = sheet.opened
        last = sheet.last
        stage = sheet.stage
        isFinal = sheet.isFinal
        self.assignee = assignee?.text
        self.parties = parties
        decision = sheet.decision
        deadlines = sheet.deadlines.map(TermReply.init)
        self.consultations = consultations
        debts = sheet.debts
        publications = sheet.publications
        self.unrecorded = unrecorded
        self.may = may
        self.mayNot = mayNot
    }
}

/// A term with what is left of it in days.
struct TermReply: Encodable {
    let deadline: CaseSheet.Labelled
    let holder: CaseSheet.Labelled
    let state: CaseSheet.Term.State
    let due: String?
    let daysLeft: Int?
    let remark: String
    let why: [String]
    let basis: [String]

    init(_ term: CaseSheet.Term) {
        deadline = term.deadline
        holder = term.holder
        state = term.state
        due = term.due
        daysLeft = term.daysLeft
        remark = term.remark
        why = term.why
        basis = term.basis
    }
}

/// A consultation; one who was asked as a party sees their own question alone.
struct ConsultationReply: Encodable {
    let consultation: CaseSheet.Labelled
    let join: String
    let silence: String
    let askers: [CaseSheet.Labelled]
    let result: String?
    let questions: [CaseSheet.Consultation.Question]

    init(_ told: CaseSheet.Consultation, only person: String? = nil) {
        consultation = told.consultation
        join = told.join
        silence = told.silence
        askers = person == nil ? told.askers : []
        result = told.result
        questions = told.questions.filter { person == nil || $0.addressee.id == person }
    }
}

/// A line of the record; an outline tells that something was done, and when, but not what it says.
struct EntryReply: Encodable {
    typealias Labelled = CaseSheet.Labelled

    let sequence: Int
    let version: Int
    let effective: String
    let recorded: String
    let what: Labelled
    let role: String
    let people: [Labelled]
    let approver: Labelled?
    let outcome: Labelled?
    let number: String?
    let fields: [CaseSheet.Stated]
    let documents: [Labelled]
    let held: [HeldReply]
    let addressees: [Labelled]
    let notices: [Labelled]

    init(_ entry: CaseSheet.Entry, held: [HeldDocument], isOutline: Bool = false) {
        sequence = entry.sequence
        version = entry.version
        effective = entry.effective
        recorded = entry.recorded
        what = entry.what
        role = entry.role
        people = isOutline ? [] : entry.people
        approver = isOutline ? nil : entry.approver
        outcome = entry.outcome
        number = entry.number
        fields = isOutline ? [] : entry.fields
        documents = isOutline ? [] : entry.documents
        self.held = isOutline ? [] : held.map(HeldReply.init)
        addressees = isOutline ? [] : entry.addressees
        notices = entry.notices
    }
}

/// A document handed in, to be fetched by its digest.
struct HeldReply: Encodable {
    let kind: String
    let digest: String
    let size: Int
    let mediaType: String

    init(_ held: HeldDocument) {
        kind = held.kind.text
        digest = held.digest
        size = held.size
        mediaType = held.mediaType
    }
}

extension CaseRecord.Entry {
    /// What was handed in with the event.
    var held: [HeldDocument] {
        switch event.fact {
        case .acted(let act): act.held
        case .remarked(let remark): remark.held
        case .consulted, .passed, .assigned, .erased: []
        }
    }
}
