import Law

// MARK: - What everybody may open.

extension Address {
    var publicPath: String? {
        switch self {
        case .home: "/"
        case .search(let text): "/search?q=\(text.inQuery)"
        case .guides: "/guides"
        case .guide(let id): "/guides/\(id)"
        case .publications: "/publications"
        case .publication(let id, let n): "/publications/\(id)/\(n)"
        case .publicationFeed: "/publications.atom"
        case .tables: "/tables"
        case .table(let matter, let year): "/tables/\(matter)/\(year)"
        case .tableFile(let matter, let year): "/tables/\(matter)/\(year)/csv"
        case .publicReport(let year): "/report/\(year)"
        case .reportDownload(let year, let format): "/report/\(year)/download/\(format)"
        case .figure(let name, let year): "/figures/\(name)?year=\(year)"
        case .ledger: "/ledger"
        case .ledgerEntry(let n): "/ledger/entries/\(n)"
        case .ledgerEntryFile(let n, let name): "/ledger/entries/\(n)/\(name)"
        case .ledgerVerify: "/ledger/verify"
        case .checkUs: "/check-us"
        case .accessibility: "/accessibility"
        case .settings: "/settings"
        case .signIn: "/sign-in"
        case .signOut: "/sign-out"
        case .signUp: "/sign-up"
        case .account: "/account"
        case .asset(let name): "/assets/\(name)"
        case .apply, .draft, .draftQuestion, .draftOrgan, .draftName, .draftDocuments, .draftCheck,
            .confirmation, .receipt, .track, .myCases, .myCase, .myStep, .myRemark, .myNotice,
            .myConsultation, .review, .desk, .deskList, .deskPart, .deskSave, .bulkAssign,
            .consultations,
            .callBacks, .signatures, .signature, .deadlineCalendar, .deadlineMonth, .calendarFeed,
            .open, .openings, .openStep, .caseFile,
            .caseStep, .caseAssign, .caseConsultation, .caseKey, .casePass, .casePrint, .caseNotice,
            .caseProof, .proofFile, .caseRelated, .document, .autosave, .cases, .caseList,
            .dashboard, .dashboardOrgan, .atRisk,
            .waiting, .report,
            .adminOrgans, .adminOfficers, .adminOfficer, .adminAccounts, .adminAccount, .adminPacks,
            .adminPack, .adminTrail, .adminTrailFile, .adminNewOfficer, .adminNewAccount,
            .adminPackPart, .tokens, .password, .api, .openAPI, .open311, .logTile:
            nil
        }
    }
}

// MARK: - What a citizen opens.

extension Address {
    var citizenPath: String? {
        switch self {
        case .apply(let id): "/apply/\(id)"
        case .draft(let id): "/drafts/\(id)"
        case .draftQuestion(let id, let field): "/drafts/\(id)/questions/\(field)"
        case .draftOrgan(let id): "/drafts/\(id)/organ"
        case .draftName(let id): "/drafts/\(id)/name"
        case .draftDocuments(let id): "/drafts/\(id)/documents"
        case .draftCheck(let id): "/drafts/\(id)/check"
        case .confirmation(let id): "/my/cases/\(id)/filed"
        case .receipt(let id): "/my/cases/\(id)/receipt"
        case .track: "/track"
        case .myCases: "/my/cases"
        case .myCase(let id): "/my/cases/\(id)"
        case .myStep(let id, let step): "/my/cases/\(id)/steps/\(step)"
        case .myRemark(let id, let kind): "/my/cases/\(id)/remarks/\(kind)"
        case .myNotice(let id, let n): "/my/cases/\(id)/notices/\(n)"
        case .myConsultation(let id, let rule): "/my/cases/\(id)/consultations/\(rule)"
        case .review(let id): "/my/cases/\(id)/review"
        case .home, .search, .guides, .guide, .publications, .publication, .publicationFeed,
            .tables, .table, .tableFile, .publicReport, .reportDownload, .figure, .ledger,
            .ledgerEntry, .ledgerEntryFile,
            .ledgerVerify, .checkUs, .accessibility, .settings, .signIn, .signOut, .signUp,
            .account, .asset, .desk, .deskList, .deskPart, .deskSave, .bulkAssign, .consultations,
            .callBacks,
            .signatures, .signature, .deadlineCalendar, .deadlineMonth, .calendarFeed, .open,
            .openings, .openStep, .caseFile, .caseStep,
            .caseAssign, .caseConsultation, .caseKey, .casePass, .casePrint, .caseNotice,
            .caseProof, .proofFile, .caseRelated, .document, .autosave, .cases, .caseList,
            .dashboard, .dashboardOrgan, .atRisk,
            .waiting, .report,
            .adminOrgans, .adminOfficers, .adminOfficer, .adminAccounts, .adminAccount, .adminPacks,
            .adminPack, .adminTrail, .adminTrailFile, .adminNewOfficer, .adminNewAccount,
            .adminPackPart, .tokens, .password, .api, .openAPI, .open311, .logTile:
            nil
        }
    }
}

// MARK: - What an officer opens.

extension Address {
    var officerPath: String? {
        switch self {
        case .desk: "/desk"
        case .deskList(let query): query.isEmpty ? "/desk" : "/desk?\(query)"
        case .deskPart(let part): "/desk/\(part)"
        case .deskSave: "/desk/searches"
        case .bulkAssign: "/desk/assign"
        case .consultations: "/desk/consultations"
        case .callBacks: "/desk/call-backs"
        case .signatures: "/desk/signatures"
        case .signature(let id): "/desk/signatures/\(id)"
        case .deadlineCalendar: "/desk/calendar"
        case .deadlineMonth(let month): "/desk/calendar?month=\(month)"
        case .calendarFeed(let secret): "/calendar/\(secret).ics"
        case .open(let id): "/open/\(id)"
        case .openings: "/open"
        case .openStep(let id, let step): "/open/\(id)/\(step)"
        case .caseFile(let id): "/cases/\(id)"
        case .caseStep(let id, let step): "/cases/\(id)/steps/\(step)"
        case .caseAssign(let id): "/cases/\(id)/assign"
        case .caseConsultation(let id, let rule): "/cases/\(id)/consultations/\(rule)"
        case .caseKey(let id): "/cases/\(id)/keys"
        case .casePass(let id): "/cases/\(id)/pass"
        case .casePrint(let id): "/cases/\(id)/print"
        case .caseNotice(let id, let n): "/cases/\(id)/notices/\(n)"
        case .caseProof(let id, let n): "/cases/\(id)/proofs/\(n)"
        case .proofFile(let id, let n, let name): "/cases/\(id)/proofs/\(n)/\(name)"
        case .caseRelated(let id): "/cases/\(id)/related"
        case .document(let id, let digest): "/cases/\(id)/documents/\(digest)"
        case .autosave: "/autosave"
        case .cases: "/cases"
        case .caseList(let query): query.isEmpty ? "/cases" : "/cases?\(query)"
        case .home, .search, .guides, .guide, .publications, .publication, .publicationFeed,
            .tables, .table, .tableFile, .publicReport, .reportDownload, .figure, .ledger,
            .ledgerEntry, .ledgerEntryFile,
            .ledgerVerify, .checkUs, .accessibility, .settings, .signIn, .signOut, .signUp,
            .account, .asset, .apply, .draft, .draftQuestion, .draftOrgan, .draftName,
            .draftDocuments, .draftCheck, .confirmation, .receipt, .track, .myCases, .myCase,
            .myStep, .myRemark, .myNotice, .myConsultation, .review, .dashboard, .dashboardOrgan,
            .atRisk, .waiting,
            .report, .adminOrgans, .adminOfficers, .adminOfficer, .adminAccounts, .adminAccount,
            .adminPacks, .adminPack, .adminTrail, .adminTrailFile, .adminNewOfficer,
            .adminNewAccount, .adminPackPart, .tokens, .password, .api, .openAPI, .open311,
            .logTile:
            nil
        }
    }
}

// MARK: - What those open who supervise and administer.

extension Address {
    var supervisionPath: String? {
        switch self {
        case .dashboard: "/dashboard"
        case .dashboardOrgan(let id): "/dashboard?organ=\(id)"
        case .atRisk: "/dashboard/at-risk"
        case .waiting(let id, let stage): "/dashboard/waiting/\(id)/\(stage)"
        case .report(let year): "/dashboard/report/\(year)"
        case .adminOrgans: "/admin/organs"
        case .adminOfficers: "/admin/officers"
        case .adminOfficer(let id): "/admin/officers/\(id.text.inQuery)"
        case .adminAccounts: "/admin/accounts"
        case .adminAccount(let name): "/admin/accounts/\(name)"
        case .adminPacks: "/admin/packs"
        case .adminPack(let id): "/admin/packs/\(id)"
        case .adminTrail: "/admin/trail"
        case .adminTrailFile: "/admin/trail.csv"
        case .adminNewOfficer: "/admin/officers/new"
        case .adminNewAccount: "/admin/new-account"
        case .adminPackPart(let id, let part): "/admin/packs/\(id)/\(part)"
        case .tokens: "/account/tokens"
        case .password: "/account/password"
        case .home, .search, .guides, .guide, .publications, .publication, .publicationFeed,
            .tables, .table, .tableFile, .publicReport, .reportDownload, .figure, .ledger,
            .ledgerEntry, .ledgerEntryFile,
            .ledgerVerify, .checkUs, .accessibility, .settings, .signIn, .signOut, .signUp,
            .account, .asset, .apply, .draft, .draftQuestion, .draftOrgan, .draftName,
            .draftDocuments, .draftCheck, .confirmation, .receipt, .track, .myCases, .myCase,
            .myStep, .myRemark, .myNotice, .myConsultation, .review, .desk, .deskList, .deskPart,
            .deskSave,
            .bulkAssign, .consultations, .callBacks, .signatures, .signature, .deadlineCalendar,
            .deadlineMonth,
            .calendarFeed, .open, .openings, .openStep, .caseFile, .caseStep, .caseAssign,
            .caseConsultation, .caseKey,
            .casePass, .casePrint, .caseNotice, .caseProof, .proofFile, .caseRelated, .document,
            .autosave, .cases, .caseList, .api,
            .openAPI, .open311, .logTile:
            nil
        }
    }
}

// MARK: - What programs open.

extension Address {
    var programPath: String? {
        switch self {
        case .api(let path): "/api/v1/\(path)"
        case .openAPI: "/api/openapi.json"
        case .open311(let path): "/open311/v2/\(path)"
        case .logTile(let path): "/log/\(path)"
        case .home, .search, .guides, .guide, .publications, .publication, .publicationFeed,
            .tables, .table, .tableFile, .publicReport, .reportDownload, .figure, .ledger,
            .ledgerEntry, .ledgerEntryFile,
            .ledgerVerify, .checkUs, .accessibility, .settings, .signIn, .signOut, .signUp,
            .account, .asset, .apply, .draft, .draftQuestion, .draftOrgan, .draftName,
            .draftDocuments, .draftCheck, .confirmation, .receipt, .track, .myCases, .myCase,
            .myStep, .myRemark, .myNotice, .myConsultation, .review, .desk, .deskList, .deskPart,
            .deskSave,
            .bulkAssign, .consultations, .callBacks, .signatures, .signature, .deadlineCalendar,
            .deadlineMonth,
            .calendarFeed, .open, .openings, .openStep, .caseFile, .caseStep, .caseAssign,
            .caseConsultation, .caseKey,
            .casePass, .casePrint, .caseNotice, .caseProof, .proofFile, .caseRelated, .document,
            .autosave, .cases, .caseList,
            .dashboard, .dashboardOrgan, .atRisk, .waiting, .report, .adminOrgans, .adminOfficers,
            .adminOfficer,
            .adminAccounts, .adminAccount, .adminPacks, .adminPack, .adminTrail, .adminTrailFile,
            .adminNewOfficer, .adminNewAccount, .adminPackPart, .tokens, .password:
            nil
        }
    }
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
