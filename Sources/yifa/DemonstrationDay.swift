import Foundation
import Law
import Office
import Storage

/// The day on which a demonstration goes on: its year is over, so the clock starts on the first working day after it.
struct DemonstrationDay: Sendable {
    static let name = "demonstration"

    let year: Int
    let start: Moment
    private let began = ContinuousClock.now

    /// The present of the demonstration.
    func now() -> Moment {
        Moment(seconds: start.seconds + (ContinuousClock.now - began).components.seconds)
    }

    /// The first working day after a year, at nine.
    static func after(_ year: Int, by calendar: WorkingCalendar) throws -> Moment {
        guard let first = Day(year: year + 1, month: 1, day: 1) else {
            throw Failure("no year \(year + 1)")
        }
        return Moment(calendar.workingDay(onOrAfter: first), hour: 9)
    }

    /// The day that a demonstration's journal keeps, or the last record if that is later; nil for another journal.
    static func kept(in store: SQLiteJournal) async throws -> DemonstrationDay? {
        try await store.read { reader in
            guard let text = try reader.text(named: name), let start = Moment(text) else {
                return nil
            }
            let last = try reader.event(at: reader.size() - 1).map { try Envelope($0.envelope) }
            let now = max(start, last.map { Moment(seconds: $0.recorded.seconds + 1) } ?? start)
            return DemonstrationDay(year: start.day.year - 1, start: now)
        }
    }
}
