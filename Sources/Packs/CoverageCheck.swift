import Engine
import Law

/// Tells every scenario, and reports what of the pack no scenario exercises.
struct CoverageCheck {
    let pack: Pack
    let findings: Findings
    let teller: StoryTeller

    init(
        _ pack: Pack, elders: [Procedure.ID: Procedure], findings: Findings,
        calendar: WorkingCalendar
    ) {
        self.pack = pack
        self.findings = findings
        teller = StoryTeller(pack: pack, elders: elders, calendar: calendar)
    }

    func run() {
        let stories = pack.scenarios.map(teller.tell)
        for story in stories {
            guard let failure = story.failure else { continue }
            findings.report(
                failure.place,
                "scenario '\(story.scenario.name)': expected \(failure.expected); actual \(failure.actual)"
            )
        }
        let exercised = stories.reduce(into: Exercised()) { $0.add($1) }
        let procedure = pack.procedure
        report(.step, procedure.steps.map(\.id.text), exercised.steps)
        report(.deadline, procedure.timeLimits.map(\.id.text), exercised.limits)
        report(.outcome, procedure.outcomes.map(\.id.text), exercised.outcomes)
        report(.consultation, procedure.consultations.map(\.id.text), exercised.consultations)
        reportRefusals(exercised.codes)
        if !procedure.passing.isEmpty, !exercised.passes {
            findings.report(
                Place("\(pack.source.folder)/procedure.yaml"),
                "no scenario exercises the passing over")
        }
    }

    private func report(_ kind: Referent, _ names: [String], _ exercised: Set<String>) {
        for name in names where !exercised.contains(name) {
            let place = pack.places["\(kind.rawValue) \(name)"]
            findings.report(
                place ?? Place(pack.source.folder),
                "no scenario exercises \(kind.rawValue) '\(name)'")
        }
    }

    private func reportRefusals(_ told: Set<Refusal.Code>) {
        for (code, step) in declaredRefusals where !told.contains(code) {
            let place = step.flatMap { pack.places["step \($0)"] }
            findings.report(
                place ?? Place("\(pack.source.folder)/procedure.yaml"),
                "no scenario exercises refusal '\(code)'")
        }
    }

    /// The refusals that the pack's own rules can give, each once.
    private var declaredRefusals: [(Refusal.Code, Step.ID?)] {
        var found: [(Refusal.Code, Step.ID?)] = []
        for step in pack.procedure.steps {
            found += step.requirements.map { (Refusal.Code($0.code), step.id) }
            if step.people.atLeast > 1 { found.append((.tooFewOfficers, step.id)) }
            if step.people.certified { found.append((.notCertified, step.id)) }
            if !step.people.notBy.isEmpty || step.people.notOf != nil {
                found.append((.separation, step.id))
            }
            if step.people.approvedBy != nil { found.append((.approvalMissing, step.id)) }
            if !step.waits.isEmpty { found.append((.tooEarly, step.id)) }
            if step.told != nil { found.append((.heavierThanTold, step.id)) }
            if !step.undoes.isEmpty { found.append((.nothingLapsed, step.id)) }
        }
        for limit in pack.procedure.timeLimits {
            found += limit.extensions.map { (.alreadyExtended, $0.by) }
            if case .bar(let steps) = limit.lapse { found.append((.timeBarred, steps.first)) }
        }
        for rule in pack.procedure.consultations where !rule.holds.isEmpty {
            found.append((.consultationOpen, rule.holds.first))
        }
        var seen: Set<Refusal.Code> = []
        return found.filter { seen.insert($0.0).inserted }
    }
}

/// What stories have exercised.
private struct Exercised {
    var steps: Set<String> = []
    var limits: Set<String> = []
    var outcomes: Set<String> = []
    var consultations: Set<String> = []
    var codes: Set<Refusal.Code> = []
    var passes = false

    mutating func add(_ story: Story) {
        for telling in story.told {
            if let refusal = telling.refusal { codes.insert(refusal.code) }
            for due in telling.line.due { limits.insert(due.name) }
        }
        for event in story.events {
            switch event.fact {
            case .acted(let act):
                steps.insert(act.step.text)
                if let outcome = act.outcome { outcomes.insert(outcome.text) }
            case .consulted(let rule, _, _): consultations.insert(rule.text)
            case .passed: passes = true
            case .assigned, .remarked, .erased: break
            }
        }
        for deadline in story.file?.deadlines ?? [] {
            if case .lapsed = deadline.end { limits.insert(deadline.limit.id.text) }
        }
        for consultation in story.file?.consultations ?? [] where !consultation.isOpen {
            consultations.insert(consultation.rule.id.text)
        }
    }
}
