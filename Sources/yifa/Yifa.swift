import ArgumentParser
import Engine
import Foundation
import Packs

/// The command line of Yifa.
@main
struct Yifa: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "yifa",
        abstract: "Yifa (依法) runs a government by its own law.",
        discussion: """
            Procedures are data that cite the article behind every rule; every act is checked before it happens; every
            event goes into a log outsiders can verify; every figure is computed from those events.

            Exit codes: 0 done; 1 refused, or a check failed; 64 the command was not understood; 70 something broke.
            """,
        subcommands: [
            DemoCommand.self, ServeCommand.self, ReportCommand.self, PackCommand.self,
            DueCommand.self,
            LedgerCommand.self,
            CaseCommand.self, DistrictCommand.self, AccountCommand.self, BenchCommand.self,
        ])
}

extension Yifa {
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// Says what happened where a person or a program looks for it, and ends with the exit code that means it.
    private static func end(with error: any Error) -> Never {
        switch error {
        case let refusal as Refusal:
            Output.complain("refused: " + CaseAnswer.sentence(refusal))
            Foundation.exit(1)
        case is Failure, is UnsoundData, is UnreadablePack:
            Output.complain("error: \(error)")
            Foundation.exit(1)
        case is ValidationError, is CleanExit, is ExitCode:
            exit(withError: error)
        default:
            let isUsage =
                exitCode(for: error) == .validationFailure || exitCode(for: error) == .success
            if isUsage { exit(withError: error) }
            Output.complain("error: \(error)")
            Foundation.exit(70)
        }
    }
}
