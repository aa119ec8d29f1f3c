import Engine
import Law
import Packs

/// A story moved to another first day: when each of its lines happens there.
///
/// Distances between lines are kept in working days, so that what is comfortably in time stays so; a line told after the law
/// acted by itself waits until the law has done so in the moved story too.
struct Timeline: Sendable {
    struct Beat: Sendable {
        let line: Scenario.Line
        let moment: Moment
    }

    let beats: [Beat]

    init(
        of scenario: Scenario, from start: Day, by calendar: WorkingCalendar, under edition: Edition
    ) {
        guard let first = scenario.lines.first?.moment.day else {
            beats = []
            return
        }
        var mover = Mover(scenario: scenario, calendar: calendar, edition: edition)
        for line in scenario.lines {
            let distance = calendar.workingDays(after: first, through: line.moment.day)
            let day = calendar.day(distance, workingDaysAfter: start)
            mover.move(
                line, to: Moment(seconds: Moment(day).seconds + Int64(line.moment.secondOfDay)))
        }
        beats = mover.beats
    }
}

/// Plays a moved story on the engine, only to learn when the law acts by itself in it.
private struct Mover {
    let scenario: Scenario
    let calendar: WorkingCalendar
    let edition: Edition
    var beats: [Timeline.Beat] = []
    private var file: CaseFile?
    private var earliest: Moment?

    init(scenario: Scenario, calendar: WorkingCalendar, edition: Edition) {
        self.scenario = scenario
        self.calendar = calendar
        self.edition = edition
    }

    mutating func move(_ line: Scenario.Line, to moment: Moment) {
        switch line.deed {
        case .law, .silence: waitForTheLaw()
        case .move, .passing: break
        case .act(let told):
            guard line.refused == nil else { return }
            let then = max(moment, earliest ?? moment)
            beats.append(Timeline.Beat(line: line, moment: then))
            play(told, line, at: then)
        }
    }

    /// The next line happens on the first working morning after the law has acted.
    private mutating func waitForTheLaw() {
        guard let lapse = file?.nextLapse(by: calendar) else { return }
        let morning = calendar.workingDay(onOrAfter: lapse.day.adding(days: 1))
        earliest = max(Moment(morning, hour: 9), earliest ?? lapse)
    }

    private mutating func play(_ told: Scenario.Told, _ line: Scenario.Line, at moment: Moment) {
        let teller = StoryPeople(scenario: scenario, procedure: edition.procedure, file: file)
        guard let fields = try? edition.procedure.values(parsing: told.with) else { return }
        let act = Act(
            told.step, as: line.by.first?.role ?? "",
            by: line.by.map { teller.participant($0, fields: fields) },
            approver: told.approvedBy.map { teller.participant($0, fields: fields) },
            outcome: told.outcome, fields: shifted(fields, from: line.moment.day, to: moment.day),
            documents: told.documents, addressees: told.asks.map(\.id))
        let occasion = Occasion(
            subject: "moved", organ: scenario.organ, edition: edition, recorded: moment,
            effective: moment, calendar: calendar, nextNumber: 1, mark: StoryTeller.mark)
        guard let events = try? decide(.act(act), on: file, in: occasion) else { return }
        for event in events { file = evolve(file, by: event, under: edition) }
    }
}

/// Days stated in a story keep their distance to the line that states them.
func shifted(_ fields: [Field.ID: Value], from told: Day, to moved: Day) -> [Field.ID: Value] {
    fields.mapValues { value in
        guard case .day(let day) = value else { return value }
        return .day(moved.adding(days: told.distance(to: day)))
    }
}
