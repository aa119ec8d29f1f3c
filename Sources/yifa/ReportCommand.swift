import ArgumentParser
import Foundation
import Law
import Office
import Sheets

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Print a year's figures, or check them against the events.",
        discussion: """
            Example: yifa report --database haidian.db --year 2023
            Example: yifa report check --database haidian.db
            """,
        subcommands: [ReportPrint.self, ReportCheck.self], defaultSubcommand: ReportPrint.self)
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, json, csv
}

struct ReportPrint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "Print a year's figures.",
        discussion: "Example: yifa report --database haidian.db --year 2023 --format markdown")

    @OptionGroup var journal: JournalOptions

    @Option(help: "The year.")
    var year: Int = 2023

    @Option(help: "Only what is counted for this organ.")
    var organ: String?

    @Option(help: "text, markdown, html, json or csv.")
    var format: ReportFormat = .text

    func run() async throws {
        let (office, _) = try journal.office()
        let report = try await office.report(year: year, organ: organ.map { Organ.ID($0) })
        try report.print(as: format)
    }
}

extension AnnualReport {
    func print(as format: ReportFormat) throws {
        let words = try Home.find().words()
        switch format {
        case .text: Output.print(ReportText(self, in: words.inChinese).text)
        case .markdown: Output.print(ReportMarkdown(self, in: words).text)
        case .html: Output.print(ReportHTML(self, in: words).page)
        case .json: try Output.json(ReportJSON(self, in: words))
        case .csv: Output.write(ReportCSV(self, in: words).text, to: .standardOutput)
        }
    }
}

struct ReportCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Fold every event anew, and compare each tally with the kept one.",
        discussion: "Example: yifa report check --database haidian.db")

    @OptionGroup var journal: JournalOptions

    func run() async throws {
        let (office, _) = try journal.office()
        let (wrong, compared) = try await office.checkTallies()
        for tally in wrong.prefix(20) { Output.complain(tally.description) }
        Output.print(
            "\(compared) tallies compared with a full fold of the events: \(wrong.count) differ")
        if !wrong.isEmpty { throw ExitCode(1) }
    }
}
