import Engine
import Foundation
import Law
import Packs

/// The root of the repository, found from this file.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// The calendar that is shipped, read once.
enum Calendars {
    private static let read = Result {
        let text = try String(
            contentsOf: root.appending(path: "calendars/cn.yaml"), encoding: .utf8)
        return try CalendarReader().read(text, file: "calendars/cn.yaml")
    }

    static var cn: WorkingCalendar {
        get throws { try read.get() }
    }
}

/// A small generator of pseudo-random numbers (SplitMix64): the same cases in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// A day whose terms of a few months stay within the years that were announced.
    mutating func day() -> Day { Day(number: Int32(roll(12_450...19_900))) }
}

/// A day that a test names.
struct NoSuchDay: Error {
    let text: String
}

func day(_ text: String) throws -> Day {
    guard let day = Day(iso: text) else { throw NoSuchDay(text: text) }
    return day
}

func moment(_ text: String) throws -> Moment {
    guard let moment = Moment(text) else { throw NoSuchDay(text: text) }
    return moment
}
