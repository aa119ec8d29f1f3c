/// A whole document (HTML Living Standard).
package func document(
    language: String, _ attributes: Attribute..., @Content head content: () -> HTML,
    @Content body: () -> HTML
) -> HTML {
    var page = HTML(trusted: "<!DOCTYPE html>\n")
    page.append(
        .element(
            "html", [.lang(language)] + attributes,
            pieces {
                head { content() }
                body()
            }))
    return page
}
