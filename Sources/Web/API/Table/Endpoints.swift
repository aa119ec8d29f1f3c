extension Endpoint {
    /// The whole table.
    static let all: [Endpoint] =
        LawCalls.endpoints + CaseCalls.endpoints + ActCalls.endpoints + FileCalls.endpoints
        + JointCalls.endpoints + DeskCalls.endpoints + OversightCalls.endpoints
        + FigureCalls.endpoints + PublicCalls.endpoints + LedgerCalls.endpoints
}
