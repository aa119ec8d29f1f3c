import ArgumentParser
import Engine
import Law
import Office

struct CaseSettle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle", abstract: "Record what the law did by itself where terms lapsed.",
        discussion: """
            A lapse is recorded when its case file is next acted in; this records it everywhere at once.

            Example: yifa case settle --database haidian.db --before 2026-11-23
            """)

    @OptionGroup var journal: JournalOptions

    @Option(help: "Only what lapsed before this day began (default: before now).")
    var before: String?

    @Flag(help: "Print JSON.")
    var json = false

    private struct Settled: Encodable {
        let before: String
        let cases: Int
    }

    func validate() throws {
        if let before, Day(iso: before) == nil {
            throw ValidationError(
                "'\(before.prefix(40))' is not a day such as 2026-11-23 (1900 to 2199)")
        }
    }

    func run() async throws {
        try await CaseAnswer.giving(json: json) {
            let (office, store) = try journal.office()
            let desk = try await CaseDesk(store)
            let moment = before.flatMap { Day(iso: $0) }.map { Moment($0) } ?? desk.now
            let count = try await office.settle(before: moment)
            if json {
                try Output.json(Settled(before: moment.description, cases: count))
            } else {
                Output.print(
                    count == 0
                        ? "\(moment.wallTime) 之前没有期限届满而未记录的案卷"
                        : "\(count)件案卷因期限届满依法变动，已记录（\(moment.wallTime) 之前）")
            }
        }
    }
}

struct CasePass: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pass",
        abstract: "Pass a running case file over to the newer edition of its procedure.",
        discussion: "Example: yifa case pass reconsideration-2023-002274 --database haidian.db")

    @Argument(help: "The case file.")
    var `case`: String

    @OptionGroup var journal: JournalOptions
    @OptionGroup var effective: EffectiveOptions

    @Option(help: "Refuse unless the case file still has so many records.")
    var expecting: Int?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await CaseAnswer.giving(json: json) {
            let (office, store) = try journal.office()
            let desk = try await CaseDesk(store)
            let file = try await desk.record(of: `case`).file
            let receipt = try await office.submit(
                Request(
                    .running(file.id, expecting: expecting), .pass,
                    effective: effective.moment(after: file.last, now: desk.now)))
            try await CaseReceipt(receipt, desk: desk).print(json: json)
        }
    }
}
