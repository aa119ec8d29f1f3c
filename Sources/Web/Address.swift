package import Engine
package import Indicators
package import Law

/// An address of the site, without the prefix of a language; pages link, and routes answer, through this alone.
package struct Address: Sendable, Equatable {
    /// The path, with the query where there is one.
    package let path: String

    private init(_ path: String) { self.path = path }
}

// MARK: - What everybody may open.

extension Address {
    package static let home = Address("/")
    package static func search(_ text: String) -> Address { Address("/search?q=\(text.inQuery)") }
    package static let guides = Address("/guides")
    package static func guide(_ id: Procedure.ID) -> Address { Address("/guides/\(id)") }
    package static let publications = Address("/publications")
    package static func publication(_ id: CaseFile.ID, _ n: Int) -> Address {
        Address("/publications/\(id)/\(n)")
    }
    package static let publicationFeed = Address("/publications.atom")
    package static let tables = Address("/tables")
    package static func table(_ matter: Procedure.Matter.ID, year: Int) -> Address {
        Address("/tables/\(matter)/\(year)")
    }
    package static func tableFile(_ matter: Procedure.Matter.ID, year: Int) -> Address {
        Address("/tables/\(matter)/\(year)/csv")
    }
    package static func publicReport(_ year: Int) -> Address { Address("/report/\(year)") }
    package static func reportDownload(_ year: Int, format: String) -> Address {
        Address("/report/\(year)/download/\(format)")
    }
    package static func figure(_ name: FigureName, year: Int) -> Address {
        Address("/figures/\(name)?year=\(year)")
    }
    package static let ledger = Address("/ledger")
    package static func ledgerEntry(_ n: Int) -> Address { Address("/ledger/entries/\(n)") }
    package static func ledgerEntryFile(_ n: Int, _ name: String) -> Address {
        Address("/ledger/entries/\(n)/\(name)")
    }
    package static let ledgerVerify = Address("/ledger/verify")
    package static let checkUs = Address("/check-us")
    package static let accessibility = Address("/accessibility")
    package static let settings = Address("/settings")
    package static let signIn = Address("/sign-in")
    package static let signOut = Address("/sign-out")
    package static let signUp = Address("/sign-up")
    package static let account = Address("/account")
    package static func asset(_ name: String) -> Address { Address("/assets/\(name)") }
}

// MARK: - What a citizen opens.

extension Address {
    package static func apply(_ id: Procedure.ID) -> Address { Address("/apply/\(id)") }
    package static func draft(_ id: String) -> Address { Address("/drafts/\(id)") }
    package static func draftQuestion(_ id: String, _ field: Field.ID) -> Address {
        Address("/drafts/\(id)/questions/\(field)")
    }
    package static func draftOrgan(_ id: String) -> Address { Address("/drafts/\(id)/organ") }
    package static func draftName(_ id: String) -> Address { Address("/drafts/\(id)/name") }
    package static func draftDocuments(_ id: String) -> Address {
        Address("/drafts/\(id)/documents")
    }
    package static func draftCheck(_ id: String) -> Address { Address("/drafts/\(id)/check") }
    package static func confirmation(_ id: CaseFile.ID) -> Address {
        Address("/my/cases/\(id)/filed")
    }
    package static func receipt(_ id: CaseFile.ID) -> Address { Address("/my/cases/\(id)/receipt") }
    package static let track = Address("/track")
    package static let myCases = Address("/my/cases")
    package static func myCase(_ id: CaseFile.ID) -> Address { Address("/my/cases/\(id)") }
    package static func myStep(_ id: CaseFile.ID, _ step: Step.ID) -> Address {
        Address("/my/cases/\(id)/steps/\(step)")
    }
    package static func myRemark(_ id: CaseFile.ID, _ kind: String) -> Address {
        Address("/my/cases/\(id)/remarks/\(kind)")
    }
    package static func myNotice(_ id: CaseFile.ID, _ n: Int) -> Address {
        Address("/my/cases/\(id)/notices/\(n)")
    }
    package static func myConsultation(_ id: CaseFile.ID, _ rule: ConsultationRule.ID) -> Address {
        Address("/my/cases/\(id)/consultations/\(rule)")
    }
    package static func review(_ id: CaseFile.ID) -> Address { Address("/my/cases/\(id)/review") }
}

// MARK: - What an officer opens.

extension Address {
    package static let desk = Address("/desk")
    /// The desk with a query.
    package static func deskList(_ query: String) -> Address {
        Address(query.isEmpty ? "/desk" : "/desk?\(query)")
    }
    package static func deskPart(_ part: String) -> Address { Address("/desk/\(part)") }
    package static let deskSave = Address("/desk/searches")
    package static let bulkAssign = Address("/desk/assign")
    package static let consultations = Address("/desk/consultations")
    package static let callBacks = Address("/desk/call-backs")
    package static let signatures = Address("/desk/signatures")
    package static func signature(_ id: String) -> Address { Address("/desk/signatures/\(id)") }
    package static let deadlineCalendar = Address("/desk/calendar")
    package static func deadlineMonth(_ month: String) -> Address {
        Address("/desk/calendar?month=\(month)")
    }
    package static func calendarFeed(_ secret: String) -> Address {
        Address("/calendar/\(secret).ics")
    }
    package static func open(_ id: Procedure.ID) -> Address { Address("/open/\(id)") }
    package static let openings = Address("/open")
    package static func openStep(_ id: Procedure.ID, _ step: Step.ID) -> Address {
        Address("/open/\(id)/\(step)")
    }
    package static func caseFile(_ id: CaseFile.ID) -> Address { Address("/cases/\(id)") }
    package static func caseStep(_ id: CaseFile.ID, _ step: Step.ID) -> Address {
        Address("/cases/\(id)/steps/\(step)")
    }
    package static func caseAssign(_ id: CaseFile.ID) -> Address { Address("/cases/\(id)/assign") }
    package static func caseConsultation(_ id: CaseFile.ID, _ rule: ConsultationRule.ID) -> Address
    {
        Address("/cases/\(id)/consultations/\(rule)")
    }
    package static func caseKey(_ id: CaseFile.ID) -> Address { Address("/cases/\(id)/keys") }
    package static func casePass(_ id: CaseFile.ID) -> Address { Address("/cases/\(id)/pass") }
    package static func casePrint(_ id: CaseFile.ID) -> Address { Address("/cases/\(id)/print") }
    package static func caseNotice(_ id: CaseFile.ID, _ n: Int) -> Address {
        Address("/cases/\(id)/notices/\(n)")
    }
    package static func caseProof(_ id: CaseFile.ID, _ n: Int) -> Address {
        Address("/cases/\(id)/proofs/\(n)")
    }
    package static func proofFile(_ id: CaseFile.ID, _ n: Int, _ name: String) -> Address {
        Address("/cases/\(id)/proofs/\(n)/\(name)")
    }
    package static func caseRelated(_ id: CaseFile.ID) -> Address {
        Address("/cases/\(id)/related")
    }
    package static func document(_ id: CaseFile.ID, _ digest: String) -> Address {
        Address("/cases/\(id)/documents/\(digest)")
    }
    package static let autosave = Address("/autosave")
    package static let cases = Address("/cases")
    /// Case files with a query.
    package static func caseList(_ query: String) -> Address {
        Address(query.isEmpty ? "/cases" : "/cases?\(query)")
    }
}

// MARK: - What those open who supervise and administer.

extension Address {
    package static let dashboard = Address("/dashboard")
    package static func dashboardOrgan(_ id: Organ.ID) -> Address {
        Address("/dashboard?organ=\(id)")
    }
    package static let atRisk = Address("/dashboard/at-risk")
    package static func stays(_ id: Procedure.ID, _ stage: Stage.ID) -> Address {
        Address("/dashboard/stays/\(id)/\(stage)")
    }
    package static func waiting(_ id: Procedure.ID, _ stage: Stage.ID) -> Address {
        Address("/dashboard/waiting/\(id)/\(stage)")
    }
    package static func report(_ year: Int) -> Address { Address("/dashboard/report/\(year)") }
    package static let adminOrgans = Address("/admin/organs")
    package static let adminOfficers = Address("/admin/officers")
    package static func adminOfficer(_ id: Person.ID) -> Address {
        Address("/admin/officers/\(id.text.inQuery)")
    }
    package static let adminAccounts = Address("/admin/accounts")
    package static func adminAccount(_ name: String) -> Address {
        Address("/admin/accounts/\(name)")
    }
    package static let adminPacks = Address("/admin/packs")
    package static func adminPack(_ id: Procedure.ID) -> Address { Address("/admin/packs/\(id)") }
    package static let adminTrail = Address("/admin/trail")
    package static let adminTrailFile = Address("/admin/trail.csv")
    package static let adminNewOfficer = Address("/admin/officers/new")
    package static let adminNewAccount = Address("/admin/new-account")
    package static func adminPackPart(_ id: Procedure.ID, _ part: String) -> Address {
        Address("/admin/packs/\(id)/\(part)")
    }
    package static let tokens = Address("/account/tokens")
    package static let password = Address("/account/password")
}

// MARK: - What programs open.

extension Address {
    package static let openAPI = Address("/api/openapi.json")
    package static func logTile(_ path: String) -> Address { Address("/log/\(path)") }
}

extension String {
    /// The text as it may stand in the query of an address.
    package var inQuery: String {
        utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                return String(UnicodeScalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                return "%" + (digits.count == 1 ? "0" + digits : digits)
            }
        }
        .joined()
    }
}
