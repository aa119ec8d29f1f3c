import Law
import Testing

@testable import Engine

/// Laws of counting that hold for every term, over many made-up cases.
@Suite struct CountingLawTests {
    private static let rounds = 1500

    /// A term with up to two closed pauses in it, none overlapping.
    private struct Term {
        let start: Moment
        let length: Length
        var pauses: [Interval] = []

        var counting: Counting { Counting(from: start, length, pauses: pauses) }

        init(_ dice: inout Dice, units: [Length.Unit], pausing: Bool = false) {
            start = Moment(dice.day(), hour: dice.roll(0...23), minute: dice.roll(0...59))
            let unit = units[dice.roll(0...units.count - 1)]
            let most = [Length.Unit.years: 2, .months: 14, .hours: 400][unit] ?? 90
            length = Length(dice.roll(1...most), unit)
            guard pausing else { return }
            var from = start.day.adding(days: dice.roll(0...20))
            for _ in 0..<dice.roll(1...2) {
                let until = from.adding(days: dice.roll(0...15))
                pauses.append(
                    Interval(
                        from: Moment(from, hour: 9), until: Moment(until, hour: 9), ground: "中止"))
                from = until.adding(days: dice.roll(1...10))
            }
        }

        func isPaused(_ day: Day) -> Bool {
            pauses.contains { pause in
                pause.until.map { pause.from.day <= day && day < $0.day } ?? false
            }
        }
    }

    /// The last day, found by walking: each day after the start that is neither paused nor, for working days, a rest day.
    private func walk(_ term: Term, by calendar: WorkingCalendar) -> Day {
        let start = term.start.day
        var left =
            switch term.length.unit {
            case .workingDays, .days: term.length.count
            case .months: start.distance(to: start.adding(months: term.length.count))
            case .years: start.distance(to: start.adding(months: 12 * term.length.count))
            case .hours: 0
            }
        var day = start
        while left > 0 {
            day = day.adding(days: 1)
            let counts = term.length.unit != .workingDays || calendar.isWorking(day)
            if counts, !term.isPaused(day) { left -= 1 }
        }
        return day
    }

    @Test func `a due date is the day reached by walking, paused or not`() throws {
        let calendar = try Calendars.cn
        var dice = Dice(seed: 10)
        for round in 0..<Self.rounds {
            let units: [Length.Unit] = [.workingDays, .days, .months, .years]
            let term = Term(&dice, units: units, pausing: round % 2 == 0)
            let due = try #require(term.counting.due(by: calendar))
            let walked = walk(term, by: calendar)
            let expected =
                term.length.unit == .workingDays ? walked : calendar.workingDay(onOrAfter: walked)
            guard due.day == expected, due.moment == .end(of: due.day) else {
                Issue.record("\(term): due \(due.day), walked to \(walked)")
                return
            }
        }
    }

    @Test func `for working days the days without a reason are exactly the length`() throws {
        let calendar = try Calendars.cn
        var dice = Dice(seed: 11)
        for round in 0..<Self.rounds {
            let term = Term(&dice, units: [.workingDays], pausing: round % 2 == 0)
            let due = try #require(term.counting.due(by: calendar))
            var rests: [Day] = []
            var rolled = false
            for reason in due.reasons {
                if case .rest(let day, let rest) = reason {
                    rests.append(day)
                    #expect(calendar.rest(on: day) == rest)
                }
                if case .rolledOver = reason { rolled = true }
            }
            let span = (1...term.start.day.distance(to: due.day)).map {
                term.start.day.adding(days: $0)
            }
            let unpaused = span.filter { !term.isPaused($0) }
            let expected = unpaused.filter { !calendar.isWorking($0) }
            guard rests == expected, unpaused.count - rests.count == term.length.count, !rolled,
                calendar.isWorking(due.day), !term.isPaused(due.day)
            else {
                Issue.record("\(term): \(due.reasons)")
                return
            }
        }
    }

    @Test func `natural time names no rest days, and rolls over only off a rest day`() throws {
        let calendar = try Calendars.cn
        var dice = Dice(seed: 12)
        for _ in 0..<Self.rounds {
            let term = Term(&dice, units: [.days, .months, .years])
            let due = try #require(term.counting.due(by: calendar))
            let nominal = walk(term, by: calendar)
            let roll = DueDate.Reason.rolledOver(from: nominal, to: due.day)
            let isRolled = !calendar.isWorking(nominal)
            let reasons = [DueDate.Reason.start(term.start, term.length)] + (isRolled ? [roll] : [])
            guard due.reasons == reasons, calendar.isWorking(due.day) else {
                Issue.record("\(term): \(due.reasons)")
                return
            }
        }
    }

    @Test func `a longer term and a later start are never due earlier`() throws {
        let calendar = try Calendars.cn
        var dice = Dice(seed: 13)
        for _ in 0..<Self.rounds {
            let term = Term(&dice, units: Length.Unit.allCases, pausing: true)
            let longer = Counting(
                from: term.start, Length(term.length.count + dice.roll(0...5), term.length.unit),
                pauses: term.pauses)
            let later = Counting(
                from: Moment(seconds: term.start.seconds + Int64(dice.roll(0...400_000))),
                term.length,
                pauses: term.pauses)
            let due = try #require(term.counting.due(by: calendar)).moment
            guard let second = longer.due(by: calendar)?.moment, due <= second,
                let third = later.due(by: calendar)?.moment, due <= third
            else {
                Issue.record("\(term): \(longer), \(later)")
                return
            }
        }
    }

    @Test func `a pause of so many days moves a natural term by exactly so many`() throws {
        let calendar = try Calendars.cn
        var dice = Dice(seed: 14)
        for _ in 0..<Self.rounds {
            var term = Term(&dice, units: [.days, .months])
            let nominal = walk(term, by: calendar)
            let from = term.start.day.adding(
                days: dice.roll(1...term.start.day.distance(to: nominal)))
            let days = dice.roll(0...60)
            term.pauses = [
                Interval(
                    from: Moment(from, hour: 8), until: Moment(from.adding(days: days)),
                    ground: "中止")
            ]
            let due = try #require(term.counting.due(by: calendar))
            let moved = nominal.adding(days: days)
            guard due.day == calendar.workingDay(onOrAfter: moved),
                calendar.isWorking(moved)
                    || due.reasons.contains(.rolledOver(from: moved, to: due.day))
            else {
                Issue.record("\(term): \(due)")
                return
            }
        }
    }

    @Test func `hours are due by the clock, later by every paused second`() throws {
        let calendar = try Calendars.cn
        var dice = Dice(seed: 15)
        for _ in 0..<Self.rounds {
            var term = Term(&dice, units: [.hours])
            let seconds = term.length.count * 3600
            let from = term.start.seconds + Int64(dice.roll(0...seconds))
            let pause = dice.roll(0...200_000)
            term.pauses = [
                Interval(
                    from: Moment(seconds: from), until: Moment(seconds: from + Int64(pause)),
                    ground: "")
            ]
            let due = try #require(term.counting.due(by: calendar))
            guard due.moment.seconds == term.start.seconds + Int64(seconds + pause) else {
                Issue.record("\(term): \(due.moment)")
                return
            }
        }
    }

    @Test func `an extension in the same unit adds to the length`() throws {
        let calendar = try Calendars.cn
        var dice = Dice(seed: 16)
        for _ in 0..<Self.rounds {
            let term = Term(&dice, units: Length.Unit.allCases, pausing: true)
            let more = (0..<dice.roll(1...2)).map { _ in Length(dice.roll(1...20), term.length.unit)
            }
            let extended = Counting(
                from: term.start, term.length, extensions: more, pauses: term.pauses)
            let whole = more.reduce(term.length.count) { $0 + $1.count }
            let long = Counting(
                from: term.start, Length(whole, term.length.unit), pauses: term.pauses)
            let due = try #require(extended.due(by: calendar))
            guard due.moment == long.due(by: calendar)?.moment,
                more.allSatisfy({ due.reasons.contains(.extended($0)) })
            else {
                Issue.record("\(term) extended by \(more): \(due)")
                return
            }
        }
    }

    @Test func `a restart counts as a fresh start, whatever went before`() throws {
        let calendar = try Calendars.cn
        var dice = Dice(seed: 17)
        for _ in 0..<Self.rounds {
            let term = Term(&dice, units: Length.Unit.allCases)
            let again = term.start.adding(hours: dice.roll(1...500))
            let rule = limit(of: term.length)
            var deadline = Deadline(rule, startedBy: "begin", from: term.start, length: term.length)
            deadline.pause(0, at: term.start.adding(hours: 3))
            let lasts = Bool.random(using: &dice)
            if !lasts { deadline.resume(0, at: term.start.adding(hours: 30)) }
            deadline.extend(by: Length(3, term.length.unit), "begin")
            deadline.restart(at: again)
            var fresh = Deadline(rule, startedBy: "begin", from: again, length: term.length)
            if lasts { fresh.pause(0, at: again) }
            #expect(deadline == fresh && deadline.due(by: calendar) == fresh.due(by: calendar))
        }
    }

    private func limit(of length: Length) -> TimeLimit {
        let title = Title(chinese: "期限", english: "Term")
        let pause = TimeLimit.Pause(
            cause: .between(from: ["stop"], until: ["go"]), ground: title,
            basis: ["某法 2"].map { Basis($0) })
        return TimeLimit(
            id: "term", title: title, span: .fixed(length), from: ["begin"], metBy: ["end"],
            holder: "handler", pauses: [pause], lapse: .overdue, basis: [Basis("某法 1")])
    }
}
