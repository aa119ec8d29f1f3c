package import Engine
package import Law
package import Ledger

/// What of an event is public for ever: who-less facts from which counts can be recomputed, and two commitments.
package struct Envelope: Sendable, Equatable {
    package let authority: String
    package let sequence: Int
    package let subject: CaseFile.ID
    package let version: Int
    package let kind: String
    package let step: Step.ID?
    package let role: Role.ID?
    package let outcome: Outcome.ID?
    package let organ: Organ.ID
    package let procedure: Procedure.ID
    package let edition: Edition.ID
    package let recorded: Moment
    package let effective: Moment
    /// Commitment to the record, and to the personal part if there is one.
    package let record: Digest
    package let personal: Digest?

    /// Canonical JSON (RFC 8785).
    package func bytes() throws -> [UInt8] {
        try CanonicalWriter.object { object in
            object.field("authority", authority)
            object.field("edition", edition.text)
            object.field("effective", effective.description)
            object.field("kind", kind)
            object.field("organ", organ.text)
            if let outcome { object.field("outcome", outcome.text) }
            if let personal { object.field("personal", personal.hex) }
            object.field("procedure", procedure.text)
            object.field("record", record.hex)
            object.field("recorded", recorded.description)
            if let role { object.field("role", role.text) }
            object.field("sequence", sequence)
            if let step { object.field("step", step.text) }
            object.field("subject", subject.text)
            object.field("version", version)
        }
    }

    /// Reads an envelope, which must be canonical to the byte.
    package init(_ bytes: [UInt8]) throws {
        let json = try JSON(parsing: bytes)
        guard try json.canonicalBytes() == bytes else {
            throw Damage("the envelope is not canonical JSON")
        }
        let reader = RecordReader(json, what: "envelope")
        authority = try reader.text("authority")
        sequence = try reader.number("sequence")
        subject = CaseFile.ID(try reader.text("subject"))
        version = try reader.number("version")
        kind = try reader.text("kind")
        step = reader.optionalText("step").map { Step.ID($0) }
        role = reader.optionalText("role").map { Role.ID($0) }
        outcome = reader.optionalText("outcome").map { Outcome.ID($0) }
        organ = Organ.ID(try reader.text("organ"))
        procedure = Procedure.ID(try reader.text("procedure"))
        edition = Edition.ID(try reader.text("edition"))
        recorded = try reader.moment("recorded")
        effective = try reader.moment("effective")
        record = try reader.digest("record")
        personal = json["personal"] == nil ? nil : try reader.digest("personal")
    }

    init(
        of event: Event, authority: String, sequence: Int, procedure: Procedure.ID, record: Digest,
        personal: Digest?
    ) {
        let act = event.act
        self.authority = authority
        self.sequence = sequence
        subject = event.subject
        version = event.version
        kind = event.fact.kind
        step = act?.step
        role = act?.role
        outcome = act?.outcome
        organ = event.organ
        self.procedure = procedure
        edition = event.edition
        recorded = event.recorded
        effective = event.effective
        self.record = record
        self.personal = personal
    }
}

extension Event.Fact {
    var kind: String {
        switch self {
        case .acted: "acted"
        case .consulted: "consulted"
        case .passed: "passed"
        case .assigned: "assigned"
        case .remarked: "remarked"
        case .erased: "erased"
        }
    }
}

/// Reads members of a JSON object, saying which one is not as it must be.
struct RecordReader {
    let json: JSON
    let what: String

    init(_ json: JSON, what: String) {
        self.json = json
        self.what = what
    }

    func optionalText(_ key: String) -> String? {
        if case .string(let text) = json[key] { text } else { nil }
    }

    func text(_ key: String) throws -> String {
        guard let text = optionalText(key) else { throw Damage("\(what) has no text '\(key)'") }
        return text
    }

    func number(_ key: String) throws -> Int {
        guard case .integer(let number) = json[key] else {
            throw Damage("\(what) has no number '\(key)'")
        }
        return number
    }

    func moment(_ key: String) throws -> Moment {
        guard let moment = Moment(try text(key)) else {
            throw Damage("'\(key)' of the \(what) is not a moment")
        }
        return moment
    }

    func digest(_ key: String) throws -> Digest {
        guard let digest = Digest(hex: try text(key)) else {
            throw Damage("'\(key)' of the \(what) is not a digest")
        }
        return digest
    }

    func object(_ key: String) throws -> [(String, JSON)] {
        guard let value = json[key] else { return [] }
        guard case .object(let object) = value else {
            throw Damage("'\(key)' of the \(what) is not an object")
        }
        return object.members.map { ($0.key, $0.value) }
    }

    func texts(_ key: String) throws -> [String] {
        guard let value = json[key] else { return [] }
        guard case .array(let array) = value else {
            throw Damage("'\(key)' of the \(what) is not a list")
        }
        return try array.map { item in
            guard case .string(let text) = item else {
                throw Damage("'\(key)' of the \(what) holds no texts")
            }
            return text
        }
    }

    func objects(_ key: String) throws -> [RecordReader] {
        guard let value = json[key] else { return [] }
        guard case .array(let array) = value else {
            throw Damage("'\(key)' of the \(what) is not a list")
        }
        return array.map { RecordReader($0, what: "\(what).\(key)") }
    }
}
