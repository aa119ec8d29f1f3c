public import Law

/// All that a decision depends on besides the case file and the command: day, calendar, edition, number.
public struct Occasion: Sendable {
    /// The case file concerned, or to be opened.
    public let subject: CaseFile.ID
    /// The organ that handles it.
    public let organ: Organ.ID
    /// The edition to which the file is pinned; when passing, the edition passed to.
    public let edition: Edition
    /// When the events are recorded.
    public let recorded: Moment
    /// When what is commanded takes effect.
    public let effective: Moment
    /// The calendar.
    public let calendar: WorkingCalendar
    /// The number that comes next, should the act give one.
    public let nextNumber: Int
    /// The handling organ's mark (发文机关代字); nil where it has none.
    public let mark: String?

    /// An occasion.
    public init(
        subject: CaseFile.ID, organ: Organ.ID, edition: Edition, recorded: Moment,
        effective: Moment, calendar: WorkingCalendar, nextNumber: Int, mark: String? = nil
    ) {
        self.subject = subject
        self.organ = organ
        self.edition = edition
        self.recorded = recorded
        self.effective = effective
        self.calendar = calendar
        self.nextNumber = nextNumber
        self.mark = mark
    }

    var procedure: Procedure { edition.procedure }

    var circumstances: Circumstances { Circumstances(at: effective, by: calendar) }
}

/// What a command makes happen: first what the law did by itself until then, then the command's own event.
///
/// Pure: may refuse, and never changes anything.
public func decide(
    _ command: Command, on file: CaseFile?, in occasion: Occasion
) throws(Refusal) -> [Event] {
    guard let file else { return [try open(by: command, in: occasion)] }
    guard occasion.effective >= file.last else {
        throw Refusal(
            .outOfOrder, field: "day",
            "生效时间 \(occasion.effective.wallTime) 早于上一项记录 \(file.last.wallTime)")
    }
    if case .pass = command { return [try pass(file, in: occasion)] }
    let lapses = lapses(of: file, in: occasion)
    let current = lapses.reduce(file) { evolve($0, by: $1, under: occasion.edition) ?? $0 }
    let fact = try fact(of: command, on: current, in: occasion)
    return lapses + [occasion.event(fact, after: current.version)]
}

private func open(by command: Command, in occasion: Occasion) throws(Refusal) -> Event {
    guard case .act(let act) = command, let step = occasion.procedure.steps[act.step] else {
        throw Refusal(.unknownStep, field: "step", "案卷尚未建立，只能以立卷环节开始")
    }
    guard step.place == .opening, let stage = step.to else {
        throw Refusal(.wrongStage, field: step.id.text, "案卷尚未建立，不能进行“\(step.title.chinese)”")
    }
    guard occasion.procedure.inForce.contains(occasion.effective.day) else {
        throw Refusal(
            .notInForce, field: "day",
            "\(occasion.effective.day) 不在本程序的施行期间（\(occasion.procedure.inForce)）内",
            basis: step.basis)
    }
    let empty = CaseFile(
        id: occasion.subject, organ: occasion.organ, edition: occasion.edition.id,
        procedure: occasion.procedure.id, stage: stage, at: occasion.effective)
    let check = ActCheck(act: act, step: step, file: empty, occasion: occasion)
    try check.content()
    return occasion.event(.acted(check.completed), after: 0)
}

private func fact(
    of command: Command, on file: CaseFile, in occasion: Occasion
) throws(Refusal) -> Event.Fact {
    switch command {
    case .act(let act):
        guard let step = occasion.procedure.steps[act.step] else {
            throw Refusal(.unknownStep, field: "step", "本程序没有“\(act.step)”这一环节")
        }
        try StepCheck(step: step, file: file, occasion: occasion, act: act).standing()
        let check = ActCheck(act: act, step: step, file: file, occasion: occasion)
        try check.content()
        return .acted(check.completed)
    case .consult(let rule, let move, let person):
        try checkMove(move, in: rule, by: person, on: file, under: occasion.procedure)
        return .consulted(rule, move, by: person)
    case .pass:
        return .passed(from: file.procedure, to: occasion.procedure.id)
    case .assign(let person, let assigner):
        try checkAssignment(to: person, by: assigner, of: file, under: occasion.procedure)
        return .assigned(to: person, by: assigner)
    case .remark(let remark):
        try checkRemark(remark, on: file, under: occasion.procedure)
        return .remarked(remark)
    }
}

/// Passing over to a newer edition, on or after its day (新旧法衔接).
private func pass(_ file: CaseFile, in occasion: Occasion) throws(Refusal) -> Event {
    guard let rule = occasion.procedure.passing.first(where: { $0.from == file.procedure }) else {
        throw Refusal(
            .cannotPass, field: "procedure",
            "没有从 \(file.procedure) 到 \(occasion.procedure.id) 的衔接规定")
    }
    guard occasion.effective.day >= rule.on else {
        throw Refusal(.cannotPass, field: "day", "\(rule.on) 之前不能衔接", basis: rule.basis)
    }
    let stage = rule.stages[file.stage] ?? file.stage
    guard let target = occasion.procedure.stages[stage], !target.isFinal else {
        throw Refusal(.cannotPass, field: "stage", "新程序没有相应阶段，或者案卷已经办结", basis: rule.basis)
    }
    let fact = Event.Fact.passed(from: file.procedure, to: occasion.procedure.id)
    return occasion.event(fact, after: file.version)
}

private func checkMove(
    _ move: ConsultationMove, in rule: ConsultationRule.ID, by person: Participant?,
    on file: CaseFile, under procedure: Procedure
) throws(Refusal) {
    guard let consultation = file.consultation(rule) else {
        throw Refusal(.notAsked, field: rule.text, "本案没有进行过该征询")
    }
    try consultation.check(move)
    guard let person else {
        throw Refusal(.byLawOnly, field: rule.text, "逾期未答复由期限届满产生，不能由人提出")
    }
    if file.recused.contains(person.id) {
        throw Refusal(.recused, field: person.id.text, "该人员已经回避")
    }
    let isAllowed =
        switch move {
        case .answer(_, let by), .sendBack(let by, _): by == person.id
        case .pass(let from, _), .delegate(let from, _): from == person.id
        case .add, .remove, .withdraw, .urge:
            procedure.steps[consultation.rule.askedBy].map {
                !person.roles.isDisjoint(with: $0.by)
            } ?? false
        case .silence: false
        }
    guard isAllowed else {
        throw Refusal(
            .wrongRole, field: person.id.text, "该人员不能在此征询中这样做",
            basis: consultation.rule.basis)
    }
}

extension Occasion {
    func event(
        _ fact: Event.Fact, after version: Int, effective moment: Moment? = nil
    ) -> Event {
        Event(
            subject: subject, version: version + 1, recorded: recorded,
            effective: moment ?? effective, organ: organ, edition: edition.id, fact: fact)
    }
}
