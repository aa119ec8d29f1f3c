import Engine
import Indicators
import Law
import Office
import Packs
import Sheets
import Synchronization

/// What guides take long to find out, and what never changes: kept once known.
final class GuideShelf: Sendable {
    private let waits = Mutex<[Edition.ID: LongestWait]>([:])
    private let counts = Mutex<[String: (at: Moment, count: Int)]>([:])
    private let characters = Mutex<[Character: Character]?>(nil)

    /// The longest lawful wait under an edition.
    func wait(of edition: Edition, by calendar: WorkingCalendar) -> LongestWait {
        if let known = waits.withLock({ $0[edition.id] }) { return known }
        let wait = LongestWait(of: edition.procedure, by: calendar)
        waits.withLock { $0[edition.id] = wait }
        return wait
    }

    /// A figure of a year, counted anew every few minutes at most.
    func count(
        _ figure: FigureName, in year: Int, by office: Office
    ) async throws -> Int {
        let key = "\(figure) \(year)"
        let now = office.now
        if let known = counts.withLock({ $0[key] }), now.seconds - known.at.seconds < 600 {
            return known.count
        }
        let count = try await office.count(figure, in: year)
        counts.withLock { $0[key] = (now, count) }
        return count
    }

    func simplified(_ catalogues: Catalogues) -> [Character: Character] {
        characters.withLock { known in
            if let known { return known }
            let map = catalogues.simplifiedCharacters
            known = map
            return map
        }
    }
}
