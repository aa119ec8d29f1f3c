import ArgumentParser
import Engine
import Foundation
import Law
import Office
import Packs
import Storage

struct CaseOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a case file by the step of a procedure that opens one.",
        discussion: """
            Example:
              yifa case open disclosure --step apply --database haidian.db \\
                --as applicant --by li --name 李明 --organ housing \\
                --set applicant-name=李明 applicant-kind=natural-person channel=in-person \\
                  applicant-contact=010-00000000 requested-information=@request.txt \\
                --document identity-proof
            """)

    @Argument(help: "The procedure.")
    var procedure: String

    @OptionGroup var journal: JournalOptions

    @OptionGroup var acting: ActOptions

    @Option(help: "The organ that handles the case file (default: the officer's own).")
    var organ: String?

    @Option(help: "Which step, where several open a case file.")
    var step: String?

    @OptionGroup var effective: EffectiveOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await CaseAnswer.giving(json: json) {
            let (office, store) = try journal.office()
            let desk = try await CaseDesk(store)
            let procedure = try await desk.procedure(procedure)
            let step = try opening(of: procedure)
            let people = CasePeople(desk: desk, procedure: procedure, file: nil)
            let act = try acting.act(step, of: procedure, among: people)
            let role = try people.role(acting.role)
            let receipt = try await office.submit(
                Request(
                    .opening(procedure.id, organ: try handling(desk, act.people, role)), .act(act),
                    effective: effective.moment(after: nil, now: desk.now)))
            try await CaseReceipt(receipt, desk: desk).print(json: json)
        }
    }

    private func handling(
        _ desk: CaseDesk, _ acting: [Participant], _ role: Role
    ) throws -> Organ.ID {
        if let organ { return try desk.organ(organ) }
        guard role.of == .handling, let own = acting.first?.organ else {
            throw ValidationError("say with --organ which organ handles the case file")
        }
        return own
    }

    private func opening(of procedure: Procedure) throws -> Step.ID {
        let steps = procedure.steps.filter { $0.place == .opening }
        if let step {
            guard steps.contains(where: { $0.id.text == step }) else {
                throw Refusal.unknown(
                    .unknownStep, field: "step", "立卷环节", step, known: steps.map(\.id.text))
            }
            return Step.ID(step)
        }
        guard steps.count == 1 else {
            let known = steps.map { "  \($0.id)  \($0.title.chinese)" }.joined(separator: "\n")
            throw ValidationError(
                "several steps open this procedure; say which with --step:\n\(known)")
        }
        return steps[0].id
    }
}

extension CaseDesk {
    /// The edition of a procedure under which new case files open; a refusal that lists the known ones otherwise.
    func procedure(_ text: String) async throws -> Procedure {
        let known = try await journal.read { try $0.editions() }
        guard let stored = known.last(where: { $0.procedure.text == text }) else {
            throw Refusal.unknown(
                .unknownProcedure, field: "procedure", "程序", text,
                known: known.map(\.procedure.text))
        }
        return try AdmittedPack(text: stored.text, named: text).procedure
    }
}
