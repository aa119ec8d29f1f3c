import HTML
import Law
import Packs
import Sheets

extension Frame {
    /// The control for a field of a pack, by its kind; `value` is the pack's text form of what stands in it.
    ///
    /// The control bears the field's name, so that a refusal that names the field leads to it.
    func control(
        for field: Field, value: String = "", isRequired: Bool, errors: [FieldError] = [],
        organs: [District.Body] = [], people: [District.Officer] = []
    ) -> HTML {
        let name = field.id.text
        let label = fieldTitle(field, isRequired: isRequired)
        switch field.kind {
        case .text:
            return self.field(name, label: label, errors: errors) { attributes in
                HTML.void(
                    "input",
                    attributes + [
                        .type("text"), .value(value), .maxlength(500), .required(isRequired),
                    ])
            }
        case .longText: return area(name, label, value, isRequired, errors)
        case .number:
            return line(name, label, value, words(FieldPhrase.numberHint), isRequired, errors)
        case .money:
            let amount = value.hasSuffix(" yuan") ? String(value.dropLast(5)) : value
            return line(
                name, label, amount, words(FieldPhrase.moneyHint), isRequired, errors,
                inputmode: "decimal")
        case .day: return dayControl(name, label, value, isRequired, errors)
        case .flag:
            return radios(
                name, label: label, value: value, isRequired: isRequired, errors: errors,
                options: [
                    Option("true", HTML(words(FieldPhrase.yes))),
                    Option("false", HTML(words(FieldPhrase.no))),
                ])
        case .choice(let choices):
            let options = choices.map { Option($0.id.text, titled($0.title)) }
            return options.count <= 8
                ? radios(
                    name, label: label, value: value, isRequired: isRequired, errors: errors,
                    options: options)
                : menu(
                    name, label: label, value: value, isRequired: isRequired, errors: errors,
                    options: choices.map { ($0.id.text, words.title($0.title)) })
        case .organ:
            return menu(
                name, label: label, value: value, isRequired: isRequired, errors: errors,
                options: organs.map { ($0.id.text, words.title($0.title)) })
        case .person:
            guard !people.isEmpty else {
                return line(
                    name, label, value, words(FieldPhrase.personHint), isRequired, errors,
                    inputmode: nil)
            }
            return menu(
                name, label: label, value: value, isRequired: isRequired, errors: errors,
                options: people.map { ($0.id.text, $0.name) })
        case .length: return lengthControl(field.id, label, value, isRequired, errors)
        }
    }

    /// The field's title, which says where nothing need be filled in.
    func fieldTitle(_ field: Field, isRequired: Bool) -> String {
        let title = words.title(field.title)
        return isRequired ? title : words(FieldPhrase.optional, ["title": title])
    }

    private func line(
        _ name: String, _ label: String, _ value: String, _ hint: String, _ isRequired: Bool,
        _ errors: [FieldError], inputmode: String? = "numeric"
    ) -> HTML {
        field(name, label: label, hint: hint, errors: errors) { attributes in
            .void(
                "input",
                attributes + [
                    .type("text"), Attribute("inputmode", ifSet: inputmode), .value(value),
                    .required(isRequired), .maxlength(128),
                ])
        }
    }

    private func area(
        _ name: String, _ label: String, _ value: String, _ isRequired: Bool,
        _ errors: [FieldError]
    ) -> HTML {
        field(name, label: label, errors: errors) { attributes in
            .element(
                "textarea",
                attributes + [
                    .rows(5), .maxlength(20_000), .required(isRequired),
                    .data("left", words(FieldPhrase.left, ["count": "{n}"])),
                ], HTML(value))
        }
    }

    private func dayControl(
        _ name: String, _ label: String, _ value: String, _ isRequired: Bool,
        _ errors: [FieldError]
    ) -> HTML {
        field(name, label: label, hint: words(FieldPhrase.dayHint), errors: errors) { attributes in
            .void(
                "input",
                attributes + [
                    .type("date"), .value(value), .required(isRequired),
                    Attribute("min", "1900-01-01"), Attribute("max", "2199-12-31"),
                ])
        }
    }

    private func lengthControl(
        _ field: Field.ID, _ label: String, _ value: String, _ isRequired: Bool,
        _ errors: [FieldError]
    ) -> HTML {
        let parts = value.split(separator: " ", maxSplits: 1).map(String.init)
        let unit = parts.count > 1 ? parts[1] : Length.Unit.days.rawValue
        let unitName = FieldInput.unitName(of: field)
        return div(.class("field-row")) {
            self.field(field.text, label: label, errors: errors) { attributes in
                .void(
                    "input",
                    attributes + [
                        .type("text"), .inputmode("numeric"), .value(parts.first ?? ""),
                        .required(isRequired), .maxlength(8),
                    ])
            }
            self.field(unitName, label: words(FieldPhrase.lengthUnit)) { attributes in
                .element(
                    "select", attributes,
                    HTML(
                        Length.Unit.allCases.map { one in
                            option(.value(one.rawValue), .selected(one.rawValue == unit)) {
                                words(one.phrase)
                            }
                        }))
            }
        }
    }
}

extension Length.Unit {
    fileprivate var phrase: FieldPhrase {
        switch self {
        case .workingDays: .workingDays
        case .days: .days
        case .months: .months
        case .years: .years
        case .hours: .hours
        }
    }
}
