import HTML

/// Drawings of numbers: pure functions from values to SVG, with real text and links, and nothing told by colour alone.
enum Chart {
    /// One place on the axis of a chart.
    struct Point: Sendable {
        let name: String
        /// Where its number leads; nil for nowhere.
        let link: String?
        /// The place with its numbers in words.
        let told: String
        /// The language of those words, where it is not that of the page.
        var language: String?
    }

    /// What is drawn at every place, the first series wide and the second narrow beside it.
    struct Series: Sendable {
        let title: String
        let values: [Int]
    }

    static let width = 640
    static let height = 250
    private static let left = 52.0
    private static let right = 632.0
    private static let top = 22.0
    private static let bottom = 216.0

    /// Upright bars, one group for each place.
    static func bars(label: String, description: String, _ points: [Point], _ series: [Series])
        -> HTML
    {
        let scale = Scale(most: series.flatMap(\.values).max() ?? 0)
        return SVG.map(width: width, height: height, label: label, .class("chart")) {
            HTML.element("desc", [], HTML(description))
            grid(scale)
            for (place, point) in points.enumerated() {
                group(point, place, of: points.count, series, scale)
            }
            SVG.line(from: (left, bottom), to: (right, bottom), .class("axis"))
        }
    }

    private static func grid(_ scale: Scale) -> HTML {
        HTML(
            scale.steps.map { value in
                let y = height(of: value, scale)
                return pieces {
                    SVG.line(from: (left, y), to: (right, y), .class("grid"))
                    SVG.text(
                        x: left - 8, y: y + 4.5, .class("axis"), Attribute("text-anchor", "end")
                    ) { "\(value)" }
                }
            })
    }

    private static func group(
        _ point: Point, _ place: Int, of count: Int, _ series: [Series], _ scale: Scale
    ) -> HTML {
        let step = (right - left) / Double(max(count, 1))
        let middle = left + step * (Double(place) + 0.5)
        let parts = pieces {
            HTML.element(
                "title", [Attribute("lang", ifSet: point.language)], HTML(point.told))
            bars(at: middle, step, place, series, scale)
            SVG.text(
                x: middle, y: bottom + 22, .class("axis"), Attribute("text-anchor", "middle")
            ) { point.name }
        }
        guard let link = point.link else { return .element("g", [], parts) }
        return SVG.link(link) { parts }
    }

    private static func bars(
        at middle: Double, _ step: Double, _ place: Int, _ series: [Series], _ scale: Scale
    ) -> HTML {
        let isPair = series.count > 1
        let wide = isPair ? step * 0.42 : step * 0.6
        let narrow = step * 0.28
        let start = middle - (isPair ? wide + narrow : wide) / 2
        return HTML(
            series.prefix(2).enumerated().map { index, one -> HTML in
                let value = one.values.indices.contains(place) ? one.values[place] : 0
                let y = height(of: value, scale)
                let x = index == 0 ? start : start + wide
                let bar = SVG.rect(
                    x: x, y: y, width: index == 0 ? wide : narrow, height: bottom - y,
                    .class(index == 0 ? "bar" : "bar-2"))
                guard !isPair else { return bar }
                return pieces {
                    bar
                    SVG.text(x: middle, y: y - 6, Attribute("text-anchor", "middle")) { "\(value)" }
                }
            })
    }

    private static func height(of value: Int, _ scale: Scale) -> Double {
        bottom - (bottom - top) * Double(value) / Double(scale.end)
    }
}

extension Chart {
    /// Round numbers from nothing to beyond the largest value.
    struct Scale: Equatable, Sendable {
        /// The distance of two lines.
        let step: Int
        /// The last line, never below the largest value.
        let end: Int

        init(most: Int, lines: Int = 4) {
            let least = (max(most, 1) + lines - 1) / lines
            var unit = 1
            while unit * 10 <= least { unit *= 10 }
            step = [1, 2, 5, 10].map { $0 * unit }.first { $0 >= least } ?? least
            end = (max(most, 1) + step - 1) / step * step
        }

        var steps: [Int] { Array(stride(from: 0, through: end, by: step)) }
    }
}
