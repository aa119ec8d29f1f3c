/// A JSON value without floating point, so that its canonical form is plain (RFC 8785).
public enum JSON: Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// An integer, to be written within ``safeIntegers``.
    case integer(Int)
    /// A string, compared by its bytes and not by canonical equivalence.
    case string(String)
    /// A list.
    case array([JSON])
    /// Members under distinct keys.
    case object(Object)

    /// The integers that a double holds exactly (RFC 7493 section 2.2).
    public static let safeIntegers = -(1 << 53 - 1)...(1 << 53 - 1)
    /// How deep arrays and objects may lie within each other.
    public static let deepest = 64

    /// One key of an object and its value.
    public struct Member: Sendable {
        /// The key.
        public let key: String
        /// The value.
        public let value: JSON

        /// A member.
        public init(key: String, value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// Members ordered by the UTF-16 code units of their keys (RFC 8785 section 3.2.3).
    public struct Object: Sendable {
        /// The members in canonical order.
        public private(set) var members: [Member]

        /// The members; of those under the same key, the last.
        public init(_ members: some Sequence<Member>) {
            self.members = []
            for member in members { self[member.key] = member.value }
        }

        init(sorted members: [Member]) {
            self.members = members
        }

        /// The value under a key; `nil` removes it.
        public subscript(key: String) -> JSON? {
            get {
                let place = place(of: key)
                return holds(key, at: place) ? members[place].value : nil
            }
            set {
                let place = place(of: key)
                let range = place..<(holds(key, at: place) ? place + 1 : place)
                members.replaceSubrange(
                    range, with: newValue.map { [Member(key: key, value: $0)] } ?? [])
            }
        }

        private func holds(_ key: String, at place: Int) -> Bool {
            place < members.count && members[place].key.utf8.elementsEqual(key.utf8)
        }

        private func place(of key: String) -> Int {
            var range = 0..<members.count
            while !range.isEmpty {
                let middle = (range.lowerBound + range.upperBound) / 2
                let isBefore = KeyOrder.precedes(members[middle].key, key)
                range = isBefore ? middle + 1..<range.upperBound : range.lowerBound..<middle
            }
            return range.lowerBound
        }
    }
}

extension JSON {
    /// The member of an object; `nil` for other values and absent keys.
    public subscript(key: String) -> JSON? {
        if case .object(let object) = self { object[key] } else { nil }
    }
}

extension JSON: Hashable {
    /// Whether both have the same canonical form.
    public static func == (left: JSON, right: JSON) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.null, _), (.bool, _), (.integer, _), (.string, _), (.array, _), (.object, _): false
        }
    }

    /// Feeds the value to a hasher.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .integer(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .array(let values): hasher.combine(values)
        case .object(let object): hasher.combine(object)
        }
    }
}

extension JSON.Object: Hashable {}

extension JSON.Member: Hashable {
    /// Whether both have the same key, by its bytes, and the same value.
    public static func == (left: JSON.Member, right: JSON.Member) -> Bool {
        left.key.utf8.elementsEqual(right.key.utf8) && left.value == right.value
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }

    /// An integer.
    public init(integerLiteral value: Int) { self = .integer(value) }

    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// A list.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }

    /// An object.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Object(elements.map { Member(key: $0, value: $1) }))
    }
}
