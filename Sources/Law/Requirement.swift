/// What must hold for a step to be taken, with the code, words and basis of the refusal otherwise.
public struct Requirement: Sendable, Equatable {
    /// What must hold.
    public var that: Condition
    /// The refusal's code, unique in the procedure for one reason.
    public var code: String
    /// What a person is told.
    public var say: Title
    /// The article.
    public var basis: [Basis]

    /// A requirement.
    public init(that: Condition, code: String, say: Title, basis: [Basis]) {
        self.that = that
        self.code = code
        self.say = say
        self.basis = basis
    }
}

/// A time that must pass between two steps.
public struct Wait: Sendable, Equatable {
    /// The earlier step, its last act counting.
    public var after: Step.ID
    /// The time: the later step may not be taken before its last day is over.
    public var atLeast: Length
    /// The article.
    public var basis: [Basis]

    /// A wait.
    public init(after: Step.ID, atLeast: Length, basis: [Basis]) {
        self.after = after
        self.atLeast = atLeast
        self.basis = basis
    }
}
