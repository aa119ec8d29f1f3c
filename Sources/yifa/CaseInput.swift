import ArgumentParser
import Engine
import Foundation
import Law
import Office
import Packs

/// When an act took effect.
struct EffectiveOptions: ParsableArguments {
    @Option(help: "The day it took effect, YYYY-MM-DD, if not now.")
    var on: String?

    @Option(help: "The moment it took effect, \"YYYY-MM-DD HH:MM\" in Beijing.")
    var at: String?

    func validate() throws {
        if on != nil, at != nil { throw ValidationError("give --on or --at, not both") }
        if let on, Day(iso: on) == nil {
            throw ValidationError(
                "'\(on.prefix(40))' is not a day such as 2026-11-23 (1900 to 2199)")
        }
        if let at, Moment(at) == nil {
            throw ValidationError(
                "'\(at.prefix(40))' is not a moment such as \"2026-11-23 09:30\" (1900 to 2199)")
        }
    }

    /// The moment asked for, nil for now; an act told by its day alone follows what that day has on record.
    func moment(after last: Moment?, now: Moment) -> Moment? {
        if let at { return Moment(at) }
        guard let day = on.flatMap({ Day(iso: $0) }), day != now.day else { return nil }
        let morning = Moment(day, hour: 9)
        guard let last, last.day == day else { return morning }
        return max(morning, last)
    }
}

/// What an act states, hands in and decides.
struct ContentOptions: ParsableArguments {
    @Option(help: "The legal result, where the step lets one be chosen.")
    var outcome: String?

    @Option(
        name: .customLong("set"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "A field: field=value, or field=@FILE for a long text.", valueName: "field=value"))
    var fields: [String] = []

    @Option(
        name: .customLong("document"), parsing: .upToNextOption,
        help: ArgumentHelp("A kind of document handed in.", valueName: "kind"))
    var documents: [String] = []

    /// The most bytes of a file that can be a field's text: 20,000 characters of four bytes.
    static let limit = 80_000

    func values(under procedure: Procedure) throws -> [Field.ID: Value] {
        var texts: [String: String] = [:]
        for field in fields {
            guard let sign = field.firstIndex(of: "=") else {
                throw ValidationError("'--set \(field.prefix(40))' is not field=value")
            }
            let name = String(field[..<sign])
            guard texts[name] == nil else {
                throw ValidationError("'\(name.prefix(40))' is set twice")
            }
            texts[name] = try text(String(field[field.index(after: sign)...]), of: name)
        }
        return try procedure.values(parsing: texts)
    }

    private func text(_ given: String, of name: String) throws -> String {
        guard given.hasPrefix("@") else { return try readable(given, of: name) }
        let path = String(given.dropFirst())
        if path.hasPrefix("@") { return try readable(path, of: name) }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw ValidationError("\(name): the file '\(path)' cannot be read")
        }
        let bytes: Data
        do {
            bytes = try handle.read(upToCount: Self.limit + 1) ?? Data()
        } catch {
            throw ValidationError(
                "\(name): the file '\(path)' cannot be read: \(error.localizedDescription)")
        }
        guard bytes.count <= Self.limit else {
            throw Refusal(.badField, field: name, "“\(path)”超过\(Self.limit)字节，不能填入")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(.badField, field: name, "“\(path)”不是UTF-8文字")
        }
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// Bytes on the command line that are not UTF-8 arrive as U+FFFD.
    private func readable(_ text: String, of name: String) throws -> String {
        guard !text.unicodeScalars.contains("\u{FFFD}") else {
            throw Refusal(.badField, field: name, "含有不能识别的字节，应当使用UTF-8")
        }
        return text
    }
}

/// Finds the people of an act: officers in the district, parties as they are named.
struct CasePeople {
    let desk: CaseDesk
    let procedure: Procedure
    let file: CaseFile?

    func role(_ text: String) throws(Refusal) -> Role {
        guard let role = procedure.roles[Role.ID(text)] else {
            throw .unknown(
                .wrongRole, field: "as", "角色", text, known: procedure.roles.map(\.id.text))
        }
        return role
    }

    func participant(_ id: String, as role: Role, named name: String? = nil) throws(Refusal)
        -> Participant
    {
        guard role.kind == .party else { return try officer(id, field: "by").participant }
        let person = Person.ID(try identifier(id, field: "by"))
        let known = file?.deeds.flatMap(\.people).first { $0.id == person }?.name
        return Participant(id: person, name: try self.name(name) ?? known ?? id, roles: [role.id])
    }

    func officer(_ id: String, field: String) throws(Refusal) -> District.Officer {
        let officers = desk.district?.officers ?? []
        guard let officer = officers.first(where: { $0.id.text == id }) else {
            throw .unknown(.unknownPerson, field: field, "人员", id, known: officers.map(\.id.text))
        }
        return officer
    }

    /// Those asked: officers where the question goes to organs, anybody where it goes to parties.
    func addressee(_ id: String, of rule: ConsultationRule?) throws(Refusal) -> Person.ID {
        guard let role = rule.flatMap({ procedure.roles[$0.addressees] }), role.kind != .party
        else {
            return Person.ID(try identifier(id, field: "ask"))
        }
        let officer = try officer(id, field: "ask")
        guard officer.roles.contains(role.id) else {
            throw Refusal(
                .wrongRole, field: id, "\(officer.name)不是\(role.title.chinese)",
                basis: rule?.basis ?? [])
        }
        return officer.id
    }

    private func identifier(_ text: String, field: String) throws(Refusal) -> String {
        let kind = Field(
            id: Field.ID(field), title: Title(chinese: "人员代码", english: "person"), kind: .person,
            personal: false)
        guard kind.value(parsing: text) != nil, !text.unicodeScalars.contains("\u{FFFD}") else {
            throw Refusal(.unknownPerson, field: field, "人员代码应当是不含空格的文字，不超过128字节")
        }
        return text
    }

    private func name(_ text: String?) throws(Refusal) -> String? {
        guard let text else { return nil }
        let kind = Field(
            id: "name", title: Title(chinese: "姓名", english: "name"), kind: .text, personal: true)
        guard kind.value(parsing: text) != nil, !text.unicodeScalars.contains("\u{FFFD}"),
            !text.contains("\n")
        else { throw Refusal(.badField, field: "name", "姓名或者名称应当是不超过500字的文字") }
        return text
    }
}
