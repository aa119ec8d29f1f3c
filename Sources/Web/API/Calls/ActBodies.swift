import Engine
import Law
import Office

/// A move in a consultation as a program sends it.
struct MoveBody: Decodable {
    enum Move: String, Decodable, CaseIterable {
        case agree
        case object
        case add
        case remove
        case pass
        case delegate
        case sendBack = "send-back"
        case withdraw
        case urge
    }

    let move: Move
    let person: String?
    let stage: String?

    static let schema = Schema.object([
        .must("move", .choice(Move.allCases.map(\.rawValue))),
        .may("person", .person, "Who is added, removed, passed to or asked to advise."),
        .may("stage", .name, "The stage to which the file is sent back."),
    ])

    /// What it wants; refuses a move without the person or stage that it needs.
    func wish() throws -> ConsultationWish {
        switch move {
        case .agree: return .agree
        case .object: return .object
        case .add: return .add(try other())
        case .remove: return .remove(try other())
        case .pass: return .pass(to: try other())
        case .delegate: return .delegate(to: try other())
        case .sendBack:
            guard let stage else { throw Complaint.missing("stage") }
            return .sendBack(to: Stage.ID(stage))
        case .withdraw: return .withdraw
        case .urge: return .urge
        }
    }

    private func other() throws -> Person.ID {
        guard let person else { throw Complaint.missing("person") }
        return Person.ID(person)
    }
}

/// A remark as a program sends it.
struct RemarkBody: Decodable {
    let kind: String
    let text: String?
    let held: [ActBody.Held]?

    static let schema = Schema.object([
        .must("kind", .choice(Remark.Kind.allCases.map(\.rawValue))),
        .may("text", .words(most: 2000)), .may("held", .list(ActBody.held, most: 50)),
    ])
}

/// A review as a program sends it.
struct ReviewBody: Decodable {
    let level: String
    let comment: String?
    let name: String?
    let contact: String?

    static let levels = [
        "very-satisfied", "satisfied", "basically-satisfied", "dissatisfied", "very-dissatisfied",
    ]

    static let schema = Schema.object([
        .must("level", .choice(levels)), .may("comment", .words(most: 20_000)),
        .may("name", .words(most: 60), "Absent for a review without a name."),
        .may("contact", .words(most: 200)),
    ])
}
