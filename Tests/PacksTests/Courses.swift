import Law

/// Small procedures of one party and one officer, for counting by hand.
enum Course {
    static func step(
        _ id: Step.ID, in stages: Stage.ID..., to stage: Stage.ID? = nil,
        outcome: Outcome.ID? = nil,
        times: Int? = nil, byLaw: Bool = false
    ) -> Step {
        Step(
            id: id, title: Title(chinese: id.text, english: id.text),
            by: [byLaw ? Role.law : "officer"],
            place: stages.isEmpty ? .opening : .stages(stages), to: stage,
            outcomes: [outcome].compactMap { $0 }, times: times, basis: [])
    }

    static func limit(
        _ id: TimeLimit.ID, _ span: TimeLimit.Span, from: Step.ID..., metBy: [Step.ID],
        when: Condition? = nil, pauses: [TimeLimit.Pause] = [], restarts: [Step.ID] = [],
        extend: TimeLimit.Extension? = nil, lapse: TimeLimit.Lapse = .overdue
    ) -> TimeLimit {
        TimeLimit(
            id: id, title: Title(chinese: id.text, english: id.text), span: span, from: from,
            when: when,
            metBy: metBy, holder: "officer", pauses: pauses, restarts: restarts,
            extensions: [extend].compactMap { $0 },
            lapse: lapse, basis: [])
    }

    static func pause(_ cause: TimeLimit.Pause.Cause, _ ground: String) -> TimeLimit.Pause {
        TimeLimit.Pause(cause: cause, ground: Title(chinese: ground, english: ground), basis: [])
    }

    /// A procedure whose stages are those that its steps name; `closed` is final.
    static func procedure(
        _ steps: [Step], _ limits: [TimeLimit], asking: [ConsultationRule] = []
    ) -> Procedure {
        var stages: [Stage.ID] = []
        for stage in steps.compactMap(\.to) where !stages.contains(stage) { stages.append(stage) }
        let title = Title(chinese: "试", english: "Trial")
        return Procedure(
            id: "trial", matter: "trial", title: title, inForce: Validity(from: Day.earliest),
            numbering: nil,
            roles: Catalogue([Role(id: "officer", title: title, kind: .officer, of: .handling)]),
            stages: Catalogue(
                stages.map { Stage(id: $0, title: title, isFinal: $0 == "closed", noDeadline: nil) }
            ),
            steps: Catalogue(steps), timeLimits: Catalogue(limits),
            consultations: Catalogue(asking),
            publications: Catalogue([]), debts: Catalogue([]),
            outcomes: Catalogue([
                Outcome(id: "decided", title: title, burdens: false, remedies: [], basis: [])
            ]),
            remedies: Catalogue([]), passing: [], fields: Catalogue([]), forms: Catalogue([]),
            notices: Catalogue([]), documents: Catalogue([]), instruments: Catalogue([]),
            provisions: Catalogue([]))
    }
}
