import Engine
import Law
import Office
import Packs
import Synchronization

/// The counts over a desk and the searches beside it: what every look at the desk shows, and few looks change.
struct DeskMargin: Sendable {
    var mine = 0
    var organ = 0
    var overdue = 0
    var soon = 0
    var unassigned = 0
    var signatures = 0
    var questions = 0
    var searches: [SavedSearch] = []

    /// Nobody reads a number beyond this; counting stops there.
    static let most = 1000

    static func read(_ asked: Asked) async throws -> DeskMargin {
        let now = asked.now
        let calendar = asked.site.calendar
        var lists: [(Office.Scope, WorkQuery)] = []
        for filter in filters {
            var query = filter.work(at: now, by: calendar)
            query.limit = most
            lists.append((filter.scope, query))
        }
        let counts = try await asked.office.deskCounts(lists, for: asked.viewer)
        var margin = DeskMargin()
        if counts.count == lists.count {
            margin.mine = counts[0]
            margin.organ = counts[1]
            margin.overdue = counts[2]
            margin.soon = counts[3]
            margin.unassigned = counts[4]
            margin.questions = counts[5]
        }
        let person = asked.viewer.officer?.id.text ?? ""
        margin.signatures = try await asked.office.jointActs(for: asked.viewer)
            .count { $0.missing.contains(person) }
        margin.searches = try await asked.office.searches(of: asked.viewer)
        return margin
    }

    /// The lists that are counted, in order.
    static let filters: [DeskFilter] = {
        var unassigned = DeskFilter(.organ)
        unassigned.isUnassigned = true
        return [
            DeskFilter(.mine), DeskFilter(.organ), DeskFilter(.organ, due: .overdue),
            DeskFilter(.organ, due: .soon), unassigned, DeskFilter(.questions),
        ]
    }()
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
