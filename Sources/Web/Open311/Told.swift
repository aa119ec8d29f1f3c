import Ledger

/// A value of GeoReport v2, which is told in JSON or in XML alike.
indirect enum Told: Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    /// Several, each named so in XML.
    case list(String, [Told])
    case group([(String, Told?)])

    var json: JSON {
        switch self {
        case .text(let text): .string(text)
        case .number(let number): .integer(number)
        case .flag(let flag): .bool(flag)
        case .list(_, let items): .array(items.map(\.json))
        case .group(let members):
            JSON(members: members.map { ($0, $1?.json) })
        }
    }

    /// The elements inside the one that is named for it.
    var xml: String {
        switch self {
        case .text(let text): Self.escaped(text)
        case .number(let number): "\(number)"
        case .flag(let flag): flag ? "true" : "false"
        case .list(let name, let items): items.map { $0.element(name) }.joined()
        case .group(let members):
            members.map { name, value in value?.element(name) ?? "" }.joined()
        }
    }

    func element(_ name: String) -> String { "<\(name)>\(xml)</\(name)>" }

    private static func escaped(_ text: String) -> String {
        // XML 1.0 has no place for control characters other than these.
        let clean = String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
        return clean.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }
}
