/// Elements of SVG; coordinates are in units of the drawing's own box.
package enum SVG {
    /// A drawing with its box, named for those who cannot see it.
    package static func drawing(
        width: Int, height: Int, label: String, _ attributes: Attribute...,
        @Content content: () -> HTML
    ) -> HTML {
        let own = [
            Attribute("viewBox", "0 0 \(width) \(height)"), .role("img"), .aria("label", label),
        ]
        return .element("svg", own + attributes, content())
    }

    /// A drawing whose parts are links, which a reader walks through one by one.
    package static func map(
        width: Int, height: Int, label: String, _ attributes: Attribute...,
        @Content content: () -> HTML
    ) -> HTML {
        let own = [
            Attribute("viewBox", "0 0 \(width) \(height)"), .aria("label", label),
        ]
        return .element("svg", own + attributes, content())
    }

    package static func group(_ attributes: Attribute..., @Content content: () -> HTML) -> HTML {
        .element("g", attributes, content())
    }

    package static func rect(
        x: Double, y: Double, width: Double, height: Double, _ attributes: Attribute...,
        @Content content: () -> HTML = { HTML() }
    ) -> HTML {
        let own = [
            Attribute("x", x.brief), Attribute("y", y.brief), Attribute("width", width.brief),
            Attribute("height", height.brief),
        ]
        return .element("rect", own + attributes, content())
    }

    package static func line(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double),
        _ attributes: Attribute...
    ) -> HTML {
        let own = [
            Attribute("x1", start.x.brief), Attribute("y1", start.y.brief),
            Attribute("x2", end.x.brief), Attribute("y2", end.y.brief),
        ]
        return .element("line", own + attributes, HTML())
    }

    package static func circle(
        x: Double, y: Double, radius: Double, _ attributes: Attribute...,
        @Content content: () -> HTML = { HTML() }
    ) -> HTML {
        let own = [
            Attribute("cx", x.brief), Attribute("cy", y.brief), Attribute("r", radius.brief),
        ]
        return .element("circle", own + attributes, content())
    }

    package static func path(_ d: String, _ attributes: Attribute...) -> HTML {
        .element("path", [Attribute("d", d)] + attributes, HTML())
    }

    package static func text(
        x: Double, y: Double, _ attributes: Attribute..., @Content content: () -> HTML
    ) -> HTML {
        .element(
            "text", [Attribute("x", x.brief), Attribute("y", y.brief)] + attributes, content())
    }

    /// What a pointer shows and a screen reader says of the element around it.
    package static func title(_ text: String) -> HTML { .element("title", [], HTML(text)) }

    /// A link around parts of a drawing.
    package static func link(
        _ address: String, _ attributes: Attribute..., @Content content: () -> HTML
    ) -> HTML {
        .element("a", [.href(address)] + attributes, content())
    }
}

extension Double {
    /// At most one digit behind the point, as drawings need.
    package var brief: String {
        let tenths = (self * 10).rounded()
        let whole = Int(tenths)
        return whole % 10 == 0
            ? "\(whole / 10)" : "\(whole < 0 ? "-" : "")\(abs(whole) / 10).\(abs(whole) % 10)"
    }
}
