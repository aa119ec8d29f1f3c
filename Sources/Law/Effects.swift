/// What steps set in motion, sorted by step once, because every act asks.
struct Effects: Sendable {
    var started: [Step.ID: [TimeLimit]] = [:]
    var extended: [Step.ID: [TimeLimit]] = [:]
    var asked: [Step.ID: [ConsultationRule]] = [:]
    var held: [Step.ID: [ConsultationRule]] = [:]
    var published: [Step.ID: [PublicationRule]] = [:]
    var paid: [Step.ID: [DebtRule]] = [:]

    init(
        limits: Catalogue<TimeLimit>, consultations: Catalogue<ConsultationRule>,
        publications: Catalogue<PublicationRule>, debts: Catalogue<DebtRule>
    ) {
        for limit in limits {
            for step in limit.from { started[step, default: []].append(limit) }
            for rule in limit.extensions { extended[rule.by, default: []].append(limit) }
        }
        for rule in consultations {
            asked[rule.askedBy, default: []].append(rule)
            for step in rule.holds { held[step, default: []].append(rule) }
        }
        for rule in publications {
            published[rule.by, default: []].append(rule)
            if let step = rule.withdrawnBy { published[step, default: []].append(rule) }
        }
        for debt in debts { paid[debt.paidBy, default: []].append(debt) }
    }
}

extension Procedure {
    /// The deadlines that a step starts.
    public func limits(startedBy step: Step.ID) -> [TimeLimit] { effects.started[step] ?? [] }
    /// The deadlines that a step extends.
    public func limits(extendedBy step: Step.ID) -> [TimeLimit] { effects.extended[step] ?? [] }
    /// The consultations that a step opens.
    public func consultations(askedBy step: Step.ID) -> [ConsultationRule] {
        effects.asked[step] ?? []
    }
    /// The consultations for whose end a step waits.
    public func consultations(holding step: Step.ID) -> [ConsultationRule] {
        effects.held[step] ?? []
    }
    /// The publications that a step makes or withdraws.
    public func publications(touchedBy step: Step.ID) -> [PublicationRule] {
        effects.published[step] ?? []
    }
    /// The debts that a step pays.
    public func debts(paidBy step: Step.ID) -> [DebtRule] { effects.paid[step] ?? [] }
}
