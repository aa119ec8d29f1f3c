import ArgumentParser
import Engine
import Law
import Office
import Sheets

struct CaseShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a case file: its terms, its record, and what may be done next.",
        discussion: """
            Example: yifa case show reconsideration-2023-000001 --database haidian.db --why
            Example: yifa case show penalty-2023-000001 --database haidian.db --notice 12345
            Example: yifa case show reconsideration-2026-000001 --database haidian.db --step decide
            """)

    @Argument(help: "The case file.")
    var `case`: String

    @OptionGroup var journal: JournalOptions

    @Flag(
        help: "Say of every due day why it is that day, and of every step why it may not be taken.")
    var why = false

    @Option(
        help: ArgumentHelp(
            "Print the notices issued by the event with this number.", valueName: "sequence"))
    var notice: Int?

    @Option(help: "Print what this step asks for: people, fields, documents, outcomes.")
    var step: String?

    @Flag(help: "Print JSON.")
    var json = false

    private struct Notices: Encodable {
        let sequence: Int
        let notices: [String]
    }

    func validate() throws {
        if notice != nil, step != nil { throw ValidationError("give --notice or --step, not both") }
    }

    func run() async throws {
        try await CaseAnswer.giving(json: json) {
            let desk = try await CaseDesk(journal)
            let record = try await desk.record(of: `case`)
            if let notice { return try show(notice, of: record, desk) }
            if let step { return try show(step, of: record, desk) }
            let sheet = desk.sheet(of: record)
            if json {
                try Output.json(sheet)
            } else {
                Output.print(sheet.text(CaseReading(words: desk.words, why: why)))
            }
        }
    }

    private func show(_ sequence: Int, of record: CaseRecord, _ desk: CaseDesk) throws {
        let issuing = record.entries.filter { entry in
            !CaseTimeline(record: record, words: desk.words(entry.edition.procedure)).line(entry)
                .notices.isEmpty
        }
        guard let entry = issuing.first(where: { $0.sequence == sequence }) else {
            let known = issuing.map { "#\($0.sequence)" }.joined(separator: "、")
            throw Refusal(
                "unknown-notice", field: "notice",
                "本案第\(sequence)号记录没有制发文书；制发文书的有：\(known.isEmpty ? "无" : known)")
        }
        let words = desk.words(entry.edition.procedure, of: record)
        let texts = try CaseNotice(entry: entry, words: words, calendar: desk.calendar).texts()
        if json {
            try Output.json(Notices(sequence: sequence, notices: texts))
        } else {
            Output.print(texts.joined(separator: "\n" + String(repeating: "─", count: 40) + "\n"))
        }
    }

    private func show(_ step: String, of record: CaseRecord, _ desk: CaseDesk) throws {
        let procedure = record.edition.procedure
        guard let found = procedure.steps[Step.ID(step)] else {
            throw Refusal.unknown(
                .unknownStep, field: "step", "环节", step, known: procedure.steps.map(\.id.text))
        }
        let demand = StepDemand(found, in: desk.words(procedure))
        if json {
            try Output.json(demand)
        } else {
            Output.print(demand.text)
        }
    }
}
