import Law

/// Which of the conditional deadlines that one step starts may start together.
///
/// Fields of choice and flags take each of their values; any other question may be answered either way. Conditions that
/// are plainly exclusive or exhaustive are thus found to be so, and all others to be independent.
struct Alternatives {
    private let procedure: Procedure
    /// The fields that are sure to be set.
    private let sure: Set<Field.ID>
    /// The step that starts the deadlines, and so was done for certain.
    private let taking: Step.ID

    /// More sets than four independent conditions give, or more answers than this, are too many to explore.
    static let most = (sets: 16, answers: 4096)

    init(_ procedure: Procedure, sure: Set<Field.ID>, taking step: Step.ID) {
        self.procedure = procedure
        self.sure = sure
        taking = step
    }

    /// What a condition may ask: the value of a field, or anything else.
    private enum Question: Equatable {
        case field(Field.ID)
        case other(Condition)
    }

    /// The sets of conditions, by position, that can hold together; nil if there are too many.
    func sets(of conditions: [Condition]) -> [PositionSet]? {
        var questions: [Question] = []
        for part in conditions.flatMap(\.flattened) {
            if let question = question(part), !questions.contains(question) {
                questions.append(question)
            }
        }
        var answered: [[(Question, String)]] = [[]]
        for question in questions {
            let answers = answers(to: question)
            guard answered.count * answers.count <= Self.most.answers else { return nil }
            answered = answered.flatMap { before in answers.map { before + [(question, $0)] } }
        }
        var sets: [PositionSet] = []
        for answers in answered {
            let holding = PositionSet(conditions.indices.filter { holds(conditions[$0], answers) })
            if !sets.contains(holding) { sets.append(holding) }
        }
        return sets.count <= Self.most.sets ? sets : nil
    }

    private func question(_ condition: Condition) -> Question? {
        switch condition {
        case .compare(let field, .equals, _), .compare(let field, .differs, _),
            .oneOf(let field, _),
            .isSet(let field):
            values(of: field) == nil ? .other(condition) : .field(field)
        case .compare, .relate, .done, .doneSince, .doneWithin, .lapsed, .inTime, .consulted,
            .outcome, .settled, .running, .handedIn:
            .other(condition)
        case .all, .any, .not: nil
        }
    }

    private func values(of field: Field.ID) -> [String]? {
        switch procedure.fields[field]?.kind {
        case .choice(let choices): choices.map(\.id.text)
        case .flag: ["true", "false"]
        case .text, .longText, .number, .money, .day, .organ, .person, .length, nil: nil
        }
    }

    /// The answers to a question; an empty one stands for a field that is not set, and for no.
    private func answers(to question: Question) -> [String] {
        guard case .field(let field) = question else { return ["", "yes"] }
        return (values(of: field) ?? []) + (sure.contains(field) ? [] : [""])
    }

    private func holds(_ condition: Condition, _ answers: [(Question, String)]) -> Bool {
        switch condition {
        case .all(let parts): return parts.allSatisfy { holds($0, answers) }
        case .any(let parts): return parts.contains { holds($0, answers) }
        case .not(let part): return !holds(part, answers)
        case .done(taking), .doneSince(taking, _): return true
        case .compare, .oneOf, .relate, .isSet, .done, .doneSince, .doneWithin, .lapsed, .inTime,
            .consulted, .outcome, .settled, .running, .handedIn:
            let question = question(condition)
            let answer = answers.first { $0.0 == question }?.1 ?? ""
            guard !answer.isEmpty, case .field = question else { return !answer.isEmpty }
            return fits(answer, condition)
        }
    }

    /// Whether a question about a choice or flag is to be answered so.
    private func fits(_ answer: String, _ condition: Condition) -> Bool {
        if case .compare(_, let comparison, let value) = condition {
            return (answer == value.description) == (comparison == .equals)
        }
        guard case .oneOf(_, let values) = condition else { return true }
        return values.contains { answer == $0.description }
    }
}
