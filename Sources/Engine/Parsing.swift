public import Law

extension Procedure {
    /// The values of texts, each by the kind of its field.
    ///
    /// Errors: `unknown-field`, `bad-field`, naming the field and what may stand in it.
    public func values(parsing texts: [String: String]) throws(Refusal) -> [Field.ID: Value] {
        var values: [Field.ID: Value] = [:]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let field = fields[Field.ID(name)] else {
                throw Refusal(.unknownField, field: String(name.prefix(64)), "本程序没有这一项")
            }
            guard let value = field.value(parsing: text) else {
                throw Refusal(
                    .badField, field: name, "“\(field.title.chinese)”应当填写\(field.expectation)")
            }
            values[field.id] = value
        }
        return values
    }
}
