/// A whole document (HTML Living Standard).
package func document(
    language: String, _ attributes: Attribute..., @Content head content: () -> HTML,
    @Content body: () -> HTML
) -> HTML {
    pieces {
        HTML(trusted: "<!DOCTYPE html>\n")
        HTML.element(
            "html", [.lang(language)] + attributes,
            pieces {
                head { content() }
                body()
            })
    }
}
