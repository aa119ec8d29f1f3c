import HTML
import Law
import Sheets

/// A procedure as a drawing: stages as boxes in layers, the steps between them as arrows.
struct StepsDiagram {
    let procedure: Procedure
    let frame: Frame

    private static let box = (width: 150.0, height: 56.0)
    private static let gap = (x: 70.0, y: 26.0)

    /// An arrow between two stages, with the steps that lead along it.
    struct Arrow: Equatable {
        let from: Stage.ID?
        let to: Stage.ID
        var steps: [Step]
    }

    /// The stages by how many steps lead to them at least; those that end the case last.
    var layers: [[Stage]] {
        var depth: [Stage.ID: Int] = [:]
        var frontier = procedure.steps.filter { $0.place == .opening }.compactMap(\.to)
        var level = 0
        while !frontier.isEmpty {
            let fresh = frontier.filter { depth[$0] == nil }
            for stage in fresh { depth[stage] = level }
            let reached = fresh.flatMap { stage in
                procedure.steps(in: stage).filter { $0.place != .anywhere }.compactMap(\.to)
            }
            frontier = reached.filter { depth[$0] == nil }
            level += 1
        }
        let deepest = procedure.stages.filter { !$0.isFinal }.compactMap { depth[$0.id] }.max() ?? 0
        let known = procedure.stages.filter { depth[$0.id] != nil }
        let inner = (0...deepest).map { level in
            known.filter { !$0.isFinal && depth[$0.id] == level }
        }
        return (inner + [known.filter(\.isFinal)]).filter { !$0.isEmpty }
    }

    /// The arrows between different stages, each once.
    var arrows: [Arrow] {
        var arrows: [Arrow] = []
        func add(_ from: Stage.ID?, _ step: Step) {
            guard let to = step.to, to != from else { return }
            if let index = arrows.firstIndex(where: { $0.from == from && $0.to == to }) {
                arrows[index].steps.append(step)
            } else {
                arrows.append(Arrow(from: from, to: to, steps: [step]))
            }
        }
        for step in procedure.steps {
            switch step.place {
            case .opening, .anywhere: break
            case .stages(let stages): for stage in stages { add(stage, step) }
            }
        }
        return arrows
    }

    private var places: [Stage.ID: (x: Double, y: Double)] {
        var places: [Stage.ID: (x: Double, y: Double)] = [:]
        let most = Double(layers.map(\.count).max() ?? 1)
        let height = most * (Self.box.height + Self.gap.y)
        for (column, layer) in layers.enumerated() {
            let own = Double(layer.count) * (Self.box.height + Self.gap.y)
            for (row, stage) in layer.enumerated() {
                places[stage.id] = (
                    x: 8 + Double(column) * (Self.box.width + Self.gap.x),
                    y: 12 + (height - own) / 2 + Double(row) * (Self.box.height + Self.gap.y)
                )
            }
        }
        return places
    }

    var figure: HTML {
        let layers = layers
        let places = places
        let width = Double(layers.count) * (Self.box.width + Self.gap.x) - Self.gap.x + 16
        let rows = Double(layers.map(\.count).max() ?? 1)
        let height = rows * (Self.box.height + Self.gap.y) + 40
        let names = layers.flatMap { $0 }.map { frame.words.title($0.title) }
        let label = frame.words(
            GuidePhrase.diagramLabel,
            ["stages": names.joined(separator: frame.words(GuidePhrase.listed))])
        let firsts = Set(procedure.steps.filter { $0.place == .opening }.compactMap(\.to))
        return HTML.element(
            "figure", [.class("steps-diagram")],
            pieces {
                figcaption { frame.words(GuidePhrase.diagramCaption) }
                frame.scrolling(frame.words(GuidePhrase.diagram)) {
                    SVG.drawing(
                        width: Int(width), height: Int(height), label: label, language,
                        .class("own-size"), Attribute("width", "\(Int(width))"),
                        Attribute("height", "\(Int(height))")
                    ) {
                        for arrow in arrows { drawn(arrow, places) }
                        for stage in layers.flatMap({ $0 }) {
                            if let place = places[stage.id] {
                                drawn(stage, at: place, isFirst: firsts.contains(stage.id))
                            }
                        }
                    }
                }
            })
    }

    /// Titles of packs have no traditional script.
    private var language: Attribute {
        Attribute("lang", ifSet: frame.words.language == .zhHant ? "zh-Hans" : nil)
    }

    private func drawn(
        _ stage: Stage, at place: (x: Double, y: Double), isFirst: Bool
    ) -> HTML {
        let lines = Self.lines(of: frame.words.title(stage.title))
        let middle = place.x + Self.box.width / 2
        let top = place.y + Self.box.height / 2 + 5 - Double(lines.count - 1) * 9
        return SVG.group {
            SVG.rect(
                x: place.x, y: place.y, width: Self.box.width, height: Self.box.height,
                .class(isFirst ? "step now" : "step"), Attribute("rx", "8"))
            for (index, line) in lines.enumerated() {
                SVG.text(x: middle, y: top + Double(index) * 18, .class("step-label")) { line }
            }
        }
    }

    /// Forwards from side to side; back, or within a layer, by an arc below.
    private func drawn(_ arrow: Arrow, _ places: [Stage.ID: (x: Double, y: Double)]) -> HTML? {
        guard let from = arrow.from.flatMap({ places[$0] }), let to = places[arrow.to] else {
            return nil
        }
        let title = arrow.steps.map { frame.words.title($0.title) }
            .joined(separator: frame.words(GuidePhrase.listed))
        let half = Self.box.height / 2
        let path: String
        if to.x > from.x {
            let start = (x: from.x + Self.box.width, y: from.y + half)
            let end = (x: to.x - 2, y: to.y + half)
            let bend = start.x + 36
            path =
                "M\(start.x.brief) \(start.y.brief)C\(bend.brief) \(start.y.brief) \((end.x - 40).brief) \(end.y.brief) \(end.x.brief) \(end.y.brief)m-7 -5l7 5l-7 5"
        } else {
            let start = (x: from.x + Self.box.width / 2 - 12, y: from.y + Self.box.height)
            let end = (x: to.x + Self.box.width / 2 + 12, y: to.y + Self.box.height + 2)
            let low = max(start.y, end.y) + 24
            path =
                "M\(start.x.brief) \(start.y.brief)C\(start.x.brief) \(low.brief) \(end.x.brief) \(low.brief) \(end.x.brief) \(end.y.brief)m-5 7l5 -7l5 7"
        }
        return SVG.group {
            SVG.title(title)
            SVG.path(path, .class("arrow"))
        }
    }

    /// A title in at most three lines that fit a box.
    static func lines(of text: String) -> [String] {
        let isLatin = text.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
        return isLatin ? latin(text) : chinese(text)
    }

    private static func chinese(_ text: String) -> [String] {
        let characters = Array(text)
        let lines = stride(from: 0, to: characters.count, by: 9).map { start in
            String(characters[start..<min(start + 9, characters.count)])
        }
        return Array(lines.prefix(3))
    }

    private static func latin(_ text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 20 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return Array(lines.prefix(3))
    }
}
