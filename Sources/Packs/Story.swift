package import Engine
import Indicators
package import Law

/// A scenario as it was told to the engine.
package struct Story: Sendable {
    package let scenario: Scenario
    /// What happened, line by line.
    package internal(set) var told: [Telling] = []
    package internal(set) var events: [Event] = []
    package internal(set) var file: CaseFile?
    /// Why the story is not true; nil if it is.
    package internal(set) var failure: Failure?

    package struct Telling: Sendable {
        package let line: Scenario.Line
        package let refusal: Refusal?
    }

    package struct Failure: Sendable {
        package let place: Place
        package let expected: String
        package let actual: String
    }
}

/// Tells a scenario to the engine, checking every line.
package struct StoryTeller {
    package let pack: Pack
    /// Older procedures under which stories of passing over begin.
    package let elders: [Procedure.ID: Procedure]
    package let calendar: WorkingCalendar

    /// The mark with which numbers begin in stories, whose organs belong to no district.
    package static let mark = "示例字"

    package init(pack: Pack, elders: [Procedure.ID: Procedure] = [:], calendar: WorkingCalendar) {
        self.pack = pack
        self.elders = elders
        self.calendar = calendar
    }

    package func tell(_ scenario: Scenario) -> Story {
        let elder = scenario.startsUnder.map { elders[$0] } ?? pack.procedure
        guard let procedure = elder else {
            var story = Story(scenario: scenario)
            story.failure = Story.Failure(
                place: scenario.place, expected: "\(scenario.startsUnder?.text ?? "") 可用",
                actual: "没有这个程序")
            return story
        }
        var telling = Tale(teller: self, scenario: scenario, procedure: procedure)
        return telling.run()
    }
}

/// The state of a story while it is told.
struct Tale {
    let teller: StoryTeller
    let scenario: Scenario
    var procedure: Procedure
    var story: Story
    /// What the law did by itself and no line has told yet.
    var untold: [Event] = []

    init(teller: StoryTeller, scenario: Scenario, procedure: Procedure) {
        self.teller = teller
        self.scenario = scenario
        self.procedure = procedure
        story = Story(scenario: scenario)
    }

    var edition: Edition { Edition(id: Edition.ID(procedure.id.text), procedure: procedure) }

    mutating func run() -> Story {
        do throws(Unfit) {
            for line in scenario.lines { try tell(line) }
            try end()
        } catch {
            story.failure = Story.Failure(
                place: error.place, expected: error.expected, actual: error.actual)
        }
        return story
    }

    /// Where a story and the engine differ.
    struct Unfit: Error {
        let place: Place
        let expected: String
        let actual: String
    }

    func occasion(at moment: Moment) -> Occasion {
        Occasion(
            subject: "story", organ: scenario.organ, edition: edition, recorded: moment,
            effective: moment, calendar: teller.calendar, nextNumber: 1, mark: StoryTeller.mark)
    }

    mutating func happen(_ events: [Event]) {
        for event in events {
            story.file = evolve(story.file, by: event, under: edition)
            story.events.append(event)
        }
    }

    private mutating func tell(_ line: Scenario.Line) throws(Unfit) {
        var refusal: Refusal?
        let before = story.file
        switch line.deed {
        case .act(let told): refusal = try act(told, line)
        case .move(let rule, let move):
            let person = line.by.first.map { participant($0, fields: [:]) }
            refusal = try command(.consult(rule, move, by: person), line)
        case .law(let step): try law(line) { $0.act?.step == step }
        case .silence(let rule): try law(line) { $0.isSilence(in: rule) }
        case .passing: try passOver(line)
        }
        try expectDue(line)
        try expectUpshot(line, before: before)
        story.told.append(Story.Telling(line: line, refusal: refusal))
    }

    private mutating func act(
        _ told: Scenario.Told, _ line: Scenario.Line
    ) throws(Unfit) -> Refusal? {
        var fields: [Field.ID: Value] = [:]
        do throws(Refusal) {
            fields = try procedure.values(parsing: told.with)
        } catch {
            return try judge(error, line)
        }
        let act = Act(
            told.step, as: line.by.first?.role ?? "",
            by: line.by.map { participant($0, fields: fields) },
            approver: told.approvedBy.map { participant($0, fields: fields) },
            outcome: told.outcome, fields: fields, documents: told.documents,
            addressees: told.asks.map(\.id))
        return try command(.act(act), line)
    }

    private mutating func command(
        _ command: Command, _ line: Scenario.Line
    ) throws(Unfit) -> Refusal? {
        var events: [Event] = []
        do throws(Refusal) {
            events = try decide(command, on: story.file, in: occasion(at: line.moment))
        } catch {
            return try judge(error, line)
        }
        if let code = line.refused {
            throw Unfit(place: line.place, expected: "拒绝：\(code)", actual: "准许")
        }
        happen(events)
        untold += events.dropLast()
        return nil
    }

    private func judge(_ refusal: Refusal, _ line: Scenario.Line) throws(Unfit) -> Refusal {
        guard line.refused == refusal.code else {
            throw Unfit(
                place: line.place, expected: line.refused.map { "拒绝：\($0)" } ?? "准许",
                actual: "拒绝：\(refusal)")
        }
        return refusal
    }

    /// What the law did by itself, on the line's day, and no earlier line told.
    private mutating func law(
        _ line: Scenario.Line, matching isMeant: (Event) -> Bool
    ) throws(Unfit) {
        let after = line.namesHour ? line.moment : Moment.end(of: line.moment.day)
        if let file = story.file {
            let events = lapses(of: file, in: occasion(at: Moment(seconds: after.seconds + 1)))
            happen(events)
            untold += events
        }
        let isThen = { (event: Event) in
            line.namesHour
                ? event.effective == line.moment : event.effective.day == line.moment.day
        }
        guard untold.contains(where: { isMeant($0) && isThen($0) }) else {
            let days = untold.filter(isMeant).map { $0.effective.wallTime }
            throw Unfit(
                place: line.place, expected: "期限届满，依法自行发生",
                actual: days.isEmpty ? "没有发生" : "发生于 \(days.joined(separator: "、"))")
        }
        untold.removeAll { isMeant($0) && isThen($0) }
    }

    private mutating func passOver(_ line: Scenario.Line) throws(Unfit) {
        procedure = teller.pack.procedure
        _ = try command(.pass, line)
    }
}

extension Event {
    func isSilence(in rule: ConsultationRule.ID) -> Bool {
        if case .consulted(let asked, .silence, _) = fact { asked == rule } else { false }
    }
}
