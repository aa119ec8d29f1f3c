package import Indicators
import Law

extension Office {
    /// What a figure of counts amounts to in a year.
    package nonisolated func count(_ figure: FigureName, in year: Int) async throws -> Int {
        guard let first = Day(year: year, month: 1, day: 1),
            let last = Day(year: year, month: 12, day: 31)
        else { return 0 }
        let query = TallyQuery(figure: figure, days: first...last)
        return try await journal.read { try $0.tally(query).reduce(0) { $0 + $1.amount } }
    }
}
