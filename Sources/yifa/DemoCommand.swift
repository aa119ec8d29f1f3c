import ArgumentParser
import Engine
import Foundation
import Law
import Ledger
import Office
import Packs
import Storage

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Load a demonstration district's year, print its report, and serve it.",
        discussion: """
            Every act goes through the same engine and journal as live work. All people are invented.

            Example: yifa demo --database haidian.db
            """)

    @OptionGroup var journal: JournalOptions
    @OptionGroup var options: ServeOptions

    @Option(help: "The district's folder, or its name in districts/.")
    var district: String = "haidian-2023"

    @Flag(help: "Only load: do not print the report, and do not serve.")
    var quiet = false

    @Flag(inversion: .prefixedNo, help: "Serve the district on the web once it is loaded.")
    var serve = true

    @Option(help: .hidden)
    var acknowledge: String?

    func run() async throws {
        guard !FileManager.default.fileExists(atPath: journal.database) else {
            throw Failure("\(journal.database) exists already; the demonstration needs a new file")
        }
        let home = try Home.find()
        let folder = try DistrictFolder(district, home: home)
        let (office, store) = try journal.office(
            create: true, clock: .told, acknowledged: acknowledge)
        let calendar = try home.calendar()
        var packs: [Procedure.ID: (pack: Pack, edition: Edition)] = [:]
        for reading in try PackLibrary.admitted(folder: home.path("packs"), shownAs: "packs") {
            guard let pack = reading.pack, reading.isSound else {
                throw Failure(reading.diagnostics.map(\.description).joined(separator: "\n"))
            }
            let admitted = try AdmittedPack(pack)
            try await office.admit(admitted)
            packs[pack.procedure.id] = (pack, admitted.edition)
        }
        try await folder.keep(in: store)
        let start = try DemonstrationDay.after(try folder.reader.year().year, by: calendar)
        try await store.write { try $0.put(text: start.description, named: DemonstrationDay.name) }
        try await DemonstrationAccounts.open(in: store, district: try folder.reader.district())
        let began = ContinuousClock.now
        let demonstration = Demonstration(
            office: office, mix: try folder.reader.year(), district: try folder.reader.district(),
            packs: packs, calendar: calendar)
        let bar = ProgressLine()
        try await demonstration.load { bar.show($0) }
        let took = ContinuousClock.now - began
        let events = try await store.read { try $0.size() }
        if !quiet { try await office.report(year: demonstration.year, organ: nil).print(as: .text) }
        bar.finish(
            "\(events) events recorded in \(took.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1))))"
        )
        if serve, !quiet { try await serveOffice(store) }
    }
}

extension DemoCommand {
    /// Goes on as `yifa serve` would, after telling the accounts.
    private func serveOffice(_ store: SQLiteJournal) async throws {
        Output.print(
            "\n演示账号（密码均为 \(DemonstrationAccounts.password)）：\n\(DemonstrationAccounts.list)\n")
        let day = try await DemonstrationDay.kept(in: store)
        let (office, _) = try journal.office(clock: day.map { day in .system { day.now() } })
        try await Serving(
            office: office, demonstration: day, options: options,
            verifierKey: try journal.existingKey().verifier.text
        ).run()
    }
}

/// The progress of a load on standard error: one line on a terminal, a line a month elsewhere.
final class ProgressLine: @unchecked Sendable {
    private let isTerminal = isatty(2) == 1
    private var month = 0

    func show(_ progress: Demonstration.Progress) {
        let month = progress.day.year * 12 + progress.day.civil.month
        guard isTerminal || month != self.month else { return }
        self.month = month
        let share = progress.acts * 100 / max(progress.of, 1)
        let text = "\(progress.day)  \(progress.acts) of \(progress.of) acts (\(share) %)"
        Output.write((isTerminal ? "\r" : "") + text + (isTerminal ? "" : "\n"), to: .standardError)
    }

    func finish(_ text: String) {
        Output.write((isTerminal ? "\n" : "") + text + "\n", to: .standardError)
    }
}

/// A district's folder, asked for by path or by name.
struct DistrictFolder {
    let reader: DistrictReader
    let url: URL

    init(_ text: String, home: Home) throws {
        let candidates = [URL(filePath: text), home.path("districts").appending(path: text)]
        let found = candidates.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "organs.yaml").path)
        }
        guard let found else { throw Failure("there is no district '\(text)'") }
        url = found
        reader = DistrictReader(folder: found, shownAs: "districts/\(found.lastPathComponent)")
    }

    /// Keeps the district's files in the journal, so that later commands need no folder.
    func keep(in store: SQLiteJournal) async throws {
        for name in [
            "organs.yaml", "people.yaml", "competence.yaml", "published.yaml", "year.yaml",
        ] {
            let file = url.appending(path: name)
            // A district may say nothing of competence.
            if name == "competence.yaml", !FileManager.default.fileExists(atPath: file.path) {
                continue
            }
            let text = try String(contentsOf: file, encoding: .utf8)
            try await store.write { try $0.put(text: text, named: "district/\(name)") }
        }
    }
}
