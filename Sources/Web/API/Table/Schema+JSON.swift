import Ledger

extension Schema {
    /// The shape as JSON Schema 2020-12 says it, which OpenAPI 3.1 uses.
    var json: JSON {
        switch self {
        case .text(let rule): rule.json
        case .integer(let range):
            [
                "type": "integer", "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ]
        case .flag: ["type": "boolean"]
        case .choice(let choices):
            ["type": "string", "enum": .array(choices.map { .string($0) })]
        case .list(let item, let most):
            JSON(members: [
                ("type", "array"), ("items", item.json), ("maxItems", most.map { .integer($0) }),
            ])
        case .map(let item): ["type": "object", "additionalProperties": item.json]
        case .object(let members): Self.json(of: members)
        case .named(let name): ["$ref": .string("#/components/schemas/\(name)")]
        }
    }

    private static func json(of members: [Member]) -> JSON {
        let properties = members.map { member -> (String, JSON?) in
            guard let about = member.about, case .object(var object) = member.schema.json else {
                return (member.name, member.schema.json)
            }
            object["description"] = .string(about)
            return (member.name, .object(object))
        }
        let required = members.filter(\.isRequired).map { JSON.string($0.name) }
        return JSON(members: [
            ("type", "object"), ("properties", JSON(members: properties)),
            ("required", required.isEmpty ? nil : .array(required)),
            ("additionalProperties", false),
        ])
    }
}

extension TextRule {
    fileprivate var json: JSON {
        JSON(members: [
            ("type", "string"), ("minLength", least > 0 ? .integer(least) : nil),
            ("maxLength", most.map { .integer($0) }), ("pattern", pattern.map { .string($0) }),
            ("format", format.map { .string($0) }),
        ])
    }
}

extension JSON {
    /// An object of the members that have a value.
    init(members: [(String, JSON?)]) {
        self = .object(
            JSON.Object(
                members.compactMap { name, value in
                    value.map { JSON.Member(key: name, value: $0) }
                }))
    }
}
