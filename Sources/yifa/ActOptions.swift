import ArgumentParser
import Engine
import Law
import Packs

/// Who takes a step in which role, and what the step holds: the same for one that opens a case file and for any other.
struct ActOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: "The role acted in.")
    var role: String

    @Option(
        help: "Who acts: an officer of the district, or any name for a party; may be given again.")
    var by: [String]

    @Option(help: "A party's name as people say it.")
    var name: String?

    @Option(name: .customLong("approved-by"), help: "Who approves.")
    var approvedBy: String?

    @OptionGroup var content: ContentOptions

    func act(
        _ step: Step.ID, of procedure: Procedure, among people: CasePeople,
        addressees: [Person.ID] = []
    ) throws -> Act {
        let role = try people.role(role)
        return Act(
            step, as: role.id,
            by: try by.map { try people.participant($0, as: role, named: name) },
            approver: try approvedBy.map {
                try people.officer($0, field: "approved-by").participant
            },
            outcome: content.outcome.map { Outcome.ID($0) },
            fields: try content.values(under: procedure),
            documents: content.documents.map { DocumentKind.ID($0) }, addressees: addressees)
    }
}
