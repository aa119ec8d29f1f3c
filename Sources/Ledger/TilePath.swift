/// The path of a tile or of a bundle of entries below the prefix of a log (C2SP tlog-tiles).
public enum TilePath: Hashable, Sendable {
    /// `tile/<level>/<index>`, with `.p/<width>` when it is not full.
    case hashes(level: Int, index: Int, width: Int)
    /// `tile/entries/<index>`, with `.p/<width>` when it is not full.
    case entries(index: Int, width: Int)

    /// The text of the path, such as `tile/0/x001/234.p/7`.
    public var text: String {
        switch self {
        case .hashes(let level, let index, let width):
            "tile/\(level)/" + TilePath.place(index: index, width: width)
        case .entries(let index, let width):
            "tile/entries/" + TilePath.place(index: index, width: width)
        }
    }

    /// The path that `text` writes; `nil` unless ``text`` would write it the same way.
    public init?(_ text: String) {
        guard let rest = Text.after("tile/", in: text),
            let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")),
            let (index, width) = TilePath.indexAndWidth(rest[rest.utf8.index(after: slash)...])
        else { return nil }
        let kind = rest[..<slash]
        if kind == "entries" {
            self = .entries(index: index, width: width)
        } else if let level = Text.decimal(kind), level < 64 {
            self = .hashes(level: level, index: index, width: width)
        } else {
            return nil
        }
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    /// Every path that a log of `size` entries serves, bundles of entries last.
    public static func all(inTreeOf size: Int) -> [TilePath] {
        var paths: [TilePath] = []
        var level = 0
        while case let entries = Tile.entries(atLevel: level, inTreeOf: size), entries > 0 {
            paths += places(of: entries).map {
                .hashes(level: level, index: $0.index, width: $0.width)
            }
            level += 1
        }
        return paths + places(of: size).map { .entries(index: $0.index, width: $0.width) }
    }

    private static func places(of entries: Int) -> [(index: Int, width: Int)] {
        stride(from: 0, to: entries, by: Tile.fullWidth).map {
            ($0 / Tile.fullWidth, min(entries - $0, Tile.fullWidth))
        }
    }

    private static func place(index: Int, width: Int) -> String {
        var text = threeDigits(index % 1000)
        var rest = index / 1000
        while rest > 0 {
            text = "x\(threeDigits(rest % 1000))/\(text)"
            rest /= 1000
        }
        return width == Tile.fullWidth ? text : "\(text).p/\(width)"
    }

    private static func threeDigits(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }

    private static func indexAndWidth(_ place: Substring) -> (Int, Int)? {
        var elements = place.split(separator: "/", omittingEmptySubsequences: false)
        var width = Tile.fullWidth
        if elements.count > 1, elements[elements.count - 2].hasSuffix(".p") {
            guard let partial = Text.decimal(elements.removeLast()), 1..<width ~= partial
            else { return nil }
            width = partial
            elements.append(elements.removeLast().dropLast(2))
        }
        guard let index = index(of: elements) else { return nil }
        return (index, width)
    }

    private static func index(of elements: [Substring]) -> Int? {
        let last = elements.count - 1
        let digits = elements.enumerated().map { $0 < last ? $1.dropFirst() : $1 }.joined()
        guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return Int(digits)
    }
}
