// Elements of running text.

package func h1(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("h1", attributes, content())
}
package func h2(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("h2", attributes, content())
}
package func h3(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("h3", attributes, content())
}
package func h4(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("h4", attributes, content())
}
package func p(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("p", attributes, content())
}
package func a(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("a", attributes, content())
}
package func span(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("span", attributes, content())
}
package func strong(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("strong", attributes, content())
}
package func em(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("em", attributes, content())
}
package func small(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("small", attributes, content())
}
package func code(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("code", attributes, content())
}
package func pre(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("pre", attributes, content())
}
package func time(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("time", attributes, content())
}
package func abbr(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("abbr", attributes, content())
}
package func blockquote(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() })
    -> HTML
{
    .element("blockquote", attributes, content())
}
package func ol(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("ol", attributes, content())
}
package func ul(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("ul", attributes, content())
}
package func li(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("li", attributes, content())
}
package func dl(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("dl", attributes, content())
}
package func dt(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("dt", attributes, content())
}
package func dd(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("dd", attributes, content())
}
package func figure(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("figure", attributes, content())
}
package func figcaption(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() })
    -> HTML
{
    .element("figcaption", attributes, content())
}
package func details(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML
{
    .element("details", attributes, content())
}
package func summary(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML
{
    .element("summary", attributes, content())
}
package func title(_ attributes: Attribute..., @Content content: () -> HTML = { HTML() }) -> HTML {
    .element("title", attributes, content())
}
package func br(_ attributes: Attribute...) -> HTML { .void("br", attributes) }
package func hr(_ attributes: Attribute...) -> HTML { .void("hr", attributes) }
