import ArgumentParser
import Engine
import Foundation
import Law
import Ledger
import Office
import Storage

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Check, export and prove the log; erase personal data; rebuild lists.",
        subcommands: [
            LedgerCheckCommand.self, LedgerExportCommand.self, LedgerProveCommand.self,
            LedgerVerifyCommand.self, LedgerEraseCommand.self, LedgerRebuildCommand.self,
        ])
}

/// The key by which a log is checked.
struct VerifierOptions: ParsableArguments {
    @Option(
        help:
            "The verifier key, or a file that holds it (default: the one of the signing key beside the journal)."
    )
    var key: String?

    /// The key asked for, else that of the journal.
    func verifier(of journal: JournalOptions) throws -> VerifierKey {
        try key.map(Self.read) ?? journal.existingKey().verifier
    }

    /// A verifier key from its text or from a file.
    static func read(_ text: String) throws -> VerifierKey {
        let held = FileManager.default.contents(atPath: text).map {
            String(decoding: $0, as: UTF8.self)
        }
        let key = (held ?? text).trimmingCharacters(in: .whitespacesAndNewlines)
        do {
            return try VerifierKey(key)
        } catch {
            throw Failure(
                "'\(text.prefix(120))' is neither a verifier key (name+hash+base64) nor a file that holds one: \(error)"
            )
        }
    }
}

struct LedgerCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verify everything in a journal, and name the first bad record.",
        discussion: """
            Every hash, tile, signature and commitment; every case file's versions, names and numbers; and every event
            against the engine, which has to decide the same again.

            Example: yifa ledger check --database haidian.db
            """)

    @OptionGroup var journal: JournalOptions
    @OptionGroup var verifier: VerifierOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let store = try journal.open()
        let check = LedgerCheck(
            authority: journal.authority, verifier: try verifier.verifier(of: journal),
            calendar: try Home.find().calendar())
        let findings = try await store.read { try check.run($0) }
        if json {
            try Output.json(Judgement(findings))
        } else if let problem = findings.problem {
            Output.complain("bad: \(problem)")
        } else {
            Output.print(findings.sentence(check))
        }
        if findings.problem != nil { throw ExitCode(1) }
    }

    /// The findings for a program.
    private struct Judgement: Encodable {
        let good: Bool
        let events: Int
        let caseFiles: Int
        let erasedCaseFiles: Int
        let editions: Int
        let tiles: Int
        let root: String
        let problem: Problem?

        struct Problem: Encodable {
            let event: Int?
            let caseFile: String?
            let what: String
        }

        init(_ findings: LedgerCheck.Findings) {
            good = findings.problem == nil
            events = findings.events
            caseFiles = findings.caseFiles
            erasedCaseFiles = findings.erased
            editions = findings.editions
            tiles = findings.tiles
            root = findings.root.hex
            problem = findings.problem.map {
                Problem(event: $0.sequence, caseFile: $0.subject?.text, what: $0.what)
            }
        }
    }
}

extension LedgerCheck.Findings {
    fileprivate func sentence(_ check: LedgerCheck) -> String {
        guard events > 0 else { return "good: nothing is recorded for \(check.authority)" }
        return """
            good: \(events) events in \(caseFiles) case files (\(erased) with personal data erased), \(editions) editions, \(tiles) tiles
            signed by \(check.verifier.name), root \(root)
            """
    }
}

struct LedgerEraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase the personal data of a case file; every proof goes on holding.",
        discussion: """
            Names of parties and fields marked personal are removed; that they were, and on what ground, is recorded.

            Example: yifa ledger erase mediation-2023-000001 --basis "个人信息保护法 47：当事人撤回同意" --database haidian.db
            """)

    @OptionGroup var journal: JournalOptions

    @Argument(help: "The case file.")
    var caseFile: String

    @Option(help: "The ground in law, which is recorded.")
    var basis: String

    func run() async throws {
        let (office, _) = try journal.office()
        let receipt = try await office.erase(CaseFile.ID(caseFile), ground: basis)
        Output.print(
            "\(receipt.file.id): personal data erased, recorded as event \(receipt.sequence)")
    }
}

struct LedgerRebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Drop every list and tally, and make them anew from the events.",
        discussion: "Example: yifa ledger rebuild --database haidian.db")

    @OptionGroup var journal: JournalOptions

    func run() async throws {
        let (office, _) = try journal.office()
        let count = try await office.rebuild()
        Output.print("lists and tallies made anew from the events of \(count) case files")
    }
}
