import Law
import Testing

@Suite struct MomentTests {
    @Test func `every moment is read back from what is written`() {
        var dice = Dice(seed: 3)
        for _ in 0..<5000 {
            let moment = Moment(seconds: Int64(dice.roll(-2_208_988_800...7_258_089_599)))
            #expect(Moment(moment.description) == moment)
            #expect(Moment(moment.wallTime)?.day == moment.day)
            #expect(Moment(moment.day, second: moment.secondOfDay) == moment)
        }
    }

    @Test(arguments: [
        ("1970-01-01 08:00", 0), ("1970-01-01 07:59", -60), ("1970-01-01 00:00", -28_800),
        ("1969-12-31 23:59", -28_860), ("2023-09-28 09:00", 1_695_862_800),
        ("2024-01-01T00:00", 1_704_038_400), ("2024-01-01T00:00:01", 1_704_038_401),
        ("2024-01-01T00:00:01+08:00", 1_704_038_401), ("2024-01-01 23:59:59", 1_704_124_799),
    ])
    func `Beijing time is eight hours ahead`(text: String, seconds: Int) throws {
        #expect(try moment(text).seconds == Int64(seconds))
    }

    @Test func `a day ends with its last second`() throws {
        let day = try day("2024-02-29")
        #expect(Moment.end(of: day).description == "2024-02-29T23:59:59+08:00")
        #expect(Moment.end(of: day).day == day)
        #expect(Moment(seconds: Moment.end(of: day).seconds + 1) == Moment(day.adding(days: 1)))
        #expect(Moment(day).day == day)
    }

    @Test func `hours run across midnight and the end of a year`() throws {
        #expect(try moment("2023-12-31 23:30").adding(hours: 1) == moment("2024-01-01 00:30"))
        #expect(try moment("2024-02-28 12:00").adding(hours: 24) == moment("2024-02-29 12:00"))
    }

    @Test(arguments: [
        "", "2023-09-28", "2023-09-28 24:00", "2023-09-28 09:60", "2023-09-28 9:00",
        "2023-09-28_09:00", "2023-09-28 09.00", "2023-09-28T09:00:60", "2023-09-28T09:00Z",
        "2023-09-28T09:00:00Z", "2023-09-28T09:00:00+00:00", "2023-09-28T09:00:00+09:00",
        "2023-09-28T09:00+08:00", "2023-09-28T09:00:00.000+08:00", "2023-02-29 09:00",
        "2023-09-28 -1:00", "2023-09-28  09:00", "1899-12-31 09:00", "2200-01-01 00:00",
        "2023-09-28 ０９:00", "2023-09-28 09:00 ", "2023-09-28t09:00",
    ])
    func `what is not a moment is not read as one`(text: String) {
        #expect(Moment(text) == nil)
    }
}
