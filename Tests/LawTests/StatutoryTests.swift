import Engine
import Law
import Testing

/// The holidays that the law itself fixes, in years whose arrangement is not announced.
@Suite struct StatutoryTests {
    static let doubt = DueDate.Reason.unannounced(after: Day(number: 20_818))

    @Test(arguments: [
        ("2027-01-01", "元旦"), ("2027-02-05", "春节"), ("2027-02-08", "春节"),
        ("2027-04-05", "清明节"), ("2028-04-04", "清明节"), ("2027-05-02", "劳动节"),
        ("2027-06-09", "端午节"), ("2027-09-15", "中秋节"), ("2027-10-03", "国庆节"),
        ("2033-09-08", "中秋节"), ("2034-02-18", "春节"), ("2038-04-05", "清明节"),
        ("2040-10-01", "国庆节"),
    ])
    func `a statutory day is off and names its festival, on a weekend too`(
        text: String, festival: String
    ) throws {
        let calendar = try Calendars.cn
        #expect(try calendar.rest(on: day(text)) == .holiday(festival))
        #expect(try !calendar.isWorking(day(text)))
        #expect(try calendar.makeUp(on: day(text)) == nil)
    }

    @Test(arguments: ["2027-02-04", "2027-02-09", "2027-05-03", "2027-10-04", "2030-10-04"])
    func `a day beside a statutory one is worked if it is a weekday`(text: String) throws {
        let calendar = try Calendars.cn
        #expect(try calendar.isWorking(day(text)))
        #expect(try calendar.rest(on: day(text)) == nil)
    }

    /// Counted elsewhere, with other packages; the festivals that fall on a weekend, or on one another, take no second day.
    @Test(arguments: [
        (2027, 254), (2028, 251), (2029, 250), (2030, 250), (2031, 251), (2032, 256), (2033, 252),
        (2034, 251), (2035, 251), (2036, 251), (2037, 253), (2038, 253), (2039, 253), (2040, 251),
    ])
    func `each year has its weekdays less the statutory days among them`(year: Int, count: Int)
        throws
    {
        let calendar = try Calendars.cn
        let last = try day("\(year - 1)-12-31")
        #expect(calendar.workingDays(after: last, through: try day("\(year)-12-31")) == count)
    }

    @Test func `five working days over National Day 2027 name the three days and the doubt`()
        throws
    {
        let due = try CountingTests.due("2027-09-29", Length(5, .workingDays))
        #expect(due.day.description == "2027-10-07")
        let rests = try ["2027-10-01", "2027-10-02", "2027-10-03"].map {
            DueDate.Reason.rest(try day($0), .holiday("国庆节"))
        }
        let start = DueDate.Reason.start(try moment("2027-09-29 09:00"), Length(5, .workingDays))
        #expect(due.reasons == [start] + rests + [Self.doubt])
        #expect(!due.isCertain)
    }

    @Test func `fifteen natural days ending on the eve of Spring Festival 2027 roll over it`()
        throws
    {
        let due = try CountingTests.due("2027-01-21", Length(15, .days))
        #expect(due.day.description == "2027-02-09")
        let roll = DueDate.Reason.rolledOver(from: try day("2027-02-05"), to: due.day)
        #expect(due.reasons.dropFirst() == [roll, Self.doubt])
        #expect(!due.isCertain)
    }

    @Test(arguments: [
        ("2026-12-31", Length(1, .workingDays), "2027-01-04"),
        ("2026-12-17", Length(15, .days), "2027-01-04"),
        ("2026-07-01", Length(6, .months), "2027-01-04"),
        ("2028-01-29", Length(1, .months), "2028-02-29"),
        ("2028-02-01", Length(30, .days), "2028-03-02"),
        ("2028-02-29", Length(1, .years), "2029-02-28"),
        ("2028-02-28", Length(2, .workingDays), "2028-03-01"),
        ("2032-02-09", Length(1, .days), "2032-02-16"),
        ("2036-01-26", Length(1, .months), "2036-02-26"),
        ("2040-02-10", Length(1, .workingDays), "2040-02-15"),
    ])
    func `terms cross new years and leap days`(start: String, length: Length, end: String) throws {
        let due = try CountingTests.due(start, length)
        #expect(due.day.description == end)
        #expect(!due.isCertain && due.reasons.last == Self.doubt)
    }

    @Test(arguments: [
        ("2028-10-03", "2028-09-29", "2028-10-04"), ("2031-10-01", "2031-09-30", "2031-10-06"),
        ("2039-10-02", "2039-09-30", "2039-10-04"),
    ])
    func `a festival that falls on another's day is counted once`(
        both: String, start: String, next: String
    ) throws {
        let calendar = try Calendars.cn
        #expect(try calendar.rest(on: day(both)) == .holiday("国庆节"))
        let due = try CountingTests.due(start, Length(1, .workingDays))
        #expect(due.day.description == next)
        let rests = due.reasons.filter { if case .rest = $0 { true } else { false } }
        #expect(rests.count == (try day(start).distance(to: due.day)) - 1)
    }

    @Test func `what is announced stands instead of what the law fixes`() throws {
        let announced = try day("2024-01-01")...day("2024-12-31")
        let calendar = WorkingCalendar(
            name: "x", announced: announced,
            exceptions: [try day("2024-02-18"): .makeUp(festival: "春节")],
            statutory: [
                try day("2024-02-18"): "春节", try day("2024-05-01"): "劳动节",
                try day("2025-05-01"): "劳动节",
            ])
        for text in ["2024-02-18", "2024-05-01"] {
            #expect(try calendar.isWorking(day(text)))
            #expect(try calendar.rest(on: day(text)) == nil)
        }
        #expect(try calendar.rest(on: day("2025-05-01")) == .holiday("劳动节"))
        #expect(try calendar.charted == day("2024-01-01")...day("2025-12-31"))
    }

    @Test func `outside the charted years a due date says that only weekends count`() throws {
        let charted = try day("2004-01-01")...day("2040-12-31")
        let uncharted = DueDate.Reason.uncharted(outside: charted)
        let over = try CountingTests.due("2040-12-28", Length(1, .months))
        #expect(over.reasons.suffix(2) == [Self.doubt, uncharted])
        let beyond = try CountingTests.due("2041-09-30", Length(1, .workingDays))
        #expect(beyond.day.description == "2041-10-01")
        #expect(beyond.reasons.last == uncharted && !beyond.reasons.contains(Self.doubt))
        let before = try CountingTests.due("2003-09-30", Length(1, .workingDays))
        #expect(before.day.description == "2003-10-01")
        #expect(before.reasons.last == uncharted && !before.reasons.contains(Self.doubt))
        for due in [over, beyond, before] { #expect(!due.isCertain) }
    }

    @Test func `without statutory days only weekends are known after what is announced`() throws {
        let announced = try day("2024-01-01")...day("2024-12-31")
        let calendar = WorkingCalendar(name: "x", announced: announced, exceptions: [:])
        #expect(calendar.charted == announced)
        let counting = Counting(from: try moment("2024-12-30 09:00"), Length(5, .workingDays))
        let due = try #require(counting.due(by: calendar))
        #expect(due.reasons.last == .uncharted(outside: announced) && !due.isCertain)
        #expect(!due.reasons.contains(.unannounced(after: announced.upperBound)))
    }

    @Test func `hours need no calendar, whatever the year`() throws {
        let due = try CountingTests.due("2030-10-01", Length(24, .hours))
        #expect(due.isCertain && due.day.description == "2030-10-02")
    }
}
