/// An attribute of an element; its value is escaped when written.
package struct Attribute: Sendable, Equatable {
    package let name: String
    /// Nil for one that stands by itself, such as `required`.
    package let value: String?
    /// Whether it is written at all.
    package let isPresent: Bool

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
        isPresent = true
    }

    /// An attribute that is written only if it has a value.
    package init(_ name: String, ifSet value: String?) {
        self.name = name
        self.value = value
        isPresent = value != nil
    }

    /// An attribute without a value, written or not.
    package init(_ name: String, when isPresent: Bool) {
        self.name = name
        value = nil
        self.isPresent = isPresent
    }
}

extension Attribute {
    package static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    package static func id(_ value: String) -> Attribute { Attribute("id", value) }
    package static func href(_ value: String) -> Attribute { Attribute("href", value) }
    package static func rel(_ value: String) -> Attribute { Attribute("rel", value) }
    package static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
    package static func role(_ value: String) -> Attribute { Attribute("role", value) }
    package static func title(_ value: String) -> Attribute { Attribute("title", value) }
    package static func `for`(_ value: String) -> Attribute { Attribute("for", value) }
    package static func name(_ value: String) -> Attribute { Attribute("name", value) }
    package static func value(_ value: String) -> Attribute { Attribute("value", value) }
    package static func type(_ value: String) -> Attribute { Attribute("type", value) }
    package static func method(_ value: String) -> Attribute { Attribute("method", value) }
    package static func action(_ value: String) -> Attribute { Attribute("action", value) }
    package static func enctype(_ value: String) -> Attribute { Attribute("enctype", value) }
    package static func placeholder(_ value: String) -> Attribute {
        Attribute("placeholder", value)
    }
    package static func autocomplete(_ value: String) -> Attribute {
        Attribute("autocomplete", value)
    }
    package static func inputmode(_ value: String) -> Attribute { Attribute("inputmode", value) }
    package static func src(_ value: String) -> Attribute { Attribute("src", value) }
    package static func alt(_ value: String) -> Attribute { Attribute("alt", value) }
    package static func scope(_ value: String) -> Attribute { Attribute("scope", value) }
    package static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
    package static func rows(_ count: Int) -> Attribute { Attribute("rows", "\(count)") }
    package static func maxlength(_ count: Int) -> Attribute { Attribute("maxlength", "\(count)") }
    package static func colspan(_ count: Int) -> Attribute { Attribute("colspan", "\(count)") }
    package static func tabindex(_ value: Int) -> Attribute { Attribute("tabindex", "\(value)") }
    package static func required(_ isSet: Bool) -> Attribute { Attribute("required", when: isSet) }
    package static func checked(_ isSet: Bool) -> Attribute { Attribute("checked", when: isSet) }
    package static func selected(_ isSet: Bool) -> Attribute { Attribute("selected", when: isSet) }
    package static func disabled(_ isSet: Bool) -> Attribute { Attribute("disabled", when: isSet) }
    package static func multiple(_ isSet: Bool) -> Attribute { Attribute("multiple", when: isSet) }
    package static func open(_ isSet: Bool) -> Attribute { Attribute("open", when: isSet) }

    /// `data-…`, for the small scripts and the layout of narrow tables.
    package static func data(_ name: String, _ value: String = "") -> Attribute {
        Attribute("data-" + name, value)
    }

    /// `aria-…`.
    package static func aria(_ name: String, _ value: String) -> Attribute {
        Attribute("aria-" + name, value)
    }

    /// `aria-current="page"` where it is so.
    package static func current(_ isCurrent: Bool) -> Attribute {
        Attribute("aria-current", ifSet: isCurrent ? "page" : nil)
    }
}
