import ArgumentParser

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
        subcommands: [DemoCommand.self, PackCommand.self, DueCommand.self])
}
