package import Law

/// What a step asks of whoever takes it.
package struct StepDemand: Encodable, Sendable {
    package typealias Labelled = CaseSheet.Labelled

    package struct Entry: Encodable, Sendable {
        package let field: String
        package let title: String
        package let required: Bool
        package let personal: Bool
        /// What may stand in it.
        package let expected: String
        package let kind: Field.Kind
        /// The answers to choose from; empty for another kind of field.
        package let choices: [Labelled]

        private enum CodingKeys: String, CodingKey {
            case field
            case title
            case required
            case personal
            case expected
        }
    }

    package let step: Labelled
    package let by: [Labelled]
    package let officers: Int
    package let certified: Bool
    package let approvedBy: Labelled?
    package let fields: [Entry]
    package let documents: [Labelled]
    package let outcomes: [Labelled]
    package let basis: [String]

    package init(_ step: Step, in words: CaseWords) {
        let procedure = words.procedure
        let role = { (id: Role.ID) in Labelled(id: id.text, title: words.role(id)) }
        self.step = Labelled(id: step.id.text, title: words.title(step.title))
        by = step.by.map(role)
        officers = step.people.atLeast
        certified = step.people.certified
        approvedBy = step.people.approvedBy.map(role)
        let entries = step.form.flatMap { procedure.forms[$0] }?.entries ?? []
        fields = entries.compactMap { entry in
            procedure.fields[entry.field].map { field in
                Entry(field, required: entry.required, in: words.words)
            }
        }
        documents = step.documents.map { Labelled(id: $0.text, title: words.document($0)) }
        outcomes = step.outcomes.map { Labelled(id: $0.text, title: words.outcome($0)) }
        basis = step.basis.map(\.text)
    }
}

extension StepDemand.Entry {
    init(_ field: Field, required: Bool, in words: Words) {
        self.field = field.id.text
        title = words.title(field.title)
        self.required = required
        personal = field.personal
        kind = field.kind
        let expected: CasePhrase
        var choices: [CaseSheet.Labelled] = []
        switch field.kind {
        case .text: expected = .expectsText
        case .longText: expected = .expectsLongText
        case .number: expected = .expectsNumber
        case .money: expected = .expectsMoney
        case .day: expected = .expectsDay
        case .flag: expected = .expectsFlag
        case .organ: expected = .expectsOrgan
        case .person: expected = .expectsPerson
        case .length: expected = .expectsLength
        case .choice(let known):
            expected = .listed
            choices = known.map {
                CaseSheet.Labelled(id: $0.id.text, title: words.title($0.title))
            }
        }
        self.choices = choices
        self.expected =
            choices.isEmpty
            ? words(expected)
            : choices.map { "\($0.id) \($0.title)" }.joined(separator: words(expected))
    }
}
