// Elements of forms.

package func form(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("form", attributes, content())
}
package func label(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("label", attributes, content())
}
package func select(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("select", attributes, content())
}
package func option(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("option", attributes, content())
}
package func optgroup(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML
{
    .element("optgroup", attributes, content())
}
package func textarea(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML
{
    .element("textarea", attributes, content())
}
package func button(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("button", attributes, content())
}
package func fieldset(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML
{
    .element("fieldset", attributes, content())
}
package func legend(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("legend", attributes, content())
}
package func output(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("output", attributes, content())
}
package func input(_ attributes: Attribute...) -> HTML { .void("input", attributes) }
