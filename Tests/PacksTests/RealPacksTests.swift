import Foundation
import Law
import Packs
import Testing

/// The packs and the calendar of this repository.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let calendar = Result {
        let file = root.appending(path: "calendars/cn.yaml")
        return try CalendarReader().read(
            String(contentsOf: file, encoding: .utf8), file: "calendars/cn.yaml")
    }
    static let library = Result {
        try PackLibrary(
            folder: root.appending(path: "packs"), shownAs: "packs", calendar: calendar.get())
    }

    static func reading(_ name: String) throws -> PackReading {
        try #require(library.get().readings.first { $0.name == name })
    }
}

@Suite struct RealPacksTests {
    static let names = [
        "disclosure", "dispute-screening", "hotline", "mediation", "penalty-ordinary",
        "penalty-simple",
        "pre-case-settlement", "reconsideration-2017", "reconsideration-2023", "record-correction",
        "service-review",
    ]

    @Test func thePacksAreThere() throws {
        #expect(try Repository.library.get().readings.map(\.name) == Self.names)
    }

    @Test(arguments: names) func aPackOfThisRepositoryHasNothingWrong(name: String) throws {
        let reading = try Repository.reading(name)
        #expect(reading.diagnostics.map(\.description) == [])
        #expect(reading.pack != nil)
    }

    /// A figure of today: natural days, whether a course goes round, where no term runs, the pauses with their bounds.
    struct Wait: Sendable {
        let name: String
        let days: Int
        var goesRound = false
        var unbounded: [Stage.ID] = []
        var pauses: [String] = []
    }

    /// The worst spans of the calendar up to 2026: nine days of rest, so N days end after N + 9 at most, a month after 40,
    /// with or without extensions; 1, 2, 5, 10, 15, 20 and 40 working days span 10, 11, 15, 22, 29, 36 and 65 days.
    static let waits = [
        // 20 working days, extended by 20, then a delay that the handler sets, taken for a month.
        Wait(
            name: "disclosure", days: 65 + 40, unbounded: ["confirming"],
            pauses: ["补正 40", "征求第三方意见 29", "征求共同制作机关意见 29", "等待缴费 36"]),
        // No term at all.
        Wait(name: "dispute-screening", days: 0, unbounded: ["handling", "screened"]),
        // Taken up and sent on within hours, 15 days; called back, returned to the district, which sends it on again, judges it
        // together and moves it by agreement as often as the pack allows, 15 days each time; other units asked, 2 working days.
        Wait(
            name: "hotline", days: (1 + 1 + 24) + (1 + 24) + 3 * 7 + 2 * (1 + 24) + 11,
            unbounded: ["calling-back", "intake"]),
        // A month, extended by a month.
        Wait(name: "mediation", days: 62 + 9, unbounded: ["seeking"]),
        // 90 days, extended by 30 and then, by the heads together, by 180 at most.
        Wait(
            name: "penalty-ordinary", days: 90 + 30 + 180 + 9,
            pauses: ["不计入办案期限的期间 -", "听证 -", "公告送达期间 39", "审查延期、分期缴纳申请 204"]),
        // The penalty itself opens the file.
        Wait(name: "penalty-simple", days: 0),
        // 2 working days, then 15 days.
        Wait(name: "pre-case-settlement", days: 11 + 24),
        // 60 days from the application, extended by 30.
        Wait(
            name: "reconsideration-2017", days: 60 + 30 + 9,
            pauses: ["协商、指定管辖 19", "补正 40", "中止审理 -", "现场勘验 -", "鉴定 -"]),
        // Forwarding, examination, correction extended once, examination again; then 60 days, extended by 30.
        Wait(
            name: "reconsideration-2023", days: 15 + 15 + 36 + 15 + (60 + 30 + 9),
            pauses: ["协商、指定管辖 19", "中止审理 -", "现场勘验 -", "鉴定 -"]),
        // Two months, set by the pack.
        Wait(name: "record-correction", days: 62 + 9),
        // 7 days, a term that the handler sets, taken for a month; sent back once, 7 days.
        Wait(
            name: "service-review", days: 16 + 40 + 16, goesRound: true, unbounded: ["checking"]),
    ]

    @Test(arguments: waits) func theLongestWaitUnderAPackIsKnown(expected: Wait) throws {
        let pack = try #require(try Repository.reading(expected.name).pack)
        let wait = LongestWait(of: pack.procedure, by: try Repository.calendar.get())
        #expect(wait.isComplete)
        #expect(wait.days == expected.days)
        #expect(wait.goesRound == expected.goesRound)
        #expect(wait.unbounded == expected.unbounded)
        #expect(
            wait.pauses.map { "\($0.ground.chinese) \($0.most.map(String.init) ?? "-")" }
                == expected.pauses)
    }
}
