import Foundation
import Law

@testable import Engine

/// An event as one line of readable text (JSON with the words of packs), and back; values are read by the procedure's fields.
struct EventLine: Codable, Equatable {
    var version: Int
    var recorded: String
    var effective: String
    var subject: String
    var organ: String
    var edition: String
    var act: ActLine?
    var consultation: String?
    var move: [String]?
    var person: PersonLine?
    var passed: [String]?
    var assigned: [String]?
    var noted: [String]?
    var erased: String?

    struct ActLine: Codable, Equatable {
        var step: String
        var role: String
        var by: [PersonLine]
        var approver: PersonLine?
        var outcome: String?
        var with: [String: String]?
        var documents: [String]?
        var asks: [String]?
        var number: String?
        var mark: String?
    }

    struct PersonLine: Codable, Equatable {
        var id: String
        var name: String
        var organ: String?
        var roles: [String]
        var certificate: [String]?
    }

    /// The line's text; keys in order, so that the same event is the same text.
    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    init(reading text: some StringProtocol) throws {
        self = try JSONDecoder().decode(EventLine.self, from: Data(text.utf8))
    }
}

// MARK: - Writing

extension EventLine {
    init(_ event: Event) {
        version = event.version
        recorded = event.recorded.description
        effective = event.effective.description
        subject = event.subject.text
        organ = event.organ.text
        edition = event.edition.text
        switch event.fact {
        case .acted(let act): self.act = ActLine(act)
        case .consulted(let rule, let move, let person):
            consultation = rule.text
            self.move = move.words
            self.person = person.map { PersonLine($0) }
        case .passed(let from, let to): passed = [from.text, to.text]
        case .assigned(let officer, let assigner):
            assigned = [officer].compactMap { $0?.text }
            person = PersonLine(assigner)
        case .remarked(let remark):
            noted = [remark.kind.rawValue, remark.text]
            person = PersonLine(remark.by)
        case .erased(let ground): erased = ground
        }
    }
}

extension EventLine.ActLine {
    init(_ act: Act) {
        step = act.step.text
        role = act.role.text
        by = act.people.map { EventLine.PersonLine($0) }
        approver = act.approver.map { EventLine.PersonLine($0) }
        outcome = act.outcome?.text
        let fields = act.fields.map { ($0.key.text, $0.value.description) }
        with = fields.isEmpty ? nil : Dictionary(uniqueKeysWithValues: fields)
        documents = act.documents.isEmpty ? nil : act.documents.map(\.text)
        asks = act.addressees.isEmpty ? nil : act.addressees.map(\.text)
        number = act.number
        mark = act.mark
    }
}

extension EventLine.PersonLine {
    init(_ person: Participant) {
        id = person.id.text
        name = person.name
        organ = person.organ?.text
        roles = person.roles.map(\.text).sorted()
        certificate = person.certificate.map { certificate in
            [certificate.number, certificate.valid.from.description]
                + (certificate.valid.until.map { [$0.description] } ?? [])
        }
    }
}

extension ConsultationMove {
    var words: [String] {
        switch self {
        case .answer(let opinion, let by): ["answer", opinion.rawValue, by.text]
        case .add(let person): ["add", person.text]
        case .remove(let person): ["remove", person.text]
        case .pass(let from, let to): ["pass", from.text, to.text]
        case .delegate(let from, let to): ["delegate", from.text, to.text]
        case .sendBack(let by, let to): ["send-back", by.text, to.text]
        case .withdraw: ["withdraw"]
        case .urge: ["urge"]
        case .silence(let person): ["silence", person.text]
        }
    }

    init(words: [String]) throws {
        let people = words.dropFirst().map { Person.ID($0) }
        switch (words.first, people.count) {
        case ("answer", 2):
            guard let opinion = Consultation.Opinion(rawValue: words[1]) else {
                throw Missing(words[1])
            }
            self = .answer(opinion, by: people[1])
        case ("add", 1): self = .add(people[0])
        case ("remove", 1): self = .remove(people[0])
        case ("pass", 2): self = .pass(from: people[0], to: people[1])
        case ("delegate", 2): self = .delegate(from: people[0], to: people[1])
        case ("send-back", 2): self = .sendBack(by: people[0], to: Stage.ID(words[2]))
        case ("withdraw", 0): self = .withdraw
        case ("urge", 0): self = .urge
        case ("silence", 1): self = .silence(of: people[0])
        default: throw Missing("\(words)")
        }
    }
}

// MARK: - Reading

extension EventLine {
    func event(under procedure: Procedure) throws -> Event {
        Event(
            subject: CaseFile.ID(subject), version: version, recorded: try moment(recorded),
            effective: try moment(effective), organ: Organ.ID(organ), edition: Edition.ID(edition),
            fact: try fact(under: procedure))
    }

    private func fact(under procedure: Procedure) throws -> Event.Fact {
        if let act { return .acted(try act.act(under: procedure)) }
        if let consultation, let move {
            let person = try person?.participant
            return .consulted(
                ConsultationRule.ID(consultation), try ConsultationMove(words: move), by: person)
        }
        if let passed, passed.count == 2 {
            return .passed(from: Procedure.ID(passed[0]), to: Procedure.ID(passed[1]))
        }
        if let assigned, let person {
            return .assigned(
                to: assigned.first.map { Person.ID($0) }, by: try person.participant)
        }
        if let noted, let person, let kind = Remark.Kind(rawValue: noted[0]) {
            return .remarked(Remark(kind, noted[1], by: try person.participant))
        }
        guard let erased else { throw Missing("fact of event \(version)") }
        return .erased(ground: erased)
    }
}

extension EventLine.ActLine {
    func act(under procedure: Procedure) throws -> Act {
        let values = try (with ?? [:]).map { name, text in
            guard let value = procedure.fields[Field.ID(name)]?.value(parsing: text) else {
                throw Missing("\(name): \(text)")
            }
            return (Field.ID(name), value)
        }
        return Act(
            Step.ID(step), as: Role.ID(role), by: try by.map { try $0.participant },
            approver: try approver?.participant, outcome: outcome.map { Outcome.ID($0) },
            fields: Dictionary(uniqueKeysWithValues: values),
            documents: (documents ?? []).map { DocumentKind.ID($0) },
            addressees: (asks ?? []).map { Person.ID($0) }, number: number, mark: mark)
    }
}

extension EventLine.PersonLine {
    var participant: Participant {
        get throws {
            let certificate = try certificate.map { words in
                Participant.Certificate(
                    number: words[0],
                    valid: Validity(
                        from: try day(words[1]),
                        until: try words.dropFirst(2).first.map { try day($0) }))
            }
            return Participant(
                id: Person.ID(id), name: name, organ: organ.map { Organ.ID($0) },
                roles: Set(roles.map { Role.ID($0) }), certificate: certificate)
        }
    }
}
