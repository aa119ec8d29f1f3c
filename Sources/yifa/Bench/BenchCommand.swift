import ArgumentParser
import Engine
import Foundation
import Law
import Ledger
import Office
import Packs
import Storage

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure what the engine, the journal and the ledger do in a second.",
        discussion: """
            Works on a journal of its own in a temporary folder, which it removes. Rates depend on the machine; compare
            rates of one run with each other.

            Example: yifa bench
            """,
        subcommands: [BenchWebCommand.self])

    @Option(help: "Seconds for each measurement (1 to 60).")
    var seconds: Int = 2

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...60).contains(seconds) else { throw ValidationError("--seconds is 1 to 60") }
    }

    func run() async throws {
        let bench = try Bench(seconds: seconds)
        defer { bench.cleanUp() }
        let results = [
            bench.dueDates(), try bench.stories(), try await bench.submits(together: 1),
            try await bench.submits(together: 64), try await bench.submits(together: 512),
            bench.leaves(),
        ]
        if json {
            try Output.json(results)
        } else {
            for result in results {
                Output.print(
                    result.what.padded(to: 44)
                        + "\(Int(result.perSecond))/s".padded(to: 14, onTheLeft: true))
            }
        }
    }
}

/// The measurements, each on its own data.
struct Bench {
    struct Result: Encodable {
        let what: String
        let perSecond: Double
    }

    private let seconds: Int
    private let home: Home
    private let calendar: WorkingCalendar
    private let folder: URL

    init(seconds: Int) throws {
        self.seconds = seconds
        home = try Home.find()
        calendar = try home.calendar()
        folder = FileManager.default.temporaryDirectory.appending(
            path: "yifa-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func cleanUp() {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            Output.complain("\(folder.path) could not be removed: \(error)")
        }
    }

    /// Twenty working days from every day of a year, with the explanation.
    func dueDates() -> Result {
        let start = Day(number: 19_358)
        return measure("due dates of 20 working days, explained") { round in
            let day = start.adding(days: round % 365)
            _ = Counting(from: Moment(day), Length(20, .workingDays)).due(by: calendar)
            return 1
        }
    }

    /// Every story of a pack told to the engine, in memory.
    func stories() throws -> Result {
        let (reading, _) = try NamedPack("reconsideration-2023", home: home).read()
        guard let pack = reading.pack else { throw Failure("the pack cannot be read") }
        let teller = StoryTeller(pack: pack, calendar: calendar)
        let told = pack.scenarios.filter { $0.startsUnder == nil }
        return measure("acts decided, in memory") { round in
            teller.tell(told[round % told.count]).told.count
        }
    }

    /// Case files opened by so many people at once; each answer waits for the disk.
    func submits(together: Int) async throws -> Result {
        let journal = try SQLiteJournal(
            path: folder.appending(path: "\(together).db").path, authority: "bench", create: true)
        let office = Office(
            authority: "bench", calendar: calendar, journal: journal, clock: .told,
            key: try SigningKey.generate(name: "yifa.example/bench"))
        let (reading, _) = try NamedPack("dispute-screening", home: home).read()
        guard let pack = reading.pack else { throw Failure("the pack cannot be read") }
        try await office.admit(AdmittedPack(pack))
        let request = Request(
            .opening("dispute-screening", organ: "committee"),
            .act(
                Act(
                    "screen", as: "screener",
                    by: [Participant(id: "s", name: "s", organ: "committee", roles: ["screener"])],
                    fields: ["area": .text("1-8")])),
            effective: Moment(Day(number: 19_400), hour: 9))
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        let began = clock.now
        var count = 0
        while clock.now < end {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<together { group.addTask { _ = try await office.submit(request) } }
                try await group.waitForAll()
            }
            count += together
        }
        let rate = Double(count) / (clock.now - began).inSeconds
        try journal.close()
        return Result(what: "acts made durable, \(together) at once", perSecond: rate)
    }

    /// Leaves appended to the tree.
    func leaves() -> Result {
        var tree = Tree()
        let leaf = Digest.leaf([UInt8](repeating: 7, count: 400))
        return measure("leaves appended to the ledger's tree") { _ in
            for _ in 0..<1000 { tree.append(leaf) }
            _ = tree.takeChanges()
            return 1000
        }
    }

    private func measure(_ what: String, _ body: (Int) -> Int) -> Result {
        let clock = ContinuousClock()
        let began = clock.now
        let end = began + .seconds(seconds)
        var count = 0
        var round = 0
        while clock.now < end {
            count += body(round)
            round += 1
        }
        return Result(what: what, perSecond: Double(count) / (clock.now - began).inSeconds)
    }
}

extension Duration {
    fileprivate var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
