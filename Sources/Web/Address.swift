package import Engine
package import Indicators
package import Law

/// Every address of the site, without the prefix of a language; pages link, and routes answer, through this alone.
package enum Address: Sendable, Equatable {
    // Everybody
    case home
    case search(String)
    case guides
    case guide(Procedure.ID)
    case publications
    case publication(CaseFile.ID, Int)
    case publicationFeed
    case tables
    case table(Procedure.Matter.ID, year: Int)
    case tableFile(Procedure.Matter.ID, year: Int)
    case publicReport(Int)
    case reportDownload(Int, format: String)
    case figure(FigureName, year: Int)
    case ledger
    case ledgerEntry(Int)
    case ledgerEntryFile(Int, String)
    case ledgerVerify
    case checkUs
    case accessibility
    case settings
    case signIn
    case signOut
    case signUp
    case account
    case asset(String)

    // A citizen
    case apply(Procedure.ID)
    case draft(String)
    case draftQuestion(String, Field.ID)
    case draftOrgan(String)
    case draftName(String)
    case draftDocuments(String)
    case draftCheck(String)
    case confirmation(CaseFile.ID)
    case receipt(CaseFile.ID)
    case track
    case myCases
    case myCase(CaseFile.ID)
    case myStep(CaseFile.ID, Step.ID)
    case myRemark(CaseFile.ID, String)
    case myNotice(CaseFile.ID, Int)
    case myConsultation(CaseFile.ID, ConsultationRule.ID)
    case review(CaseFile.ID)

    // An officer
    case desk
    /// The desk with a query.
    case deskList(String)
    case deskPart(String)
    case deskSave
    case bulkAssign
    case consultations
    case callBacks
    case signatures
    case signature(String)
    case deadlineCalendar
    case deadlineMonth(String)
    case calendarFeed(String)
    case open(Procedure.ID)
    case openings
    case openStep(Procedure.ID, Step.ID)
    case caseFile(CaseFile.ID)
    case caseStep(CaseFile.ID, Step.ID)
    case caseAssign(CaseFile.ID)
    case caseConsultation(CaseFile.ID, ConsultationRule.ID)
    case caseKey(CaseFile.ID)
    case casePass(CaseFile.ID)
    case casePrint(CaseFile.ID)
    case caseNotice(CaseFile.ID, Int)
    case caseProof(CaseFile.ID, Int)
    case proofFile(CaseFile.ID, Int, String)
    case caseRelated(CaseFile.ID)
    case document(CaseFile.ID, String)
    case autosave
    case cases
    /// Case files with a query.
    case caseList(String)

    // A leader, a compiler, an auditor, the administrators
    case dashboard
    case dashboardOrgan(Organ.ID)
    case atRisk
    case waiting(Procedure.ID, Stage.ID)
    case report(Int)
    case adminOrgans
    case adminOfficers
    case adminOfficer(Person.ID)
    case adminAccounts
    case adminAccount(String)
    case adminPacks
    case adminPack(Procedure.ID)
    case adminTrail
    case adminTrailFile
    case adminNewOfficer
    case adminNewAccount
    case adminPackPart(Procedure.ID, String)
    case tokens
    case password

    // Programs
    case api(String)
    case openAPI
    case open311(String)
    case logTile(String)
}

extension Address {
    /// The path, with the query where there is one.
    package var path: String {
        publicPath ?? citizenPath ?? officerPath ?? supervisionPath ?? programPath ?? "/"
    }
}
