import Engine
import Law
import Testing

@Suite struct CountingTests {
    static func due(
        _ start: String, _ length: Length, extensions: [Length] = [], pauses: [Interval] = []
    ) throws -> DueDate {
        let start = try start.utf8.count == 10 ? Moment(day(start), hour: 9) : moment(start)
        let counting = Counting(from: start, length, extensions: extensions, pauses: pauses)
        return try #require(counting.due(by: Calendars.cn))
    }

    @Test(arguments: [
        ("2023-09-28", Length(5, .workingDays), "2023-10-11"),
        ("2023-09-25", Length(20, .workingDays), "2023-10-27"),
        ("2023-12-28", Length(5, .workingDays), "2024-01-05"),
        ("2024-01-29", Length(7, .workingDays), "2024-02-06"),
        ("2024-01-29", Length(20, .workingDays), "2024-02-29"),
        ("2024-04-26", Length(5, .workingDays), "2024-05-07"),
        ("2023-12-01", Length(60, .days), "2024-01-30"),
        ("2023-12-12", Length(60, .days), "2024-02-18"),
        ("2023-09-15", Length(15, .days), "2023-10-07"),
        ("2024-02-03", Length(15, .days), "2024-02-18"),
        ("2023-01-31", Length(1, .months), "2023-02-28"),
        ("2023-08-10", Length(6, .months), "2024-02-18"),
        ("2024-02-29", Length(1, .years), "2025-02-28"),
        ("2023-04-12", Length(6, .months), "2023-10-12"),
        ("2023-09-29", Length(1, .workingDays), "2023-10-07"),
        ("2023-10-05", Length(1, .days), "2023-10-07"),
    ])
    func `a term ends on the day that was worked out by hand`(
        start: String, length: Length, end: String
    ) throws {
        let due = try Self.due(start, length)
        #expect(due.day.description == end)
        #expect(due.moment == .end(of: due.day))
        #expect(due.isCertain)
    }

    @Test func `a term of working days names every rest day and every make-up day`() throws {
        let due = try Self.due("2023-09-28", Length(5, .workingDays))
        var expected: [DueDate.Reason] = [
            .start(try moment("2023-09-28 09:00"), Length(5, .workingDays)),
            .rest(try day("2023-09-29"), .holiday("中秋节")),
        ]
        expected += try ["09-30", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06"]
            .map { .rest(try day("2023-\($0)"), .holiday("国庆节")) }
        expected += try ["10-07", "10-08"].map { .worked(try day("2023-\($0)"), festival: "国庆节") }
        #expect(due.reasons == expected)
    }

    @Test func `a term of natural days names only the day it rolls over from`() throws {
        let start = try moment("2023-12-12 09:00")
        let due = try Self.due("2023-12-12", Length(60, .days))
        let roll = DueDate.Reason.rolledOver(from: try day("2024-02-10"), to: try day("2024-02-18"))
        #expect(due.reasons == [.start(start, Length(60, .days)), roll])
        let plain = try Self.due("2024-02-03", Length(15, .days))
        #expect(plain.reasons.count == 1, "a make-up Sunday is no rest day")
    }

    @Test(arguments: [
        ("2023-09-28 23:30", 2, "2023-09-29 01:30"), ("2023-09-28 22:00", 24, "2023-09-29 22:00"),
        ("2023-12-31 23:59", 1, "2024-01-01 00:59"), ("2024-02-09 17:00", 48, "2024-02-11 17:00"),
        ("2024-02-28 12:00", 24, "2024-02-29 12:00"),
    ])
    func `hours run through the night and over rest days`(
        start: String, hours: Int, end: String
    ) throws {
        let due = try Self.due(start, Length(hours, .hours))
        #expect(due.moment.wallTime == end)
        #expect(due.day == due.moment.day)
        #expect(due.reasons == [.start(try moment(start), Length(hours, .hours))])
    }

    @Test func `hours that are paused run on by the second`() throws {
        let pause = Interval(
            from: try moment("2023-09-28 10:00:30"), until: try moment("2023-09-28 12:30:45"),
            ground: "等待")
        let due = try Self.due("2023-09-28 09:00", Length(2, .hours), pauses: [pause])
        #expect(due.moment == (try moment("2023-09-28 13:30:15")))
        let before = Interval(
            from: try moment("2023-09-28 08:00"), until: try moment("2023-09-28 09:30"), ground: "")
        #expect(
            try Self.due("2023-09-28 09:00", Length(2, .hours), pauses: [before]).moment
                == moment("2023-09-28 11:30"))
    }

    @Test func `a pause skips its working days and says why, and its last day counts again`() throws
    {
        let pause = Interval(
            from: try moment("2023-06-14 09:00"), until: try moment("2023-06-19 09:00"),
            ground: "征求第三方意见")
        let due = try Self.due("2023-06-12", Length(20, .workingDays), pauses: [pause])
        #expect(due.day.description == "2023-07-14")
        let paused = DueDate.Reason.paused(
            from: try day("2023-06-14"), until: try day("2023-06-19"), ground: "征求第三方意见")
        #expect(due.reasons.count { $0 == paused } == 1)
    }

    @Test func `a pause of natural days moves the end by its days before the end rolls over`()
        throws
    {
        let pause = Interval(
            from: try moment("2023-12-20 09:00"), until: try moment("2023-12-22 09:00"),
            ground: "中止")
        let due = try Self.due("2023-12-10", Length(60, .days), pauses: [pause])
        #expect(due.day.description == "2024-02-18")
        #expect(due.reasons.last == .rolledOver(from: try day("2024-02-10"), to: due.day))
        #expect(due.reasons.contains { if case .paused = $0 { true } else { false } })
    }

    @Test func `a pause on the last day moves it, and one after the end does not`() throws {
        let last = try Interval(
            from: moment("2024-03-08 09:00"), until: moment("2024-03-11 09:00"), ground: "")
        let after = try Interval(
            from: moment("2024-03-09 09:00"), until: moment("2024-03-12 09:00"), ground: "")
        for length in [Length(5, .workingDays), Length(7, .days)] {
            #expect(try Self.due("2024-03-01", length).day.description == "2024-03-08")
            #expect(
                try Self.due("2024-03-01", length, pauses: [last]).day.description == "2024-03-11")
            #expect(
                try Self.due("2024-03-01", length, pauses: [after]).day.description == "2024-03-08")
        }
    }

    @Test func `an extension in another unit is counted from the end of the first term`() throws {
        let due = try Self.due(
            "2024-03-01", Length(15, .days), extensions: [Length(5, .workingDays)])
        #expect(due.day.description == "2024-03-22")
        #expect(due.reasons.last == .extended(Length(5, .workingDays)))
        let natural = try Self.due(
            "2024-03-01", Length(5, .workingDays), extensions: [Length(1, .days)])
        #expect(natural.day.description == "2024-03-11", "2024-03-09 is a Saturday")
    }

    @Test func `nothing is due while a pause lasts`() throws {
        let open = Interval(from: try moment("2024-03-05 09:00"), ground: "中止")
        for unit in Length.Unit.allCases {
            let counting = Counting(
                from: try moment("2024-03-01 09:00"), Length(3, unit), pauses: [open])
            #expect(try counting.due(by: Calendars.cn) == nil)
        }
    }

    @Test func `a due date beyond the announced years is not certain and says so`() throws {
        let beyond = DueDate.Reason.unannounced(after: try day("2026-12-31"))
        let lengths = [Length(20, .workingDays), Length(30, .days), Length(1, .months)]
        for length in lengths {
            let due = try Self.due("2026-12-15", length)
            #expect(!due.isCertain && due.reasons.contains(beyond))
            #expect(try Self.due("2024-03-01", length).isCertain)
            #expect(try !Self.due("2003-12-31", length).isCertain)
        }
        #expect(try Self.due("2026-12-31", Length(48, .hours)).isCertain, "hours need no calendar")
        #expect(try Self.due("2026-12-30", Length(1, .workingDays)).isCertain)
        #expect(try Self.due("2026-12-31", Length(1, .workingDays)).isCertain == false)
    }
}
