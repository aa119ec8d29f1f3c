import Engine
import Law
import Office
import Packs
import Sheets
import Synchronization

/// What guides take long to find out, and what never changes: kept once known.
final class GuideShelf: Sendable {
    private let waits = Mutex<[Edition.ID: LongestWait]>([:])
    private let characters = Mutex<[Character: Character]?>(nil)

    /// The longest lawful wait under an edition.
    func wait(of edition: Edition, by calendar: WorkingCalendar) -> LongestWait {
        if let known = waits.withLock({ $0[edition.id] }) { return known }
        let wait = LongestWait(of: edition.procedure, by: calendar)
        waits.withLock { $0[edition.id] = wait }
        return wait
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
