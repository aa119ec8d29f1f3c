import Engine
package import Indicators
package import Law
import Packs

/// A figure's definition, with the matter's packs that count it.
package struct FigureSource: Sendable {
    package let name: FigureName
    package let indicator: Indicator
    /// The indicators of the same matter, by name.
    package let others: [Indicator.ID: Indicator]
    package let procedures: [Procedure]
}

/// The figures, which anybody may see: what they count is in the public log.
extension Office {
    /// What a figure is; nil where no pack defines it.
    package nonisolated func figureSource(_ name: FigureName) async throws -> FigureSource? {
        let packs = try await editions().filter { $0.procedure.matter == name.matter }
        let all = packs.flatMap { Array($0.indicators.indicators) }
        let others = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        guard let indicator = others[name.indicator] else { return nil }
        let counting = packs.filter { $0.indicators.indicators[name.indicator] != nil }
        return FigureSource(
            name: name, indicator: indicator, others: others,
            procedures: counting.map(\.procedure))
    }

    /// Every admitted pack, the oldest first.
    package nonisolated func editions() async throws -> [AdmittedPack] {
        try await journal.read { [shelf] reader in
            try reader.editions().map { try shelf.pack($0) }
        }
    }

    /// A page of the entries that made up a figure.
    package nonisolated func counted(_ query: CountedQuery) async throws -> [CountedEvent] {
        try await journal.read { try $0.counted(query) }
    }

    /// What a counted figure amounts to in each month of a year.
    package nonisolated func months(
        of figure: FigureName, year: Int, organ: Organ.ID?
    ) async throws -> [Int] {
        var months = Array(repeating: 0, count: 12)
        for tally in try await tallies(of: figure, year: year, organ: organ) {
            months[tally.day.civil.month - 1] += tally.amount
        }
        return months
    }

    /// What a counted figure amounts to for each organ in a year.
    package nonisolated func organs(
        of figure: FigureName, year: Int
    ) async throws -> [Organ.ID: Int] {
        try await tallies(of: figure, year: year, organ: nil)
            .reduce(into: [:]) { $0[$1.organ, default: 0] += $1.amount }
    }

    private nonisolated func tallies(
        of figure: FigureName, year: Int, organ: Organ.ID?
    ) async throws -> [Tally] {
        guard let days = Day.year(year) else { return [] }
        return try await journal.read {
            try $0.tally(TallyQuery(figure: figure, days: days, organ: organ))
        }
    }
}

extension Day {
    /// The days of a year; nil outside 1900 to 2199.
    package static func year(_ year: Int) -> ClosedRange<Day>? {
        guard let first = Day(year: year, month: 1, day: 1),
            let last = Day(year: year, month: 12, day: 31)
        else { return nil }
        return first...last
    }

    /// The days of a month; nil where there is none.
    package static func month(_ month: Int, of year: Int) -> ClosedRange<Day>? {
        guard let first = Day(year: year, month: month, day: 1) else { return nil }
        return first...first.adding(days: Day.length(ofMonth: month, in: year) - 1)
    }
}
