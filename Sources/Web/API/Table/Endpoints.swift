extension Endpoint {
    /// The whole table.
    static let all: [Endpoint] =
        LawCalls.endpoints + CaseCalls.endpoints + ActCalls.endpoints + FileCalls.endpoints
        + JointCalls.endpoints + DeskCalls.endpoints + SearchCalls.endpoints
        + OversightCalls.endpoints + StageTimeCalls.endpoints + RosterCalls.endpoints
        + FigureCalls.endpoints + PublicCalls.endpoints + LedgerCalls.endpoints
}
