import ArgumentParser
import Engine
import Law
import Office
import Packs

struct CaseAct: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "act", abstract: "Take a step in a case file.",
        discussion: """
            What a step asks for: yifa case show CASE --step STEP

            Example:
              yifa case act reconsideration-2026-000001 decide --database haidian.db \\
                --as reconsideration-handler --by justice-01 --by justice-02 \\
                --approved-by haidian-government-06 --outcome uphold \\
                --set findings=@findings.txt reasons=@reasons.txt worse-for-applicant=false
            """)

    @Argument(help: "The case file.")
    var `case`: String

    @Argument(help: "The step.")
    var step: String

    @OptionGroup var journal: JournalOptions

    @OptionGroup var acting: ActOptions

    @Option(
        name: .customLong("ask"), parsing: .upToNextOption,
        help: ArgumentHelp("Who is asked, where the step puts a question.", valueName: "person"))
    var asked: [String] = []

    @Option(help: "Refuse unless the case file still has so many records.")
    var expecting: Int?

    @OptionGroup var effective: EffectiveOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await CaseAnswer.giving(json: json) {
            let (office, store) = try journal.office()
            let desk = try await CaseDesk(store)
            let record = try await desk.record(of: `case`)
            let act = try act(on: record, desk)
            let receipt = try await office.submit(
                Request(
                    .running(record.file.id, expecting: expecting), .act(act),
                    effective: effective.moment(after: record.file.last, now: desk.now)))
            try await CaseReceipt(receipt, desk: desk).print(json: json)
        }
    }

    private func act(on record: CaseRecord, _ desk: CaseDesk) throws -> Act {
        let procedure = record.edition.procedure
        guard procedure.steps[Step.ID(step)] != nil else {
            throw Refusal.unknown(
                .unknownStep, field: "step", "环节", step, known: procedure.steps.map(\.id.text))
        }
        let people = CasePeople(desk: desk, procedure: procedure, file: record.file)
        let rule = procedure.consultations.first { $0.askedBy.text == step }
        return try acting.act(
            Step.ID(step), of: procedure, among: people,
            addressees: try asked.map { try people.addressee($0, of: rule) })
    }
}
