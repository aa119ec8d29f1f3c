import ArgumentParser
import Foundation
import Packs

struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Check, show, test, weaken and begin packs of law.",
        subcommands: [
            PackCheck.self, PackTest.self, PackMutate.self, PackShow.self, PackNew.self,
        ])
}

struct PackCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check packs as a compiler would.",
        discussion: "Example: yifa pack check packs/mediation")

    @Argument(help: "A pack, or a folder of packs (default: packs).")
    var folder: String?

    func run() throws {
        let home = try Home.find()
        let calendar = try home.calendar()
        let url = folder.map { URL(filePath: $0) } ?? home.path("packs")
        let library = try PackLibrary(folder: url, shownAs: folder ?? "packs", calendar: calendar)
        for reading in library.readings {
            for diagnostic in reading.diagnostics { Output.complain(diagnostic.description) }
            let errors = reading.diagnostics.count { $0.severity == .error }
            if let pack = reading.pack, errors == 0 {
                let wait = LongestWait(of: pack.procedure, by: calendar)
                Output.print(
                    "\(reading.name): ok, \(pack.summary); \(wait.sentence(pack.procedure))")
            } else {
                Output.print("\(reading.name): \(errors) error\(errors == 1 ? "" : "s")")
            }
        }
        if !library.readings.allSatisfy(\.isSound) { throw ExitCode(1) }
    }
}

struct PackTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Tell a pack's scenarios in prose.",
        discussion: "Example: yifa pack test packs/reconsideration-2023")

    @Argument(help: "A pack's folder, or the name of a pack in packs/.")
    var pack: String

    func run() throws {
        let home = try Home.find()
        let (reading, elders) = try NamedPack(pack, home: home).read()
        guard let pack = reading.pack, reading.isSound else {
            for diagnostic in reading.diagnostics { Output.complain(diagnostic.description) }
            throw ExitCode(1)
        }
        let teller = StoryTeller(pack: pack, elders: elders, calendar: try home.calendar())
        let stories = pack.scenarios.map(teller.tell)
        for story in stories { Output.print(story.prose(under: pack.procedure) + "\n") }
        let failed = stories.count { $0.failure != nil }
        Output.print("\(stories.count - failed) passed, \(failed) failed")
        if failed > 0 { throw ExitCode(1) }
    }
}
