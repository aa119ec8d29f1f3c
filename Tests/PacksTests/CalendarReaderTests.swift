import Law
import Packs
import Testing

@Suite struct CalendarReaderTests {
    static let sound = """
        calendar: cn
        title: {zh-Hans: 节假日, en: Holidays}
        announced-from: 2024-01-01
        announced-until: 2024-12-31
        years:
          - year: 2024
            notice: 通知
            off:
              - {days: 2024-01-01, festival: 元旦}
              - {days: 2024-02-10..2024-02-17, festival: 春节}
            make-up:
              - {day: 2024-02-18, festival: 春节}

        """

    @Test func aSoundCalendarIsRead() throws {
        let calendar = try CalendarReader().read(Self.sound, file: "cn.yaml")
        let day = { (text: String) in try #require(Day(iso: text)) }
        #expect(calendar.name == "cn")
        #expect(try calendar.announced == day("2024-01-01")...day("2024-12-31"))
        #expect(try calendar.rest(on: day("2024-01-01")) == .holiday("元旦"))
        #expect(try calendar.rest(on: day("2024-02-10")) == .holiday("春节"))
        #expect(try calendar.rest(on: day("2024-02-17")) == .holiday("春节"))
        #expect(try calendar.rest(on: day("2024-02-18")) == nil)
        #expect(try calendar.makeUp(on: day("2024-02-18")) == "春节")
        #expect(try !calendar.isWorking(day("2024-02-24")))
    }

    static let unsound = [
        (
            "calendar: cn\n", "",
            [
                "1:1: error: missing 'calendar'",
                "1:1: error: needs announced-from and announced-until",
            ]
        ),
        (
            "announced-until: 2024-12-31\n", "",
            ["1:1: error: needs announced-from and announced-until"]
        ),
        (
            "announced-until: 2024-12-31", "announced-until: 2023-12-31",
            ["1:1: error: needs announced-from and announced-until"]
        ),
        (
            "2024-12-31", "2024-12-32",
            [
                "1:1: error: needs announced-from and announced-until",
                "4:18: error: '2024-12-32' is not a day such as 2024-01-01",
            ]
        ),
        (
            "days: 2024-01-01,", "days: 2024-13-01,",
            ["9:16: error: '2024-13-01' is neither a day nor a range A..B"]
        ),
        (
            "2024-02-10..2024-02-17", "2024-02-17..2024-02-10",
            ["10:16: error: '2024-02-17..2024-02-10' is neither a day nor a range A..B"]
        ),
        (
            "2024-02-10..2024-02-17", "2024-02-10..2024-02-12..2024-02-17",
            ["10:16: error: '2024-02-10..2024-02-12..2024-02-17' is neither a day nor a range A..B"]
        ),
        (", festival: 元旦}", "}", ["9:9: error: missing 'festival'"]),
        ("{day: 2024-02-18, festival: 春节}", "{festival: 春节}", ["12:9: error: missing 'day'"]),
        ("day: 2024-02-18", "day: 二月十八", ["12:15: error: '二月十八' is not a day such as 2024-01-01"]),
        (
            "notice: 通知", "notise: 通知",
            ["7:5: error: unknown key 'notise'; known here: make-up, notice, off, year"]
        ),
        ("year: 2024", "year: 二〇二四", ["6:11: error: '二〇二四' is not a whole number"]),
        ("title: {zh-Hans: 节假日, en: Holidays}\n", "", ["1:1: error: missing 'title'"]),
        ("years:\n", "years: [\n", ["6:3: error: not YAML: did not find expected node content"]),
    ]

    @Test(arguments: unsound)
    func anUnsoundCalendarIsRefusedWithEveryReason(old: String, new: String, reasons: [String])
        throws
    {
        let text = Self.sound.replacingOnce(old, by: new)
        let error = try #require(throws: UnsoundData.self) {
            try CalendarReader().read(text, file: "cn.yaml")
        }
        #expect(error.description == reasons.map { "cn.yaml:\($0)" }.joined(separator: "\n"))
    }

    @Test func oneReaderReadsASoundCalendarAfterAnUnsoundOne() throws {
        let reader = CalendarReader()
        #expect(throws: UnsoundData.self) { try reader.read("- no calendar", file: "cn.yaml") }
        #expect(try reader.read(Self.sound, file: "cn.yaml").name == "cn")
    }
}

/// `statutory`, the holidays that the law fixes for the years after the announced ones.
@Suite struct StatutoryReaderTests {
    static let sound =
        CalendarReaderTests.sound + """
            statutory:
              basis: 办法 2
              festivals: [元旦, 中秋节, 国庆节]
              years:
                - year: 2025
                  off:
                    - {days: 2025-01-01, festival: 元旦}
                    - {days: 2025-10-01..2025-10-03, festival: 国庆节}
                    - {days: 2025-10-06, festival: 中秋节}
                - year: 2026
                  off:
                    - {days: 2026-01-01, festival: 元旦}
                    - {days: 2026-10-01..2026-10-03, festival: 国庆节}
                    - {days: 2026-10-03, festival: 中秋节, coincides-with: 国庆节}

            """

    @Test func statutoryDaysAreReadAndEndWithTheirLastYear() throws {
        let calendar = try CalendarReader().read(Self.sound, file: "cn.yaml")
        let day = { (text: String) in try #require(Day(iso: text)) }
        #expect(try calendar.announced == day("2024-01-01")...day("2024-12-31"))
        #expect(try calendar.charted == day("2024-01-01")...day("2026-12-31"))
        #expect(try calendar.rest(on: day("2025-01-01")) == .holiday("元旦"))
        #expect(try calendar.rest(on: day("2025-10-02")) == .holiday("国庆节"))
        #expect(try calendar.rest(on: day("2025-10-06")) == .holiday("中秋节"))
        #expect(try calendar.rest(on: day("2026-10-03")) == .holiday("国庆节"))
        #expect(try calendar.isWorking(day("2025-10-07")))
        #expect(try calendar.isWorking(day("2027-01-01")))
    }

    static let unsound = [
        (
            "days: 2025-10-06, festival: 中秋节", "days: 2025-10-06, festival: 中秋",
            [
                "17:7: error: '中秋节' has no day in 2025",
                "21:40: error: '中秋' is not one of the festivals",
            ]
        ),
        (
            "        - {days: 2025-10-06, festival: 中秋节}\n", "",
            ["17:7: error: '中秋节' has no day in 2025"]
        ),
        (
            "days: 2025-10-06", "days: 2025-10-03",
            ["21:18: error: 2025-10-03 is a day of '国庆节' already; 'coincides-with' may say so"]
        ),
        (
            "days: 2025-10-01..2025-10-03, festival: 国庆节",
            "days: 2025-01-01, festival: 元旦",
            [
                "17:7: error: '国庆节' has no day in 2025",
                "20:18: error: 2025-01-01 is a day of '元旦' twice",
            ]
        ),
        (
            "days: 2025-01-01", "days: 2024-01-01",
            ["19:18: error: 2024-01-01 is not after 2024-12-31, up to which all is announced"]
        ),
        (
            "days: 2025-01-01", "days: 2024-12-31..2025-01-01",
            ["19:18: error: 2024-12-31 is not after 2024-12-31, up to which all is announced"]
        ),
        (
            "days: 2025-01-01", "days: 2026-01-01",
            ["19:18: error: 2026-01-01 is not a day of 2025"]
        ),
        (
            "days: 2025-01-01", "days: 2025-02-29",
            ["19:18: error: '2025-02-29' is neither a day nor a range A..B"]
        ),
        (
            "days: 2025-10-06, festival: 中秋节",
            "days: 2025-10-06, festival: 中秋节, coincides-with: 国庆节",
            ["21:61: error: 2025-10-06 is not a day of '国庆节' above"]
        ),
        (
            "coincides-with: 国庆节", "coincides: 国庆节",
            [
                "26:18: error: 2026-10-03 is a day of '国庆节' already; 'coincides-with' may say so"
            ]
        ),
        (
            "- year: 2026", "- year: 2027",
            ["22:13: error: expected 2026: the years follow the announced ones in order"]
        ),
        ("  festivals: [元旦, 中秋节, 国庆节]\n", "", ["14:3: error: missing 'festivals'"]),
        ("  basis: 办法 2\n", "", ["14:3: error: missing 'basis'"]),
        (
            "announced-until: 2024-12-31", "announced-until: 2024-12-30",
            ["14:3: error: needs an announced-until that ends a year"]
        ),
    ]

    @Test(arguments: unsound)
    func unsoundStatutoryDaysAreRefusedWithEveryReason(old: String, new: String, reasons: [String])
        throws
    {
        let text = Self.sound.replacingOnce(old, by: new)
        let error = try #require(throws: UnsoundData.self) {
            try CalendarReader().read(text, file: "cn.yaml")
        }
        #expect(error.description == reasons.map { "cn.yaml:\($0)" }.joined(separator: "\n"))
    }
}
