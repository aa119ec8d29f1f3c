import HTML
import Sheets

extension Frame {
    /// One answer of several, or a box to tick.
    struct Option: Sendable {
        let value: String
        let text: HTML
        let hint: HTML?

        init(_ value: String, _ text: HTML, hint: HTML? = nil) {
            self.value = value
            self.text = text
            self.hint = hint
        }
    }

    /// Answers of which one is chosen; the first bears the name as its identity, so that an error leads to it.
    func radios(
        _ name: String, label text: String, hint: String? = nil, value: String,
        isRequired: Bool, errors: [FieldError] = [], options: [Option]
    ) -> HTML {
        choices(
            name, label: text, hint: hint, errors: errors, type: "radio",
            isRequired: isRequired, options: options
        ) { $0 == value }
    }

    /// Boxes of which any number is ticked.
    func checkboxes(
        _ name: String, label text: String, hint: String? = nil, values: Set<String>,
        errors: [FieldError] = [], options: [Option]
    ) -> HTML {
        choices(
            name, label: text, hint: hint, errors: errors, type: "checkbox", isRequired: false,
            options: options
        ) { values.contains($0) }
    }

    private func choices(
        _ name: String, label text: String, hint: String?, errors: [FieldError], type: String,
        isRequired: Bool, options: [Option], isChosen: (String) -> Bool
    ) -> HTML {
        let error = errors.first { $0.field == name }?.message
        let described = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }]
            .compactMap { $0 }.joined(separator: " ")
        let style = error == nil ? "field" : "field invalid"
        return fieldset(
            .class(style), Attribute("aria-describedby", ifSet: described.isEmpty ? nil : described)
        ) {
            legend { marked(text) }
            if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
            if let error { p(.class("error-message"), .id("\(name)-error")) { marked(error) } }
            div(.class(type == "radio" ? "radios" : "checkboxes")) {
                for (index, one) in options.enumerated() {
                    label {
                        input(
                            .type(type), Attribute("id", ifSet: index == 0 ? name : nil),
                            .name(name), .value(one.value), .checked(isChosen(one.value)),
                            .required(isRequired))
                        span { one.text }
                        if let hint = one.hint { span(.class("hint")) { hint } }
                    }
                }
            }
        }
    }

    /// One answer of many; nothing is chosen beforehand.
    func menu(
        _ name: String, label text: String, hint: String? = nil, value: String,
        isRequired: Bool, errors: [FieldError] = [], options: [(value: String, text: String)],
        none: String? = nil
    ) -> HTML {
        field(name, label: text, hint: hint, errors: errors) { attributes in
            .element(
                "select", attributes + [.required(isRequired)],
                pieces {
                    option(.value("")) { none ?? words(FieldPhrase.choose) }
                    for one in options {
                        option(
                            .value(one.value), .selected(one.value == value),
                            Attribute("lang", ifSet: foreign(one.text))
                        ) { one.text }
                    }
                })
        }
    }
}
