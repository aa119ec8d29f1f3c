package import Engine
package import Law
import Ledger

/// Turns what the journal stores back into events, refusing whatever the engine could not have written.
package struct EventReader: Sendable {
    let procedure: Procedure

    package init(_ procedure: Procedure) {
        self.procedure = procedure
    }

    /// The event; personal values that were erased come back as erased.
    package func event(_ stored: StoredEvent, _ envelope: Envelope) throws -> Event {
        let record = RecordReader(try JSON(parsing: stored.record.bytes), what: "record")
        let personal = try stored.personal.map {
            RecordReader(try JSON(parsing: $0.bytes), what: "personal part")
        }
        let event = Event(
            subject: envelope.subject, version: envelope.version, recorded: envelope.recorded,
            effective: envelope.effective, organ: envelope.organ, edition: envelope.edition,
            fact: try fact(envelope.kind, record, personal))
        guard event.agrees(with: envelope) else {
            throw Damage("the record does not say what the envelope says")
        }
        return event
    }

    private func fact(
        _ kind: String, _ record: RecordReader, _ personal: RecordReader?
    ) throws -> Event.Fact {
        switch kind {
        case "acted": return .acted(try act(record, personal))
        case "consulted": return try consulted(record, personal)
        case "passed":
            return .passed(
                from: Procedure.ID(try record.text("from")), to: Procedure.ID(try record.text("to"))
            )
        case "assigned":
            guard let by = record.json["by"] else { throw Damage("an assignment by nobody") }
            return .assigned(
                to: record.optionalText("to").map { Person.ID($0) },
                by: try participant(RecordReader(by, what: "person"), names: nil, isParty: false))
        case "remarked": return .remarked(try remark(record, personal))
        case "erased": return .erased(ground: try record.text("ground"))
        default: throw Damage("unknown kind of event '\(kind)'")
        }
    }

    private func consulted(
        _ record: RecordReader, _ personal: RecordReader?
    ) throws -> Event.Fact {
        let rule = ConsultationRule.ID(try record.text("consultation"))
        let move = try move(record)
        let names = try personal.map { try $0.object("names") }
        let person = try record.json["by"].map {
            try participant(
                RecordReader($0, what: "person"), names: names,
                isParty: procedure.asksParty(rule, in: move))
        }
        return .consulted(rule, move, by: person)
    }

    private func act(_ record: RecordReader, _ personal: RecordReader?) throws -> Act {
        let role = Role.ID(try record.text("role"))
        let isParty = procedure.roles[role]?.kind == .party
        let names = try personal.map { try $0.object("names") }
        var fields: [Field.ID: Value] = [:]
        for (name, value) in try record.object("fields") {
            fields[Field.ID(name)] = try self.value(value, of: name)
        }
        for name in try record.texts("personal") { fields[Field.ID(name)] = .erased }
        for (name, value) in try personal?.object("fields") ?? [] {
            fields[Field.ID(name)] = try self.value(value, of: name)
        }
        return Act(
            Step.ID(try record.text("step")), as: role,
            by: try record.objects("people").map {
                try participant($0, names: names, isParty: isParty)
            },
            approver: try record.json["approver"].map {
                try participant(RecordReader($0, what: "approver"), names: nil, isParty: false)
            },
            outcome: record.optionalText("outcome").map { Outcome.ID($0) }, fields: fields,
            documents: try record.texts("documents").map { DocumentKind.ID($0) },
            held: try held(record),
            addressees: try record.texts("addressees").map { Person.ID($0) },
            number: record.optionalText("number"), mark: record.optionalText("mark"))
    }

    private func held(_ record: RecordReader) throws -> [HeldDocument] {
        try record.objects("held").map { document in
            HeldDocument(
                kind: DocumentKind.ID(try document.text("kind")),
                digest: try document.text("digest"), size: try document.number("size"),
                mediaType: try document.text("type"))
        }
    }

    /// A note; its words come back as erased if they were.
    private func remark(_ record: RecordReader, _ personal: RecordReader?) throws -> Remark {
        guard let kind = Remark.Kind(rawValue: try record.text("remark")) else {
            throw Damage("a note of an unknown kind")
        }
        guard let by = record.json["by"] else { throw Damage("a note by nobody") }
        let reader = RecordReader(by, what: "person")
        let isParty = reader.optionalText("organ") == nil
        let names = try personal.map { try $0.object("names") }
        return Remark(
            kind, try personal?.text("text") ?? Value.erased.description, held: try held(record),
            by: try participant(reader, names: names, isParty: isParty))
    }

    private func value(_ json: JSON, of name: String) throws -> Value {
        guard case .string(let text) = json, let field = procedure.fields[Field.ID(name)],
            let value = field.value(parsing: text)
        else { throw Damage("field '\(name)' does not hold what its form allows") }
        return value
    }

    private func participant(
        _ reader: RecordReader, names: [(String, JSON)]?, isParty: Bool
    ) throws -> Participant {
        let id = try reader.text("id")
        var name = reader.optionalText("name")
        if isParty {
            name = Value.erased.description
            if case .string(let known) = names?.first(where: { $0.0 == id })?.1 { name = known }
        }
        guard let name else { throw Damage("person '\(id)' has no name") }
        return Participant(
            id: Person.ID(id), name: name, organ: reader.optionalText("organ").map { Organ.ID($0) },
            roles: Set(try reader.texts("roles").map { Role.ID($0) }),
            certificate: try reader.json["certificate"].map {
                try certificate(RecordReader($0, what: "certificate"))
            })
    }

    private func certificate(_ reader: RecordReader) throws -> Participant.Certificate {
        guard let from = Day(iso: try reader.text("from")) else {
            throw Damage("a certificate has no first day")
        }
        let until = reader.optionalText("until").flatMap { Day(iso: $0) }
        return Participant.Certificate(
            number: try reader.text("number"), valid: Validity(from: from, until: until))
    }

    private func move(_ record: RecordReader) throws -> ConsultationMove {
        guard let json = record.json["move"] else { throw Damage("a consultation without a move") }
        let move = RecordReader(json, what: "move")
        let person = { (key: String) in move.optionalText(key).map { Person.ID($0) } }
        if let by = person("by") {
            if let opinion = move.optionalText("answer").flatMap(Consultation.Opinion.init) {
                return .answer(opinion, by: by)
            }
            return .sendBack(by: by, to: Stage.ID(try move.text("send-back")))
        }
        if let added = person("add") { return .add(added) }
        if let removed = person("remove") { return .remove(removed) }
        if let silent = person("silence") { return .silence(of: silent) }
        if let from = person("pass") {
            return .pass(from: from, to: Person.ID(try move.text("to")))
        }
        if let from = person("delegate") {
            return .delegate(from: from, to: Person.ID(try move.text("to")))
        }
        if move.optionalText("withdraw") != nil { return .withdraw }
        if move.optionalText("urge") != nil { return .urge }
        throw Damage("a consultation with an unknown move")
    }
}

extension Event {
    /// Whether what the envelope makes public is what the record says.
    fileprivate func agrees(with envelope: Envelope) -> Bool {
        guard case .acted(let act) = fact else { return envelope.step == nil }
        return envelope.step == act.step && envelope.role == act.role
            && envelope.outcome == act.outcome
    }
}
