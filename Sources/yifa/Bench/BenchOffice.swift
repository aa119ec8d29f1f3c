import Engine
import Foundation
import Law
import Ledger
import Office
import Packs
import Storage

/// A journal with so many open case files, made through the engine, for a server to be loaded on.
struct BenchOffice {
    let database: String
    /// A case file in the middle of the list, and the secret of its receipt.
    let subject: CaseFile.ID
    /// A program's token for the call taker of the hotline.
    let callTaker: String

    /// The organs among which the case files are spread; one of them has a demonstration account.
    static let organs: [Organ.ID] = [
        "market-supervision", "urban-enforcement", "health", "education", "civil-affairs",
        "human-resources", "housing", "ecology-environment", "emergency-management", "water",
    ]

    /// Makes the journal; the clock of what happens in it is told.
    init(
        _ database: String, cases: Int, home: Home, progress: (Int) -> Void
    ) async throws {
        self.database = database
        let authority = "beijing-haidian"
        let store = try SQLiteJournal(path: database, authority: authority, create: true)
        let office = Office(
            authority: authority, calendar: try home.calendar(), journal: store, clock: .told,
            key: try KeyFile(path: database + ".key").key(named: "yifa.example/\(authority)"))
        for reading in try PackLibrary.admitted(folder: home.path("packs"), shownAs: "packs") {
            guard let pack = reading.pack else { throw Failure("\(reading.name) cannot be read") }
            try await office.admit(AdmittedPack(pack))
        }
        let folder = try DistrictFolder("haidian-2023", home: home)
        try await folder.keep(in: store)
        let start = Moment(Day(number: 19_724), hour: 9)
        let token = Secret.long()
        try await store.write { writer in
            try writer.put(text: start.description, named: DemonstrationDay.name)
            try writer.keep(
                ProgramToken(
                    id: token.hash, owner: "call-taker", title: "bench", scopes: [.read, .write],
                    made: start.seconds))
        }
        try await DemonstrationAccounts.open(in: store, district: try folder.reader.district())
        var made = 0
        while made < cases {
            let group = min(4096, cases - made)
            let requests = (made..<(made + group)).map { Self.request($0, of: cases) }
            for result in try await office.commit(requests) { _ = try result.get() }
            made += group
            progress(made)
        }
        subject = CaseFile.ID("disclosure-2023-" + Self.sixDigits(cases / 2 + 1))
        callTaker = token.text
        try store.close()
    }

    /// An application for information; applications are spread over the working days of a month.
    private static func request(_ number: Int, of cases: Int) -> Request {
        let day = Day(number: 19_692).adding(days: number * 28 / max(cases, 1))
        let name = "申请人" + String(number % 9973)
        let act = Act(
            "apply", as: "applicant",
            by: [Participant(id: Person.ID("p-\(number)"), name: name, roles: ["applicant"])],
            fields: [
                "applicant-name": .text(name), "applicant-contact": .text("010-\(number)"),
                "applicant-kind": .choice("natural-person"), "channel": .choice("in-person"),
                "requested-information": .text("第\(number)号道路工程的施工许可证"),
            ], documents: ["identity-proof"])
        return Request(
            .opening("disclosure", organ: organs[number % organs.count]), .act(act),
            effective: Moment(day, hour: 9 + number * 8 / max(cases, 1) % 8))
    }

    private static func sixDigits(_ number: Int) -> String {
        let digits = "\(number)"
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
