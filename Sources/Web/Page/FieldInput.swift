import Law

/// Turns what the controls of a field post back into the text that the pack reads.
///
/// What cannot be turned is left as it was typed, so that the refusal can show it again.
enum FieldInput {
    /// The name of the second control of a length.
    static func unitName(of field: Field.ID) -> String { field.text + ".unit" }

    /// The field's text; empty if nothing was filled in.
    static func text(of field: Field, from form: FormBody) -> String {
        let typed = form.text(field.id.text)
        guard !typed.isEmpty else { return "" }
        switch field.kind {
        case .text: return typed.replacing("\n", with: " ")
        case .longText, .flag, .choice, .organ, .person: return typed
        case .number: return digits(typed)
        case .money: return money(typed)
        case .day: return day(typed)
        case .length:
            let unit = form.text(unitName(of: field.id))
            return unit.isEmpty ? digits(typed) : "\(digits(typed)) \(unit)"
        }
    }

    /// `3,000元` and `３０００` become `3000 yuan`.
    private static func money(_ typed: String) -> String {
        var amount = digits(typed).filter { !"¥￥,，元 ".contains($0) }
        if amount.hasSuffix("yuan") { amount.removeLast(4) }
        return amount + " yuan"
    }

    /// `2023年9月28日`, `2023/9/28` and `2023.9.28` become `2023-09-28`.
    private static func day(_ typed: String) -> String {
        let parts = digits(typed).split { !("0"..."9").contains($0) }
        guard parts.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2 else {
            return typed
        }
        return parts.map { $0.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
    }

    /// Full-width digits and stops, as a Chinese keyboard writes them, become plain ones.
    private static func digits(_ typed: String) -> String {
        String(
            String.UnicodeScalarView(
                typed.unicodeScalars.map { scalar in
                    guard (0xFF0C...0xFF19).contains(scalar.value) else { return scalar }
                    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                }))
    }
}
