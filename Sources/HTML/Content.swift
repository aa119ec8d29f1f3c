/// Builds the content of an element from pieces, texts, conditions and loops.
@resultBuilder
package enum Content {
    package static func buildExpression(_ piece: HTML) -> HTML { piece }
    package static func buildExpression(_ piece: HTML?) -> HTML { piece ?? HTML() }
    package static func buildExpression(_ pieces: [HTML]) -> HTML { HTML(pieces) }
    package static func buildExpression(_ text: String) -> HTML { HTML(text) }
    package static func buildBlock(_ pieces: HTML...) -> HTML {
        pieces.count == 1 ? pieces[0] : HTML(pieces)
    }
    package static func buildOptional(_ piece: HTML?) -> HTML { piece ?? HTML() }
    package static func buildEither(first piece: HTML) -> HTML { piece }
    package static func buildEither(second piece: HTML) -> HTML { piece }
    package static func buildArray(_ pieces: [HTML]) -> HTML { HTML(pieces) }
}

/// Pieces one after another, without an element around them.
package func pieces(@Content _ content: () -> HTML) -> HTML { content() }
