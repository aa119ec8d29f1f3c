import ArgumentParser
import Engine
import Law
import Office
import Packs

struct CaseConsult: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consult",
        abstract: "Answer a question put in a case file, or change who is asked.",
        discussion: """
            One asked may answer, pass on (转办), delegate (委派) or send back (驳回);
            whoever asked may add (加签), remove (减签), urge (催办) or withdraw (撤销).

            Example: yifa case consult disclosure-2026-000001 third-party --answer object \\
              --database haidian.db --as third-party --by acme
            """)

    @Argument(help: "The case file.")
    var `case`: String

    @Argument(help: "The consultation.")
    var consultation: String

    @OptionGroup var journal: JournalOptions

    @Option(name: .customLong("as"), help: "The role acted in.")
    var role: String

    @Option(help: "Who acts.")
    var by: String

    @Option(help: "A party's name as people say it.")
    var name: String?

    @OptionGroup var move: CaseMove
    @OptionGroup var effective: EffectiveOptions

    @Option(help: "Refuse unless the case file still has so many records.")
    var expecting: Int?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await CaseAnswer.giving(json: json) {
            let (office, store) = try journal.office()
            let desk = try await CaseDesk(store)
            let record = try await desk.record(of: `case`)
            let receipt = try await office.submit(
                Request(
                    .running(record.file.id, expecting: expecting), try command(record, desk),
                    effective: effective.moment(after: record.file.last, now: desk.now)))
            try await CaseReceipt(receipt, desk: desk).print(json: json)
        }
    }

    private func command(_ record: CaseRecord, _ desk: CaseDesk) throws -> Command {
        let procedure = record.edition.procedure
        guard let rule = procedure.consultations[ConsultationRule.ID(consultation)] else {
            throw Refusal.unknown(
                .notAsked, field: "consultation", "征询", consultation,
                known: procedure.consultations.map(\.id.text))
        }
        let people = CasePeople(desk: desk, procedure: procedure, file: record.file)
        let role = try people.role(role)
        let person = try people.participant(by, as: role, named: name)
        guard person.roles.contains(role.id) else {
            throw Refusal(
                .wrongRole, field: by, "\(person.name)不是\(role.title.chinese)", basis: rule.basis)
        }
        let acting = Participant(
            id: person.id, name: person.name, organ: person.organ, roles: [role.id],
            certificate: person.certificate)
        let move = try move.move(by: person.id) { text throws(Refusal) in
            try people.addressee(text, of: rule)
        }
        return .consult(rule.id, move, by: acting)
    }
}

/// The one thing done in a consultation.
struct CaseMove: ParsableArguments {
    @Option(help: "agree or object.")
    var answer: String?

    @Option(help: ArgumentHelp("Ask one more (加签).", valueName: "person"))
    var add: String?

    @Option(help: ArgumentHelp("Ask one less (减签).", valueName: "person"))
    var remove: String?

    @Option(
        name: .customLong("pass-on"),
        help: ArgumentHelp("Pass the question on (转办).", valueName: "person"))
    var passOn: String?

    @Option(help: ArgumentHelp("Have somebody advise you (委派).", valueName: "person"))
    var delegate: String?

    @Option(
        name: .customLong("send-back"),
        help: ArgumentHelp("Return the file to a stage (驳回).", valueName: "stage"))
    var sendBack: String?

    @Flag(help: "Withdraw the question (撤销).")
    var withdraw = false

    @Flag(help: "Urge those who have not answered (催办).")
    var urge = false

    func validate() throws {
        let given = [answer, add, remove, passOn, delegate, sendBack].count { $0 != nil }
        guard given + (withdraw ? 1 : 0) + (urge ? 1 : 0) == 1 else {
            throw ValidationError(
                "give exactly one of --answer, --add, --remove, --pass-on, --delegate, --send-back, --withdraw, --urge"
            )
        }
        if let answer, Consultation.Opinion(rawValue: answer) == nil {
            throw ValidationError("--answer takes agree or object, not '\(answer.prefix(40))'")
        }
    }

    func move(
        by person: Person.ID, naming addressee: (String) throws(Refusal) -> Person.ID
    ) throws(Refusal) -> ConsultationMove {
        if let opinion = answer.flatMap(Consultation.Opinion.init) {
            return .answer(opinion, by: person)
        }
        if let add { return .add(try addressee(add)) }
        if let remove { return .remove(Person.ID(remove)) }
        if let passOn { return .pass(from: person, to: try addressee(passOn)) }
        if let delegate { return .delegate(from: person, to: try addressee(delegate)) }
        if let sendBack { return .sendBack(by: person, to: Stage.ID(sendBack)) }
        return withdraw ? .withdraw : .urge
    }
}
