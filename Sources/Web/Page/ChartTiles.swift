import HTML
import Law

extension Chart {
    /// A tile of a map: a place with its number, and where the number leads.
    struct Tile: Sendable {
        let column: Int
        let row: Int
        let name: String
        /// The language of the name, where it is not that of the page.
        let language: String?
        let value: Int
        let link: String
        let told: String
    }

    private static let tileWidth = 92
    private static let tileHeight = 66

    /// A map of equal tiles, in five steps of depth with the number in each.
    static func tiles(label: String, description: String, _ tiles: [Tile]) -> HTML {
        let columns = (tiles.map(\.column).max() ?? 0) + 1
        let rows = (tiles.map(\.row).max() ?? 0) + 1
        let ramp = Ramp(most: tiles.map(\.value).max() ?? 0)
        return SVG.map(
            width: columns * tileWidth, height: rows * tileHeight, label: label, .class("tile-map")
        ) {
            HTML.element("desc", [], HTML(description))
            for tile in tiles { self.tile(tile, ramp) }
        }
    }

    private static func tile(_ tile: Tile, _ ramp: Ramp) -> HTML {
        let x = Double(tile.column * tileWidth)
        let y = Double(tile.row * tileHeight)
        let middle = x + Double(tileWidth) / 2
        return SVG.link(tile.link) {
            HTML.element("title", [Attribute("lang", ifSet: tile.language)], HTML(tile.told))
            SVG.rect(
                x: x, y: y, width: Double(tileWidth), height: Double(tileHeight), .class("tile"),
                .data("level", "\(ramp.level(of: tile.value))"), Attribute("rx", "8"))
            SVG.text(
                x: middle, y: y + 29, .class("tile-label"), Attribute("lang", ifSet: tile.language)
            ) { tile.name }
            SVG.text(x: middle, y: y + 49, .class("tile-label")) { "\(tile.value)" }
        }
    }

    /// Five steps of equal width, from nothing to the largest value.
    struct Ramp: Equatable, Sendable {
        let step: Int

        init(most: Int) {
            step = max(1, Scale(most: most, lines: 5).step)
        }

        func level(of value: Int) -> Int { min(4, max(0, value) / step) }

        /// The lowest and highest value of each step; the last is open.
        var ranges: [(from: Int, to: Int?)] {
            (0...4).map { ($0 * step, $0 == 4 ? nil : ($0 + 1) * step - 1) }
        }
    }
}

/// Where the twenty-nine streets and towns of the district stand on a map of tiles: column, row, from the north-west.
enum TileGrid {
    private static let places: [Organ.ID: (column: Int, row: Int)] = [
        "sujiatuo-town": (0, 0), "shangzhuang-town": (1, 0), "xibeiwang-town": (2, 0),
        "xisanqi-street": (5, 0), "wenquan-town": (1, 1), "malianwa-street": (2, 1),
        "shangdi-street": (3, 1), "qinghe-street": (4, 1), "xiangshan-street": (0, 2),
        "qinglongqiao-street": (1, 2), "yanyuan-street": (2, 2), "qinghuayuan-street": (3, 2),
        "dongsheng-town": (4, 2), "xueyuanlu-street": (5, 2), "sijiqing-town": (0, 3),
        "haidian-town": (1, 3), "haidian-street": (2, 3), "zhongguancun-street": (3, 3),
        "huayuanlu-street": (4, 3), "beitaipingzhuang-street": (5, 3), "shuguang-street": (1, 4),
        "zizhuyuan-street": (2, 4), "beixiaguan-street": (3, 4), "tiancunlu-street": (0, 5),
        "balizhuang-street": (1, 5), "ganjiakou-street": (2, 5), "yongdinglu-street": (0, 6),
        "wanshoulu-street": (1, 6), "yangfangdian-street": (2, 6),
    ]

    static var known: Dictionary<Organ.ID, (column: Int, row: Int)>.Keys { places.keys }

    /// The place of each organ; those of another district stand in rows of six, in their order.
    static func places(of organs: [Organ.ID]) -> [(column: Int, row: Int)] {
        let known = organs.compactMap { places[$0] }
        guard known.count < organs.count else { return known }
        return organs.indices.map { ($0 % 6, $0 / 6) }
    }
}

extension [Title] {
    /// What is left of titles of one kind without what all of them begin and end with; a town keeps its first word after the name.
    func shortened(keepingKind isKept: Bool) -> [Title] {
        let chinese = Self.distinct(map(\.chinese), kept: isKept) {
            $0.first.map(String.init) ?? ""
        }
        let english = Self.distinct(map(\.english), kept: isKept) { end in
            end.split(separator: " ").first.map { " \($0)" } ?? ""
        }
        return zip(chinese, english).map { Title(chinese: $0, english: $1) }
    }

    private static func distinct(
        _ texts: [String], kept isKept: Bool, kind: (String) -> String
    ) -> [String] {
        guard texts.count > 1, let first = texts.first else { return texts }
        let start = texts.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
        let ends = texts.map { String($0.dropFirst(start.count).reversed()) }
        let end = ends.dropFirst().reduce(ends.first ?? "") { $0.commonPrefix(with: $1) }
        let tail = isKept ? kind(String(end.reversed())) : ""
        return texts.map { text in
            let short = text.dropFirst(start.count).dropLast(end.count)
            return short.isEmpty ? text : short + tail
        }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
