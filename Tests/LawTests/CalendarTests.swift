import Law
import Packs
import Testing

@Suite struct CalendarTests {
    @Test func `the calendar is announced from 2004 to 2026`() throws {
        let calendar = try Calendars.cn
        #expect(calendar.name == "cn")
        #expect(try calendar.announced == day("2004-01-01")...day("2026-12-31"))
    }

    @Test(arguments: [(2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)])
    func `each year has the working days that were counted elsewhere`(year: Int, count: Int) throws
    {
        let calendar = try Calendars.cn
        let last = try day("\(year - 1)-12-31")
        #expect(calendar.workingDays(after: last, through: try day("\(year)-12-31")) == count)
    }

    /// Year, blocks of days off, weekend days worked: the State Council's notices as the reference lists them.
    static let notices: [(Int, [String], [String])] = [
        (
            2022,
            [
                "01-01..01-03", "01-31..02-06", "04-03..04-05", "04-30..05-04", "06-03..06-05",
                "09-10..09-12", "10-01..10-07", "12-31..12-31",
            ],
            ["01-29", "01-30", "04-02", "04-24", "05-07", "10-08", "10-09"]
        ),
        (
            2023,
            [
                "01-01..01-02", "01-21..01-27", "04-05..04-05", "04-29..05-03", "06-22..06-24",
                "09-29..10-06", "12-30..12-31",
            ],
            ["01-28", "01-29", "04-23", "05-06", "06-25", "10-07", "10-08"]
        ),
        (
            2024,
            [
                "01-01..01-01", "02-10..02-17", "04-04..04-06", "05-01..05-05", "06-10..06-10",
                "09-15..09-17", "10-01..10-07",
            ],
            ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"]
        ),
        (
            2025,
            [
                "01-01..01-01", "01-28..02-04", "04-04..04-06", "05-01..05-05", "05-31..06-02",
                "10-01..10-08",
            ],
            ["01-26", "02-08", "04-27", "09-28", "10-11"]
        ),
        (
            2026,
            [
                "01-01..01-03", "02-15..02-23", "04-04..04-06", "05-01..05-05", "06-19..06-21",
                "09-25..09-27", "10-01..10-07",
            ],
            ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]
        ),
    ]

    @Test(arguments: notices)
    func `every day of a year is off or worked as its notice says`(
        year: Int, off: [String], worked: [String]
    ) throws {
        let calendar = try Calendars.cn
        let rests = try off.reduce(into: Set<Day>()) { days, block in
            let first = try day("\(year)-\(block.prefix(5))")
            let last = try day("\(year)-\(block.suffix(5))")
            for offset in 0...first.distance(to: last) { days.insert(first.adding(days: offset)) }
        }
        let makeUps = try Set(worked.map { try day("\(year)-\($0)") })
        let first = try day("\(year)-01-01")
        for offset in 0..<first.distance(to: try day("\(year + 1)-01-01")) {
            let day = first.adding(days: offset)
            let isWorking = makeUps.contains(day) || (!day.isWeekend && !rests.contains(day))
            #expect(calendar.isWorking(day) == isWorking, "\(day)")
            #expect((calendar.rest(on: day) == nil) == isWorking, "\(day)")
            #expect((calendar.makeUp(on: day) != nil) == makeUps.contains(day), "\(day)")
        }
    }

    @Test func `every rest day says why, and every make-up day is a weekend day`() throws {
        let calendar = try Calendars.cn
        let first = calendar.announced.lowerBound
        for offset in -400...first.distance(to: calendar.announced.upperBound) + 400 {
            let day = first.adding(days: offset)
            let makeUp = calendar.makeUp(on: day)
            guard calendar.isWorking(day) == (calendar.rest(on: day) == nil),
                makeUp == nil || (day.isWeekend && calendar.isWorking(day)), makeUp != ""
            else {
                Issue.record("\(day)")
                return
            }
        }
    }

    @Test func `festivals have their names`() throws {
        let calendar = try Calendars.cn
        #expect(try calendar.rest(on: day("2024-02-10")) == .holiday("春节"))
        #expect(try calendar.rest(on: day("2023-09-29")) == .holiday("中秋节"))
        #expect(try calendar.rest(on: day("2023-10-02")) == .holiday("国庆节"))
        #expect(try calendar.rest(on: day("2024-03-02")) == .weekend)
        #expect(try calendar.rest(on: day("2024-02-18")) == nil)
        #expect(try calendar.makeUp(on: day("2024-02-18")) == "春节")
    }

    @Test func `counting working days forward and measuring them agree`() throws {
        let calendar = try Calendars.cn
        var dice = Dice(seed: 5)
        for _ in 0..<1000 {
            let start = dice.day()
            let count = dice.roll(1...120)
            let end = calendar.day(count, workingDaysAfter: start)
            #expect(calendar.workingDays(after: start, through: end) == count)
            #expect(calendar.isWorking(end))
            #expect(calendar.workingDay(onOrAfter: end) == end)
            #expect(calendar.workingDay(onOrBefore: end) == end)
            let next = calendar.workingDay(onOrAfter: start)
            #expect(calendar.workingDays(after: start.adding(days: -1), through: next) == 1)
        }
    }

    @Test func `before the announced and after the statutory years the weekday alone is known`()
        throws
    {
        let calendar = try Calendars.cn
        #expect(try calendar.charted == day("2004-01-01")...day("2040-12-31"))
        #expect(try calendar.isWorking(day("2041-10-01")))
        #expect(try !calendar.isWorking(day("2041-10-05")))
        #expect(try calendar.isWorking(day("2003-10-01")))
        #expect(try calendar.rest(on: day("2003-10-01")) == nil)
        #expect(try calendar.rest(on: day("1999-10-02")) == .weekend)
    }

    @Test(arguments: [
        "", "calendar: cn", "calendar: cn\nannounced-from: 2026-01-01\nannounced-until: 2025-01-01",
        "calendar: cn\nannounced-from: yesterday\nannounced-until: 2025-01-01",
        "calendar: cn\nannounced-from: 2024-01-01\nannounced-until: 2025-01-01\nholidays: []",
        "calendar: cn\nannounced-from: 2024-01-01\nannounced-until: 2025-01-01\nyears:\n  - year: 2024\n    off: [{days: 2024-02-10..2024-02-01, festival: 春节}]",
        "calendar: cn\nannounced-from: 2024-01-01\nannounced-until: 2025-01-01\nyears:\n  - year: 2024\n    make-up: [{day: 2024-02-30, festival: 春节}]",
        "calendar: [", "- 1",
    ])
    func `a calendar that cannot be understood is refused with its reasons`(text: String) {
        let error = #expect(throws: UnsoundData.self) {
            try CalendarReader().read(text, file: "x.yaml")
        }
        #expect(error?.diagnostics.isEmpty == false)
    }
}
