/// What an act has to state (表单).
public struct Form: Named {
    /// The name of a form.
    public typealias ID = Identifier<Form>

    /// A field in its place in a form.
    public struct Entry: Sendable, Equatable {
        /// The field.
        public var field: Field.ID
        /// Whether the act must state it.
        public var required: Bool

        /// A field in its place.
        public init(field: Field.ID, required: Bool) {
            self.field = field
            self.required = required
        }
    }

    /// The name.
    public var id: ID
    /// What a person reads.
    public var title: Title
    /// The fields, in order.
    public var entries: [Entry]

    /// A form.
    public init(id: ID, title: Title, entries: [Entry]) {
        self.id = id
        self.title = title
        self.entries = entries
    }
}
