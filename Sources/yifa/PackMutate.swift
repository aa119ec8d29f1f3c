import ArgumentParser
import Engine
import Foundation
import Law
import Office
import Packs

struct PackMutate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutate",
        abstract: "Weaken one thing of a pack at a time, and list what no story notices.",
        discussion: """
            The procedure as read is made weaker by one thing at a time: a number by one, a unit, an item of a list, a \
            condition, a clause. A story notices if it is no longer true; what an act says to the outside it notices by \
            the keys issues, remedies, shows and meets of a line. Ends with 0 if stories notice at least \
            \(MutationShare.floor) in 100, else with 1. What changes nothing that a story could show may be declared in \
            procedure.yaml under 'unnoticed', at most 3 in 100.

            Example: yifa pack mutate penalty-simple
            Example: yifa pack mutate penalty-simple --record
            Example: yifa pack mutate penalty-simple --limit 60 --seed 1 --compare
            """)

    @Argument(help: "A pack's folder, or the name of a pack in packs/.")
    var pack: String

    @Option(help: "Make only so many weakenings, drawn by the seed.")
    var limit: Int?

    @Option(help: "Which to draw; the same number draws the same (default: 1).")
    var seed: Int?

    @Flag(help: "Print the result as a JSON object.")
    var json = false

    @Flag(help: "Keep the result beside the pack, in mutation.yaml.")
    var record = false

    @Flag(help: "End with 1 only if something goes unnoticed that mutation.yaml does not list.")
    var compare = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit is at least 1") }
        if seed != nil, limit == nil { throw ValidationError("--seed draws some: say --limit") }
        if record, limit != nil { throw ValidationError("--record keeps all, not --limit some") }
        if record, compare {
            throw ValidationError("either --record the result or --compare it with the record")
        }
    }

    func run() async throws {
        let home = try Home.find()
        let named = try NamedPack(pack, home: home)
        let (reading, elders) = try named.read()
        guard let pack = reading.pack, reading.isSound else {
            for diagnostic in reading.diagnostics { Output.complain(diagnostic.description) }
            throw ExitCode(1)
        }
        let teller = StoryTeller(pack: pack, elders: elders, calendar: try home.calendar())
        try expectTruth(of: teller)
        let result = await measure(teller)
        let edition = try AdmittedPack(pack).edition.id.text
        if json {
            try Output.json(MutationAnswer(result, pack: reading.name, edition: edition))
        } else {
            result.print()
        }
        for diagnostic in result.wrong { Output.complain(diagnostic.description) }
        if record {
            let file = named.folder.appending(path: MutationRecord.file)
            try Data(MutationRecord(result, edition: edition).text.utf8).write(to: file)
        }
        let suffices = try passes(result, pack)
        if !suffices || !result.wrong.isEmpty { throw ExitCode(1) }
    }

    /// Weakening shows nothing where a story is not true to begin with.
    private func expectTruth(of teller: StoryTeller) throws {
        for scenario in teller.pack.scenarios {
            guard let failure = teller.tell(scenario).failure else { continue }
            throw Failure(
                "\(failure.place.file):\(failure.place.line): story '\(scenario.name)' is not true: expected \(failure.expected); actual \(failure.actual)"
            )
        }
    }

    private func measure(_ teller: StoryTeller) async -> MutationResult {
        let all = teller.pack.procedure.weakenings
        let drawn = limit.map { MutationSample(limit: $0, seed: seed ?? 1).drawn(from: all) }
        let run = MutationRun(teller, weakenings: drawn ?? all)
        let bar = MutationBar(of: run.weakenings.count)
        defer { bar.clear() }
        return await run.result { bar.show($0) }
    }

    private func passes(_ result: MutationResult, _ pack: Pack) throws -> Bool {
        guard compare else { return result.share.suffices }
        guard let record = pack.mutation else {
            throw Failure(
                "\(pack.source.folder) has no \(MutationRecord.file): write it with --record")
        }
        let new = result.unnoticed.filter { !record.unnoticed.contains($0.name) }
        for one in new { Output.complain("not in the record: \(one.name)") }
        return new.isEmpty
    }
}

extension MutationResult {
    /// The share, and each weakening that no story noticed with the place of its rule.
    fileprivate func print() {
        Output.print(
            "noticed \(noticed) of \(weakenings) (\(share)), \(declared) declared equivalent, \(unnoticed.count) unnoticed"
        )
        for one in unnoticed { Output.print("\(one.place.file):\(one.place.line): \(one.name)") }
    }
}

/// What a run found, for programs.
private struct MutationAnswer: Encodable {
    struct Unnoticed: Encodable {
        let place: String
        let name: String
    }

    let pack: String
    let edition: String
    let weakenings: Int
    let noticed: Int
    let declared: Int
    let unnoticed: [Unnoticed]

    init(_ result: MutationResult, pack: String, edition: String) {
        self.pack = pack
        self.edition = edition
        weakenings = result.weakenings
        noticed = result.noticed
        declared = result.declared
        unnoticed = result.unnoticed.map {
            Unnoticed(place: "\($0.place.file):\($0.place.line)", name: $0.name)
        }
    }
}

/// How far a run is, on standard error if that is a terminal.
private struct MutationBar {
    let of: Int
    private let isTerminal = isatty(2) == 1

    init(of all: Int) {
        of = all
    }

    func show(_ done: Int) {
        guard isTerminal else { return }
        let width = 40
        let full = done * width / max(of, 1)
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
        Output.write("\r\(bar) \(done) of \(of)", to: .standardError)
    }

    func clear() {
        if isTerminal { Output.write("\r\u{1B}[K", to: .standardError) }
    }
}
