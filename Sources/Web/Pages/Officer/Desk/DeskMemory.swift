import Engine
import Law
import Office
import Packs
import Synchronization

/// The counts over a desk and the searches beside it: what every look at the desk shows, and few looks change.
struct DeskMargin: Sendable {
    /// Whose work counts: the organ's, or where that owes nothing what the viewer's posts may do for any organ.
    let base: Office.Scope
    /// By the lists of ``filters(_:)``, in order.
    let counts: [Int]
    let signatures: Int
    let searches: [SavedSearch]

    /// Nobody reads a number beyond this; counting stops there.
    static let most = 1000

    static func read(_ asked: Asked) async throws -> DeskMargin {
        var base = Office.Scope.organ
        var counts = try await counts(base, asked)
        if counts[1] == 0 {
            let others = try await Self.counts(.posts, asked)
            if others[1] > 0 { (base, counts) = (.posts, others) }
        }
        let person = asked.viewer.officer?.id.text ?? ""
        return DeskMargin(
            base: base, counts: counts,
            signatures: try await asked.office.jointActs(for: asked.viewer)
                .count { $0.waits(for: person) },
            searches: try await asked.office.searches(of: asked.viewer))
    }

    private static func counts(_ base: Office.Scope, _ asked: Asked) async throws -> [Int] {
        let now = asked.now
        let calendar = asked.site.calendar
        let lists = filters(base).map { filter -> (Office.Scope, WorkQuery) in
            var query = filter.work(at: now, by: calendar)
            query.limit = most
            return (filter.scope, query)
        }
        return try await asked.office.deskCounts(lists, for: asked.viewer)
    }

    /// The lists that are counted, in order.
    static func filters(_ base: Office.Scope) -> [DeskFilter] {
        var unassigned = DeskFilter(base)
        unassigned.isUnassigned = true
        return [
            DeskFilter(.mine), DeskFilter(base), DeskFilter(base, due: .overdue),
            DeskFilter(base, due: .soon), unassigned, DeskFilter(.questions),
        ]
    }
}

/// Remembers margins for some seconds, so that going through a list does not count everything anew.
final class DeskMemory: Sendable {
    private let margins = Mutex<[String: (at: Int64, margin: DeskMargin)]>([:])
    private static let freshSeconds: Int64 = 10
    private static let most = 5000

    func margin(_ asked: Asked) async throws -> DeskMargin {
        let account = asked.viewer.account ?? ""
        let now = asked.now.seconds
        if let known = margins.withLock({ $0[account] }), now - known.at < Self.freshSeconds,
            now >= known.at
        {
            return known.margin
        }
        let margin = try await DeskMargin.read(asked)
        margins.withLock { margins in
            if margins.count >= Self.most { margins = [:] }
            margins[account] = (now, margin)
        }
        return margin
    }

    /// What somebody has just changed they see at once.
    func forget(_ account: String?) {
        margins.withLock { _ = $0.removeValue(forKey: account ?? "") }
    }
}
