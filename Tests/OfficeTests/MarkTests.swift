import Engine
import Law
import Packs
import Storage
import Testing

@testable import Office

/// Numbers that begin with the mark of the organ that gives them.
@Suite struct MarkTests {
    static let town: Organ.ID = "town-committee"
    static let hill: Organ.ID = "hill-committee"
    static let lake: Organ.ID = "lake-committee"

    private static let files = [
        "organs.yaml": """
        district: town
        title: {zh-Hans: 某镇, en: A town}
        authority: test-district
        organs:
          - {organ: town-committee, title: {zh-Hans: 镇调解委员会, en: Town}, kind: committee}
          - {organ: hill-committee, title: {zh-Hans: 山村调解委员会, en: Hill}, kind: committee}
          - {organ: lake-committee, title: {zh-Hans: 湖村调解委员会, en: Lake}, kind: committee}
        """,
        "people.yaml": "{surnames: [张], given-names: [丽], officers: []}",
        "competence.yaml": """
        marks:
          - {organ: town-committee, as: {mediation: 镇民调字}}
          - {organ: hill-committee, as: {mediation: 山民调字}}
        """,
    ]

    /// An office that mediates, where two of three committees have marks.
    private static func bureau(
        keeping files: Set<String> = ["organs.yaml", "people.yaml", "competence.yaml"]
    ) async throws -> Bureau {
        let source = try Repository.pack("mediation").source
        var texts = source.files
        texts["procedure.yaml"] = texts["procedure.yaml"]?
            .replacing("海民调字〔{year}〕", with: "{mark}〔{year}〕")
        let reading = PackReading.admitted(
            PackSource(name: source.name, folder: source.folder, files: texts))
        let pack = try #require(reading.pack)
        try #require(pack.procedure.numbering?.isMarked == true)
        let bureau = try await Bureau()
        try await bureau.office.admit(AdmittedPack(pack))
        let kept = Self.files.filter { files.contains($0.key) }
        try await bureau.journal.write { writer in
            for (name, text) in kept { try writer.put(text: text, named: "district/\(name)") }
        }
        return bureau
    }

    // MARK: - Refusing

    @Test func `an act that would number for an organ without a mark is refused`() async throws {
        let bureau = try await Self.bureau()
        let file = try await bureau.opened(at: Self.lake)
        let before = try await bureau.journal.digest()
        let refusal = try await bureau.office.refusal(of: bureau.registering(file))
        #expect(refusal?.code == "no-mark")
        #expect(refusal?.field == "number")
        #expect(try await bureau.journal.digest() == before)
        // What does not number needs no mark.
        let withdrawn = Act(
            "withdraw", as: "applicant", by: [Mediation.participant("p1", as: "applicant")])
        let request = Request(
            .running(file.id, expecting: nil), .act(withdrawn),
            effective: try Mediation.moment("2023-03-07"))
        #expect(try await bureau.office.submit(request).file.number == nil)
    }

    @Test(arguments: [[], ["organs.yaml", "people.yaml"], ["competence.yaml"]] as [Set<String>])
    func `a district that says nothing of competence has no marks`(files: Set<String>) async throws
    {
        let bureau = try await Self.bureau(keeping: files)
        let file = try await bureau.opened(at: Self.town)
        let refusal = try await bureau.office.refusal(of: bureau.registering(file))
        #expect(refusal?.code == "no-mark")
    }

    // MARK: - Numbering

    @Test func `two organs number each for itself from 1, and the record keeps the mark`()
        async throws
    {
        let bureau = try await Self.bureau()
        var numbers: [String?] = []
        for organ in [Self.town, Self.hill, Self.hill, Self.town, Self.hill] {
            numbers.append(try await bureau.registered(at: organ).number)
        }
        #expect(
            numbers == [
                "镇民调字〔2023〕1号", "山民调字〔2023〕1号", "山民调字〔2023〕2号", "镇民调字〔2023〕2号", "山民调字〔2023〕3号",
            ])
        let counters = try await bureau.journal.read { reader in
            try ["镇", "山"].map { try reader.counter("number:\($0)民调字〔2023〕{n}号") }
        }
        #expect(counters == [2, 3])
        let first = try await bureau.office.caseFile("mediation-2023-000001").events[1].1
        guard case .acted(let act) = first.fact else {
            Issue.record("\(first)")
            return
        }
        #expect(act.mark == "镇民调字" && act.number == "镇民调字〔2023〕1号")
        let findings = try await bureau.check()
        #expect(findings.problem == nil)
        #expect(findings.events == 10)
    }

    @Test func `each series goes on when all is rebuilt and in the year after`() async throws {
        let bureau = try await Self.bureau()
        _ = try await bureau.registered(at: Self.town)
        for _ in 0..<2 { _ = try await bureau.registered(at: Self.hill) }
        let before = try await bureau.journal.digest()
        #expect(try await bureau.office.rebuild() == 3)
        #expect(try await bureau.journal.digest() == before)
        let reopened = try Bureau.office(of: bureau.journal)
        #expect(try await bureau.registered(at: Self.hill, by: reopened).number == "山民调字〔2023〕3号")
        let later = try await bureau.opened(at: Self.town, by: reopened)
        let request = try bureau.registering(later, on: "2024-03-07")
        #expect(try await reopened.submit(request).file.number == "镇民调字〔2024〕1号")
        #expect(try await bureau.check().problem == nil)
    }

    @Test func `the law numbers also where the organ has no mark`() async throws {
        let bureau = try await Bureau()
        try await bureau.office.admit(AdmittedPack(Repository.pack("reconsideration-2023")))
        var performance = try Performance(
            "reconsideration-2023", "silence-accepts-across-the-spring-festival")
        _ = try await performance.playNext(on: bureau.office)
        let file = try #require(performance.file)
        #expect(try await bureau.office.settle(before: Mediation.moment("2024-03-01")) == 1)
        #expect(try await bureau.office.caseFile(file.id).file.number == "〔2024〕1号")
        #expect(try await bureau.check().problem == nil)
        #expect(try await bureau.office.rebuild() == 1)
    }

    // MARK: - Checking

    /// A number and a mark that a forger writes after one number of each committee, and what the check says.
    struct Forgery: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let number: String
        let mark: String?
        let found: String?
    }

    static let forgeries = [
        Forgery(
            testDescription: "the next of its mark", number: "镇民调字〔2023〕2号", mark: "镇民调字",
            found: nil),
        Forgery(
            testDescription: "out of turn for its mark", number: "镇民调字〔2023〕3号", mark: "镇民调字",
            found: "'镇民调字〔2023〕3号' is out of turn: number 2 comes next"),
        Forgery(
            testDescription: "given before", number: "镇民调字〔2023〕1号", mark: "镇民调字",
            found: "'镇民调字〔2023〕1号' is out of turn: number 2 comes next"),
        Forgery(
            testDescription: "of another mark than is recorded", number: "山民调字〔2023〕2号",
            mark: "镇民调字",
            found: "'山民调字〔2023〕2号' is not a number as '镇民调字〔{year}〕{n}号' writes it"),
        Forgery(
            testDescription: "without the mark recorded", number: "镇民调字〔2023〕2号", mark: nil,
            found: "'镇民调字〔2023〕2号' is not a number as '〔{year}〕{n}号' writes it"),
        Forgery(
            testDescription: "without a mark", number: "〔2023〕1号", mark: nil,
            found: "the engine refuses it: no-mark"),
    ]

    @Test(arguments: forgeries)
    func `the ledger check knows whose turn it is`(forgery: Forgery) async throws {
        let bureau = try await Self.bureau()
        for organ in [Self.town, Self.hill] { _ = try await bureau.registered(at: organ) }
        let file = try await bureau.opened(at: Self.town)
        guard case .act(var act) = try bureau.registering(file).command else { return }
        act.number = forgery.number
        act.mark = forgery.mark
        let moment = try Mediation.moment("2023-03-07")
        try await bureau.forge(
            Event(
                subject: file.id, version: 2, recorded: moment, effective: moment,
                organ: file.organ, edition: file.edition, fact: .acted(act)))
        let problem = try await bureau.check().problem
        #expect(problem?.sequence == forgery.found.map { _ in 5 })
        if let found = forgery.found {
            #expect(problem?.what.hasPrefix(found) == true, "\(String(describing: problem))")
        }
    }
}

extension Bureau {
    /// A mediation that was applied for at a committee.
    fileprivate func opened(at organ: Organ.ID, by office: Office? = nil) async throws -> CaseFile {
        let apply = try Mediation.apply()
        return try await (office ?? self.office).submit(
            Request(
                .opening("mediation", organ: organ), apply.command, effective: apply.effective)
        ).file
    }

    /// The request that registers a mediation, by a mediator of its committee.
    fileprivate func registering(_ file: CaseFile, on day: String = "2023-03-07") throws -> Request
    {
        let request = try Mediation.register(file.id, on: day)
        guard case .act(var act) = request.command else { return request }
        act.people = act.people.map {
            Participant(id: $0.id, name: $0.name, organ: file.organ, roles: $0.roles)
        }
        return Request(request.target, .act(act), effective: request.effective)
    }

    /// A mediation that was applied for at a committee and registered.
    fileprivate func registered(at organ: Organ.ID, by office: Office? = nil) async throws
        -> CaseFile
    {
        let file = try await opened(at: organ, by: office)
        return try await (office ?? self.office).submit(registering(file)).file
    }
}
