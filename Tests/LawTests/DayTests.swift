import Law
import Testing

/// The calendar as a child learns it: one day after another, with the lengths of the months by heart.
private struct Almanac: Sequence, IteratorProtocol {
    private var today = Page(year: 1900, month: 1, day: 1, weekday: .monday)

    struct Page: Equatable {
        var year: Int
        var month: Int
        var day: Int
        var weekday: Day.Weekday
    }

    static func length(of month: Int, _ year: Int) -> Int {
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    mutating func next() -> Page? {
        guard today.year < 2200 else { return nil }
        let page = today
        today.weekday = Day.Weekday(rawValue: (page.weekday.rawValue + 1) % 7) ?? .monday
        today.day += 1
        if today.day > Almanac.length(of: today.month, today.year) {
            (today.day, today.month) = (1, today.month + 1)
        }
        if today.month > 12 { (today.month, today.year) = (1, today.year + 1) }
        return page
    }
}

@Suite struct DayTests {
    @Test func `every day from 1900 to 2199 is the day of the almanac, there and back`() throws {
        var wrong: [String] = []
        var number = Day.earliest.number
        for page in Almanac() {
            let day = Day(number: number)
            let civil = day.civil
            let isRight =
                civil.year == page.year && civil.month == page.month && civil.day == page.day
                && day.weekday == page.weekday
                && Day(year: page.year, month: page.month, day: page.day) == day
                && Day(iso: day.description) == day
            if !isRight { wrong.append("\(number): \(page), but \(day) \(day.weekday)") }
            number += 1
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
        #expect(number == Day.latest.number + 1)
    }

    @Test(arguments: [
        ("1900-01-01", -25567, Day.Weekday.monday), ("1949-10-01", -7397, .saturday),
        ("1970-01-01", 0, .thursday), ("1999-12-31", 10956, .friday),
        ("2000-02-29", 11016, .tuesday), ("2023-09-28", 19628, .thursday),
        ("2024-02-29", 19782, .thursday), ("2026-12-31", 20818, .thursday),
        ("2100-02-28", 47540, .sunday), ("2100-03-01", 47541, .monday),
        ("2199-12-31", 84005, .tuesday),
    ])
    func `known days have their number and weekday`(
        text: String, number: Int, weekday: Day.Weekday
    ) throws {
        let day = try day(text)
        #expect(Int(day.number) == number)
        #expect(day.weekday == weekday)
        #expect(day.isWeekend == (weekday == .saturday || weekday == .sunday))
        #expect(day.description == text)
    }

    @Test(arguments: [
        ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"),
        ("2023-12-31", 2, "2024-02-29"), ("2023-03-31", 1, "2023-04-30"),
        ("2023-02-28", 1, "2023-03-28"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"), ("2023-08-31", 6, "2024-02-29"),
        ("2023-03-31", -1, "2023-02-28"), ("2023-01-15", -1, "2022-12-15"),
        ("2023-01-15", -13, "2021-12-15"), ("2023-05-10", 0, "2023-05-10"),
    ])
    func `a month ends on the corresponding day or on its last`(
        from: String, months: Int, to: String
    ) throws {
        #expect(try day(from).adding(months: months) == day(to))
    }

    @Test func `adding months reaches the right month and never leaves it`() {
        var dice = Dice(seed: 1)
        for _ in 0..<5000 {
            let from = dice.day()
            let months = dice.roll(-400...400)
            let to = from.adding(months: months).civil
            let index = from.civil.year * 12 + from.civil.month - 1 + months
            let length = Almanac.length(of: to.month, to.year)
            guard to.year * 12 + to.month - 1 == index, to.day == min(from.civil.day, length)
            else {
                Issue.record("\(from) + \(months) months = \(to)")
                return
            }
        }
    }

    @Test func `days are added and measured alike`() {
        var dice = Dice(seed: 2)
        for _ in 0..<2000 {
            let from = dice.day()
            let days = dice.roll(-40_000...40_000)
            let to = from.adding(days: days)
            #expect(from.distance(to: to) == days && (from < to) == (days > 0))
        }
    }

    static let malformed = [
        "", "2023", "2023-9-28", "2023-09-28 ", " 2023-09-28", "2023/09/28", "20230928", "23-09-28",
        "2023-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2023-04-31", "2023-13-01",
        "2023-00-10", "2023-01-00", "2023-01-32", "0000-00-00", "9999-99-99", "1899-12-31",
        "2200-01-01", "-023-09-28", "+023-09-28", "2023-09-+8", "2023-0x-28", "２０２３-09-28",
        "2023-09-2８", "2023‐09‐28", "2023年9月28日", "2023-09-28T09:00", "2023-09-28\0", "二〇二三",
    ]

    @Test(arguments: malformed)
    func `what is not a day is not read as one`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(arguments: [
        (2023, 2, 29), (2023, 0, 1), (2023, 13, 1), (1899, 12, 31), (2200, 1, 1), (2023, 1, 0),
        (Int.max, 1, 1), (2023, Int.min, Int.max),
    ])
    func `no day is made of numbers that name none`(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }
}
