import Law
import Ledger

/// The shape of a JSON value: what a program may send is checked by it, and the description of the API is written from it.
indirect enum Schema: Sendable {
    case text(TextRule)
    case integer(ClosedRange<Int>)
    case flag
    case choice([String])
    case list(Schema, most: Int?)
    /// Any keys, each with a value of one shape.
    case map(Schema)
    case object([Member])
    /// A shape described under its name.
    case named(String)

    struct Member: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool
        let about: String?

        /// A member that is always there.
        static func must(_ name: String, _ schema: Schema, _ about: String? = nil) -> Member {
            Member(name: name, schema: schema, isRequired: true, about: about)
        }

        /// A member that may be absent; it is never null.
        static func may(_ name: String, _ schema: Schema, _ about: String? = nil) -> Member {
            Member(name: name, schema: schema, isRequired: false, about: about)
        }
    }
}

/// What may stand in a text.
struct TextRule: Sendable {
    var least = 0
    var most: Int?
    var pattern: String?
    var format: String?
    /// Whether a text of allowed length may stand; the same as the pattern says.
    var admits: @Sendable (String) -> Bool = { _ in true }

    func holds(_ text: String) -> Bool {
        let count = text.unicodeScalars.count
        return count >= least && count <= most ?? .max && admits(text)
    }
}

extension Schema {
    static let words = Schema.text(TextRule())

    static func words(most: Int) -> Schema { .text(TextRule(most: most)) }

    /// A name of a pack or the district: lower-case letters, digits and hyphens.
    static let name = Schema.text(
        TextRule(least: 1, most: 64, pattern: "^[a-z0-9-]+$") { text in
            text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
        })

    /// The number of an officer, or the name of a party.
    static let person = Schema.text(
        TextRule(least: 1, most: 128, pattern: "^[!-~\\u4e00-\\u9fff]+$") { text in
            text.unicodeScalars.allSatisfy {
                (0x21...0x7E).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
            }
        })

    static let day = Schema.text(
        TextRule(
            least: 10, most: 10, pattern: "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$", format: "date"
        ) {
            Day(iso: $0) != nil
        })

    /// A SHA-256 in lower-case hexadecimal digits.
    static let digest = Schema.text(
        TextRule(least: 64, most: 64, pattern: "^[0-9a-f]{64}$") { text in
            text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
            }
        })

    /// A place in a list, as the page before told it.
    static let cursor = Schema.text(
        TextRule(least: 1, most: 400, pattern: "^[A-Za-z0-9_-]+$") { text in
            text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0)
                    || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
            }
        })

    /// Visible ASCII, as headers carry it.
    static func token(most: Int) -> Schema {
        .text(
            TextRule(least: 1, most: most, pattern: "^[!-~]+$") { text in
                text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            })
    }

    static let year = Schema.integer(1900...2199)
    static let count = Schema.integer(0...JSON.safeIntegers.upperBound)

    static func list(_ item: Schema) -> Schema { .list(item, most: nil) }

    /// A page of a list, with the address of the next.
    static func page(of item: Schema) -> Schema {
        .object([
            .must("items", .list(item)),
            .may("next", .words, "The address of the next page; absent on the last."),
        ])
    }
}
