// Elements that divide a page.

package func html(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("html", attributes, content())
}
package func head(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("head", attributes, content())
}
package func body(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("body", attributes, content())
}
package func header(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("header", attributes, content())
}
package func footer(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("footer", attributes, content())
}
package func main(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("main", attributes, content())
}
package func nav(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("nav", attributes, content())
}
package func section(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML
{
    .element("section", attributes, content())
}
package func article(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML
{
    .element("article", attributes, content())
}
package func aside(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("aside", attributes, content())
}
package func div(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("div", attributes, content())
}
package func address(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML
{
    .element("address", attributes, content())
}
package func meta(_ attributes: Attribute...) -> HTML { .void("meta", attributes) }
package func link(_ attributes: Attribute...) -> HTML { .void("link", attributes) }
package func img(_ attributes: Attribute...) -> HTML { .void("img", attributes) }
package func script(_ attributes: Attribute...) -> HTML { .element("script", attributes, HTML()) }
