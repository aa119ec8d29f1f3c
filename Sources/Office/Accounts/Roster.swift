import Engine
import Law
import Packs
import Synchronization

/// What is read at every turn and seldom changes: the district, the newest packs, the visits that go on.
final class Roster: Sendable {
    struct Guest: Sendable {
        let visit: Visit
        let account: Account?
        let read: Moment
    }

    private struct Memory: Sendable {
        var district: District?
        var packs: (count: Int, list: [AdmittedPack], read: Moment)?
        var guests: [String: Guest] = [:]
    }

    private let memory = Mutex(Memory())

    /// What is remembered of a visit is looked up again after so many seconds, since others may have ended it.
    static let freshSeconds: Int64 = 30
    static let mostGuests = 20_000
    /// The count of editions is read again after so many seconds.
    static let freshPackSeconds: Int64 = 3

    var district: District? {
        get { memory.withLock { $0.district } }
        set { memory.withLock { $0.district = newValue } }
    }

    func packs(of count: Int) -> [AdmittedPack]? {
        memory.withLock { $0.packs?.count == count ? $0.packs?.list : nil }
    }

    /// The packs, if they were read so shortly before that nobody expects a new one to be seen.
    func packs(at now: Moment) -> [AdmittedPack]? {
        memory.withLock { memory in
            guard let packs = memory.packs else { return nil }
            let age = now.seconds - packs.read.seconds
            return (0..<Self.freshPackSeconds).contains(age) ? packs.list : nil
        }
    }

    func remember(_ packs: [AdmittedPack], of count: Int, at now: Moment) {
        memory.withLock { $0.packs = (count, packs, now) }
    }

    /// An edition was just admitted.
    func forgetPacks() { memory.withLock { $0.packs = nil } }

    func guest(_ id: String, at now: Moment) -> Guest? {
        memory.withLock { memory in
            guard let guest = memory.guests[id] else { return nil }
            return now.seconds - guest.read.seconds < Self.freshSeconds ? guest : nil
        }
    }

    func remember(_ guest: Guest) {
        memory.withLock { memory in
            if memory.guests.count >= Self.mostGuests { memory.guests = [:] }
            memory.guests[guest.visit.id] = guest
        }
    }

    func forget(visit id: String) { memory.withLock { _ = $0.guests.removeValue(forKey: id) } }

    func forgetGuests(of account: String) {
        memory.withLock { memory in
            memory.guests = memory.guests.filter { $0.value.account?.name != account }
        }
    }
}
