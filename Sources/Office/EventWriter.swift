import Engine
import Law
import Ledger

/// Turns events into what the journal stores.
struct EventWriter {
    let authority: String
    /// Makes salts; chance enters here and nowhere else.
    var chance: any RandomNumberGenerator

    mutating func store(
        _ event: Event, as sequence: Int, under procedure: Procedure
    ) throws -> StoredEvent {
        let (recordJSON, personalJSON) = event.fact.parts(under: procedure)
        let record = try seal(recordJSON)
        let personal = try personalJSON.map { try seal($0) }
        let envelope = Envelope(
            of: event, authority: authority, sequence: sequence, procedure: procedure.id,
            record: try record.commitment().digest, personal: try personal?.commitment().digest)
        return StoredEvent(
            sequence: sequence, subject: event.subject, version: event.version,
            envelope: try envelope.bytes(), record: record, personal: personal)
    }

    private mutating func seal(_ json: JSON) throws -> StoredEvent.Sealed {
        let parts = [chance.next(), chance.next()]
        let salt = parts.flatMap { part in
            (0..<8).map { UInt8(truncatingIfNeeded: part >> ($0 * 8)) }
        }
        return StoredEvent.Sealed(bytes: try json.canonicalBytes(), salt: salt)
    }
}

extension StoredEvent.Sealed {
    func commitment() throws -> Commitment {
        guard let salt = Salt(salt) else { throw Damage("a salt is not 16 bytes long") }
        return Commitment(to: bytes, salt: salt)
    }
}

extension Event.Fact {
    /// The record, and the personal part if there is any.
    fileprivate func parts(under procedure: Procedure) -> (JSON, JSON?) {
        switch self {
        case .acted(let act): act.parts(under: procedure)
        case .consulted(let rule, let move, let person):
            consultedParts(rule, move, person, isParty: procedure.asksParty(rule, in: move))
        case .passed(let from, let to):
            (.members([("from", .string(from.text)), ("to", .string(to.text))]), nil)
        case .assigned(let person, let assigner):
            (
                .members([
                    ("by", assigner.json(named: true)), ("to", person.map { .string($0.text) }),
                ]), nil
            )
        case .remarked(let remark): remark.parts
        case .erased(let ground): (.members([("ground", .string(ground))]), nil)
        }
    }
}

/// The name of a party who answers belongs to the personal part, as in an act.
private func consultedParts(
    _ rule: ConsultationRule.ID, _ move: ConsultationMove, _ person: Participant?, isParty: Bool
) -> (JSON, JSON?) {
    let record = JSON.members([
        ("consultation", .string(rule.text)), ("move", move.json),
        ("by", person?.json(named: !isParty)),
    ])
    guard isParty, let person else { return (record, nil) }
    return (record, .members([("names", .members([(person.id.text, .string(person.name))]))]))
}

extension Procedure {
    /// Whether the person who moves in a consultation is a party asked, not an officer who asks.
    func asksParty(_ rule: ConsultationRule.ID, in move: ConsultationMove) -> Bool {
        switch move {
        case .answer, .sendBack, .pass, .delegate:
            consultations[rule].map { roles[$0.addressees]?.kind == .party } ?? false
        case .add, .remove, .withdraw, .urge, .silence: false
        }
    }
}

extension Remark {
    /// The words are always personal; the name is, if the one who notes acts for no organ.
    fileprivate var parts: (JSON, JSON?) {
        let isParty = by.isPrivate
        let record = JSON.members([
            ("by", by.json(named: !isParty)), ("held", .held(held)),
            ("remark", .string(kind.rawValue)),
        ])
        let personal = JSON.members([
            ("names", isParty ? .members([(by.id.text, .string(by.name))]) : nil),
            ("text", .string(text)),
        ])
        return (record, personal)
    }
}

extension Act {
    fileprivate func parts(under procedure: Procedure) -> (JSON, JSON?) {
        let isParty = procedure.roles[role]?.kind == .party
        let personalFields = fields.filter { procedure.fields[$0.key]?.personal ?? false }
        let others = fields.filter { personalFields[$0.key] == nil }
        let record = JSON.members([
            ("addressees", .texts(addressees.map(\.text))),
            ("approver", approver?.json(named: true)),
            ("documents", .texts(documents.map(\.text))),
            ("fields", written(others)),
            ("held", .held(held)),
            ("mark", mark.map(JSON.string)),
            ("number", number.map(JSON.string)),
            ("outcome", outcome.map { .string($0.text) }),
            ("people", people.isEmpty ? nil : .array(people.map { $0.json(named: !isParty) })),
            ("personal", .texts(personalFields.keys.map(\.text).sorted())),
            ("role", .string(role.text)),
            ("step", .string(step.text)),
        ])
        let names = isParty ? people.map { ($0.id.text, JSON?.some(.string($0.name))) } : []
        guard !names.isEmpty || !personalFields.isEmpty else { return (record, nil) }
        let personal = JSON.members([
            ("fields", written(personalFields)), ("names", names.isEmpty ? nil : .members(names)),
        ])
        return (record, personal)
    }
}

extension Participant {
    /// Whether the name is a private person's: nobody acts for no organ but a party.
    fileprivate var isPrivate: Bool { organ == nil }

    fileprivate func json(named: Bool) -> JSON {
        .members([
            ("certificate", certificate.map { $0.json }), ("id", .string(id.text)),
            ("name", named ? .string(name) : nil), ("organ", organ.map { .string($0.text) }),
            ("roles", .texts(roles.map(\.text).sorted())),
        ])
    }
}

extension Participant.Certificate {
    fileprivate var json: JSON {
        .members([
            ("from", .string(valid.from.description)), ("number", .string(number)),
            ("until", valid.until.map { .string($0.description) }),
        ])
    }
}

extension ConsultationMove {
    fileprivate var json: JSON {
        let parts: [(String, String)] =
            switch self {
            case .answer(let opinion, let by): [("answer", opinion.rawValue), ("by", by.text)]
            case .add(let person): [("add", person.text)]
            case .remove(let person): [("remove", person.text)]
            case .pass(let from, let to): [("pass", from.text), ("to", to.text)]
            case .delegate(let from, let to): [("delegate", from.text), ("to", to.text)]
            case .sendBack(let by, let stage): [("by", by.text), ("send-back", stage.text)]
            case .withdraw: [("withdraw", "")]
            case .urge: [("urge", "")]
            case .silence(let person): [("silence", person.text)]
            }
        return .members(parts.map { ($0, JSON?.some(.string($1))) })
    }
}

extension JSON {
    /// An object of those members that are there.
    fileprivate static func members(_ members: [(String, JSON?)]) -> JSON {
        .object(
            JSON.Object(
                members.compactMap { key, value in value.map { Member(key: key, value: $0) } }))
    }

    /// The contents held; nothing for none.
    fileprivate static func held(_ documents: [HeldDocument]) -> JSON? {
        guard !documents.isEmpty else { return nil }
        return .array(
            documents.map { document in
                .members([
                    ("digest", .string(document.digest)), ("kind", .string(document.kind.text)),
                    ("size", .integer(document.size)), ("type", .string(document.mediaType)),
                ])
            })
    }

    /// A list of texts; nothing for an empty one.
    fileprivate static func texts(_ texts: [String]) -> JSON? {
        texts.isEmpty ? nil : .array(texts.map(JSON.string))
    }
}

/// Field values as texts, which their fields can read back; nothing for none.
private func written(_ fields: [Field.ID: Value]) -> JSON? {
    guard !fields.isEmpty else { return nil }
    return .members(fields.map { ($0.key.text, JSON?.some(.string($0.value.description))) })
}
