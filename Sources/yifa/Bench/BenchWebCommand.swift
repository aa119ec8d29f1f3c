import ArgumentParser
import Foundation

struct BenchWebCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "web",
        abstract:
            "Measure what the web server answers in a second, as a ratio to its own empty page.",
        discussion: """
            Makes a journal with so many open case files in a temporary folder, which it removes, serves it on a free
            loopback port, and loads it from this process, with which it shares the processors. Rates depend on the machine;
            ratios of one run can be compared with each other.

            Example: yifa bench web --cases 10000 --cases 1000000
            """)

    @Option(help: "How many case files (100 to 2000000); may be given more than once.")
    var cases: [Int] = []

    @Option(help: "Seconds for each measurement (1 to 60).")
    var seconds: Int = 4

    @Option(help: "Connections at once (1 to 64).")
    var connections: Int = 16

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (1...60).contains(seconds) else { throw ValidationError("--seconds is 1 to 60") }
        guard (1...64).contains(connections) else {
            throw ValidationError("--connections is 1 to 64")
        }
        guard cases.allSatisfy((100...2_000_000).contains) else {
            throw ValidationError("--cases is 100 to 2000000")
        }
    }

    func run() async throws {
        var reports: [WebBench.Report] = []
        for count in cases.isEmpty ? [10_000] : cases {
            let report = try await WebBench(
                cases: count, seconds: seconds, connections: connections
            ).run()
            reports.append(report)
            if !json { Output.print(report.text) }
        }
        if json { try Output.json(reports) }
    }
}
