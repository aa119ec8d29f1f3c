/// A thing that an act states: its name, type, and whether it is personal data.
public struct Field: Named {
    /// The name of a field, the same in every form of a procedure.
    public typealias ID = Identifier<Field>

    /// What may stand in the field.
    public enum Kind: Sendable, Equatable {
        /// Up to 500 characters.
        case text
        /// Up to 20,000 characters.
        case longText
        case number
        case money
        case day
        case flag
        case organ
        case person
        case length
        case choice(Catalogue<Choice>)
    }

    /// One of the answers to choose from.
    public struct Choice: Named {
        /// The name of a choice.
        public typealias ID = Identifier<Choice>
        /// The name.
        public let id: ID
        /// What a person reads.
        public let title: Title

        /// A choice.
        public init(id: ID, title: Title) {
            self.id = id
            self.title = title
        }
    }

    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// What may stand in it.
    public let kind: Kind
    /// Whether it belongs to the part of the record that can be erased (Personal Information Protection Law, article 47).
    public let personal: Bool

    /// A field.
    public init(id: ID, title: Title, kind: Kind, personal: Bool) {
        self.id = id
        self.title = title
        self.kind = kind
        self.personal = personal
    }
}

extension Field {
    /// Reads a value of the field's kind from a text; nil if the text is not one.
    public func value(parsing text: String) -> Value? {
        guard text.utf8.count <= 80_000 else { return nil }
        return switch kind {
        case .text: bounded(text, by: 500)
        case .longText: bounded(text, by: 20_000)
        case .number: Int(text).flatMap { Field.numbers.contains($0) ? .number($0) : nil }
        case .money: Money(parsing: text).map(Value.money)
        case .day: Day(iso: text).map(Value.day)
        case .flag: text == "true" ? .flag(true) : text == "false" ? .flag(false) : nil
        case .organ: Field.isName(text) ? .organ(Organ.ID(text)) : nil
        case .person: Field.isPerson(text) ? .person(Person.ID(text)) : nil
        case .length: (try? Length(parsing: text)).map(Value.length)
        case .choice(let choices): choices[Choice.ID(text)].map { .choice($0.id.text) }
        }
    }

    /// Whether the value may stand in this field.
    public func accepts(_ value: Value) -> Bool {
        switch value {
        case .erased: personal
        case .text(let text): self.value(parsing: text) == value
        default: self.value(parsing: value.description) == value
        }
    }

    /// What may stand in the field, in words for a person who wrote something else.
    public var expectation: String {
        switch kind {
        case .text: "不超过500字的文字"
        case .longText: "不超过20000字的文字"
        case .number: "整数"
        case .money: "金额，如 3000 yuan"
        case .day: "日期，如 2023-09-28（1900年至2199年）"
        case .flag: "true 或 false"
        case .organ: "机关代码"
        case .person: "人员代码"
        case .length: "期间，如 5 working-days"
        case .choice(let choices): "下列之一：" + choices.map(\.id.text).joined(separator: "、")
        }
    }

    private static let numbers = -1_000_000_000_000...1_000_000_000_000

    private func bounded(_ text: String, by most: Int) -> Value? {
        guard !text.isEmpty, text.utf8.count <= most * 4, text.unicodeScalars.count <= most,
            text.unicodeScalars.allSatisfy({ $0 == "\n" || !Field.isControl($0) })
        else { return nil }
        return .text(text)
    }

    /// Whether it is of the category Cc, whose members Unicode has fixed for good.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            }
    }

    static func isPerson(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 128
            && text.unicodeScalars.allSatisfy { $0 != " " && !isControl($0) }
    }
}
