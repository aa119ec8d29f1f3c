import Engine
import HTML
import Sheets

/// Something in a form that has to be put right.
struct FieldError: Sendable, Equatable {
    /// The name of the field, as the form writes it; empty if it is the form as a whole.
    let field: String
    let message: String

    init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}

extension Frame {
    /// The list of all that is wrong, at the top of a form; each leads to its field.
    func errorSummary(_ errors: [FieldError]) -> HTML? {
        guard !errors.isEmpty else { return nil }
        return div(.class("error-summary"), .role("alert"), .tabindex(-1)) {
            h2 { words(AccountPhrase.errors) }
            ul {
                for error in errors {
                    li {
                        if error.field.isEmpty {
                            error.message
                        } else {
                            a(.href("#\(error.field)")) { marked(error.message) }
                        }
                    }
                }
            }
        }
    }

    /// A labelled control with its hint and its error; `control` gets the attributes that tie them together.
    func field(
        _ name: String, label text: String, hint: String? = nil, errors: [FieldError] = [],
        control: ([Attribute]) -> HTML
    ) -> HTML {
        let error = errors.first { $0.field == name }?.message
        let described = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }]
            .compactMap { $0 }.joined(separator: " ")
        let attributes: [Attribute] = [
            .id(name), .name(name),
            Attribute("aria-describedby", ifSet: described.isEmpty ? nil : described),
            Attribute("aria-invalid", ifSet: error.map { _ in "true" }),
        ]
        return div(.class(error == nil ? "field" : "field invalid")) {
            label(.for(name)) { marked(text) }
            if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
            if let error { p(.class("error-message"), .id("\(name)-error")) { marked(error) } }
            control(attributes)
        }
    }

    /// A line of text.
    func textField(
        _ name: String, label: String, value: String = "", type: String = "text",
        hint: String? = nil, isRequired: Bool = false, autocomplete: String? = nil,
        errors: [FieldError] = []
    ) -> HTML {
        field(name, label: label, hint: hint, errors: errors) { attributes in
            .void(
                "input",
                attributes + [
                    .type(type), .value(value), .required(isRequired),
                    Attribute("autocomplete", ifSet: autocomplete),
                ])
        }
    }

    func submit(_ text: String, _ style: String = "button") -> HTML {
        button(.class(style), .type("submit")) { text }
    }
}
