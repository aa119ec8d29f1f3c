// Elements of tables.

package func table(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("table", attributes, content())
}
package func caption(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML
{
    .element("caption", attributes, content())
}
package func thead(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("thead", attributes, content())
}
package func tbody(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("tbody", attributes, content())
}
package func tfoot(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("tfoot", attributes, content())
}
package func tr(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("tr", attributes, content())
}
package func th(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("th", attributes, content())
}
package func td(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("td", attributes, content())
}
