/// The text of a notice issued by an act (文书), as Mustache with fields of the procedure.
public struct NoticeText: Named {
    /// The name of a notice.
    public typealias ID = Identifier<NoticeText>
    /// The name.
    public let id: ID
    /// The Mustache text; its first line is the notice's title.
    public let template: String

    /// A notice.
    public init(id: ID, template: String) {
        self.id = id
        self.template = template
    }
}
