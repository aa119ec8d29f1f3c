import Engine
import Foundation
import Law
import Ledger
import Office
import Packs
import Storage
import Testing

/// The packs and the calendar of this repository.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let calendar = Result {
        try CalendarReader().read(
            String(contentsOf: root.appending(path: "calendars/cn.yaml"), encoding: .utf8),
            file: "calendars/cn.yaml")
    }
    static let packs = Result {
        try PackLibrary.admitted(folder: root.appending(path: "packs"), shownAs: "packs")
            .compactMap(\.pack)
    }
    static let names = [
        "disclosure", "dispute-screening", "hotline", "mediation", "penalty-ordinary",
        "penalty-simple", "pre-case-settlement", "reconsideration-2017", "reconsideration-2023",
        "record-correction", "service-review",
    ]

    static func pack(_ name: String) throws -> Pack {
        try #require(packs.get().first { $0.procedure.id.text == name })
    }
}

/// A folder of its own for a test, removed with it.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "yifa-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// An office with a journal of its own, in which stories are played.
struct Bureau: Sendable {
    static let authority = "test-district"
    static let key = Result { try SigningKey(name: "yifa.test/district", seed: Array(0..<32)) }

    let scratch: Scratch
    let journal: SQLiteJournal
    let office: Office

    var path: String { scratch.path("journal.db") }

    /// A new journal that has admitted the packs of these names.
    init(_ names: [String] = [], clock: Office.Clock = .told) async throws {
        scratch = try Scratch()
        journal = try SQLiteJournal(
            path: scratch.path("journal.db"), authority: Self.authority, create: true)
        office = try Self.office(of: journal, clock)
        for name in names { try await office.admit(AdmittedPack(Repository.pack(name))) }
        if !names.isEmpty { try await journal.write { try Marks.keep(in: $0) } }
    }

    static func office(
        of journal: any Journal, _ clock: Office.Clock = .told
    ) throws -> Office {
        Office(
            authority: authority, calendar: try Repository.calendar.get(), journal: journal,
            clock: clock, key: try key.get())
    }

    func check() async throws -> LedgerCheck.Findings { try await Self.check(journal) }

    static func check(_ journal: any Journal) async throws -> LedgerCheck.Findings {
        let check = LedgerCheck(
            authority: authority, verifier: try key.get().verifier,
            calendar: try Repository.calendar.get())
        return try await journal.read { try check.run($0) }
    }

    /// Plays a story to its end; the case file it made.
    @discardableResult
    func play(_ pack: String, _ scenario: String) async throws -> CaseFile.ID {
        var performance = try Performance(pack, scenario)
        while try await performance.playNext(on: office) != nil {}
        return try #require(performance.file).id
    }
}

/// A story played through an office, line by line.
struct Performance {
    enum Outcome {
        case done(Receipt)
        case refused(Refusal)
        case settled
    }

    let scenario: Scenario
    private(set) var procedure: Procedure
    private(set) var file: CaseFile?
    private var next = 0

    /// The story of a pack; one of passing over begins under the older procedure.
    init(_ pack: String, _ scenario: String) throws {
        let pack = try Repository.pack(pack)
        try self.init(pack, #require(pack.scenarios.first { $0.name == scenario }))
    }

    init(_ pack: Pack, _ scenario: Scenario) throws {
        self.scenario = scenario
        let elder = try scenario.startsUnder.map { try Repository.pack($0.text).procedure }
        procedure = elder ?? pack.procedure
    }

    /// The line that is played next; nil at the end.
    var line: Scenario.Line? { next < scenario.lines.count ? scenario.lines[next] : nil }

    mutating func playNext(on office: Office) async throws -> Outcome? {
        guard let line else { return nil }
        next += 1
        do {
            guard let command = try command(line) else {
                let noticed = line.namesHour ? line.moment : Moment.end(of: line.moment.day)
                _ = try await office.settle(before: Moment(seconds: noticed.seconds + 1))
                if let id = file?.id { file = try await office.caseFile(id).file }
                return .settled
            }
            let target: Request.Target =
                file.map { .running($0.id, expecting: $0.version) }
                ?? .opening(procedure.id, organ: scenario.organ)
            let receipt = try await office.submit(
                Request(target, command, effective: line.moment))
            file = receipt.file
            return .done(receipt)
        } catch let refusal as Refusal {
            return .refused(refusal)
        }
    }

    /// What a line asks for; nil where the law acts by itself.
    private mutating func command(_ line: Scenario.Line) throws -> Command? {
        switch line.deed {
        case .act(let told):
            let fields = try procedure.values(parsing: told.with)
            return .act(
                Act(
                    told.step, as: line.by.first?.role ?? "",
                    by: line.by.map { person($0, fields) },
                    approver: told.approvedBy.map { person($0, fields) }, outcome: told.outcome,
                    fields: fields, documents: told.documents, addressees: told.asks.map(\.id)))
        case .move(let rule, let move):
            return .consult(rule, move, by: line.by.first.map { person($0, [:]) })
        case .law, .silence: return nil
        case .passing:
            let successor = try Repository.packs.get().first { pack in
                pack.procedure.passing.contains { $0.from == procedure.id }
            }
            procedure = try #require(successor).procedure
            return .pass
        }
    }

    private func person(_ speaker: Scenario.Speaker, _ fields: [Field.ID: Value]) -> Participant {
        StoryPeople(scenario: scenario, procedure: procedure, file: file)
            .participant(speaker, fields: fields)
    }
}

extension Journal {
    /// Every event, tile, counter and projected row, as one digest.
    func digest() async throws -> Digest {
        try await read { reader in
            var bytes = try reader.projectionDigest().bytes
            try reader.forEachEvent(.sequence) { event in
                bytes += event.envelope + event.record.bytes + event.record.salt
                bytes += event.personal.map { $0.bytes + $0.salt } ?? [0]
            }
            bytes += Array((try reader.checkpoint() ?? "").utf8)
            bytes += try reader.editions().flatMap(\.text)
            return Digest.of(bytes)
        }
    }
}
