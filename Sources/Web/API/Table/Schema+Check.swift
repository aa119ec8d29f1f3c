import Ledger

/// Where a value is not what it should be, and what it should be.
struct Misfit: Error, Equatable {
    /// Such as `held.0.digest`; empty for the value as a whole.
    let path: String
    let kind: Kind

    enum Kind: Equatable {
        case unknown
        case missing
        case wrong(expected: String)
    }
}

extension Schema {
    /// Refuses a value of another shape, naming the first place where it differs.
    func check(_ value: JSON, at path: String = "") throws(Misfit) {
        switch (self, value) {
        case (.text(let rule), .string(let text)) where rule.holds(text): return
        case (.integer(let range), .integer(let number)) where range.contains(number): return
        case (.flag, .bool): return
        case (.choice(let choices), .string(let text)) where choices.contains(text): return
        case (.list(let item, let most), .array(let items)) where items.count <= most ?? .max:
            for (place, one) in items.enumerated() { try item.check(one, at: path.within(place)) }
        case (.map(let item), .object(let object)):
            for member in object.members {
                try item.check(member.value, at: path.within(member.key))
            }
        case (.object(let members), .object(let object)):
            try Self.check(object, members, at: path)
        case (.named(let name), _):
            try (Self.components[name] ?? .words).check(value, at: path)
        case (.text, _), (.integer, _), (.flag, _), (.choice, _), (.list, _), (.map, _),
            (.object, _):
            throw Misfit(path: path, kind: .wrong(expected: expectation))
        }
    }

    private static func check(
        _ object: JSON.Object, _ members: [Member], at path: String
    ) throws(Misfit) {
        for given in object.members where !members.contains(where: { $0.name == given.key }) {
            throw Misfit(path: path.within(given.key), kind: .unknown)
        }
        for member in members {
            guard let value = object[member.name] else {
                guard member.isRequired else { continue }
                throw Misfit(path: path.within(member.name), kind: .missing)
            }
            try member.schema.check(value, at: path.within(member.name))
        }
    }

    /// The value that a text of a query, a path or a header says; nil if it says none.
    func value(of text: String) -> JSON? {
        let value: JSON?
        switch self {
        case .integer: value = Int(text).flatMap { "\($0)" == text ? .integer($0) : nil }
        case .flag: value = text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
        case .text, .choice, .list, .map, .object, .named: value = .string(text)
        }
        guard let value else { return nil }
        do { try check(value) } catch { return nil }
        return value
    }

    /// What may stand here, in the notation of JSON Schema.
    var expectation: String {
        switch self {
        case .text(let rule):
            [
                "string", rule.format, rule.pattern,
                rule.least > 0 ? "minLength \(rule.least)" : nil,
                rule.most.map { "maxLength \($0)" },
            ].compactMap { $0 }.joined(separator: " ")
        case .integer(let range): "integer \(range.lowerBound)...\(range.upperBound)"
        case .flag: "boolean"
        case .choice(let choices): choices.joined(separator: " | ")
        case .list(_, let most): "array" + (most.map { " maxItems \($0)" } ?? "")
        case .map, .object: "object"
        case .named(let name): name
        }
    }
}

extension String {
    fileprivate func within(_ part: some CustomStringConvertible) -> String {
        let part = String(part.description.prefix(64))
        return isEmpty ? part : "\(self).\(part)"
    }
}
