/// What an act has to state (表单).
public struct Form: Named {
    /// The name of a form.
    public typealias ID = Identifier<Form>

    /// A field in its place in a form.
    public struct Entry: Sendable, Equatable {
        /// The field.
        public let field: Field.ID
        /// Whether the act must state it.
        public let required: Bool

        /// A field in its place.
        public init(field: Field.ID, required: Bool) {
            self.field = field
            self.required = required
        }
    }

    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// The fields, in order.
    public let entries: [Entry]

    /// A form.
    public init(id: ID, title: Title, entries: [Entry]) {
        self.id = id
        self.title = title
        self.entries = entries
    }
}
