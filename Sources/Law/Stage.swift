/// A state of a case file between steps (阶段).
public struct Stage: Named {
    /// The name of a stage.
    public typealias ID = Identifier<Stage>
    /// The name.
    public let id: ID
    /// What a person reads.
    public let title: Title
    /// Whether the case file ends here.
    public let isFinal: Bool
    /// Why no deadline need run here; nil where one does.
    public let noDeadline: Title?

    /// A stage.
    public init(id: ID, title: Title, isFinal: Bool, noDeadline: Title?) {
        self.id = id
        self.title = title
        self.isFinal = isFinal
        self.noDeadline = noDeadline
    }
}
