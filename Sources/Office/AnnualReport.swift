import Engine
package import Indicators
package import Law
import Packs

/// The figures of a year, with their provenance, the prescribed tables, and the comparison with what was published.
package struct AnnualReport: Sendable {
    /// The figures of one matter.
    package struct Group: Sendable {
        package let matter: Procedure.Matter.ID
        /// The titles of its procedures.
        package let titles: [Title]
        package let rows: [Row]
    }

    package struct Row: Sendable {
        package let figure: Figure
        /// The title of the denominator, where the figure is a share.
        package let denominator: Title?
        /// Why nothing published bears the figure out; nil where something does.
        package let assumed: Title?
        /// The published counterpart, where there is one.
        package let printed: Printed?
    }

    package struct Compared: Sendable {
        package let id: String
        package let section: String
        package let title: String
        package let written: String
        package let figure: FigureName?
        package let comparison: Comparison
    }

    package let title: Title
    package let year: Int
    package let organ: Organ.ID?
    package let days: ClosedRange<Day>
    package let groups: [Group]
    package let tables: [FilledTable]
    package let compared: [Compared]
    package let findings: [PrintedFinding]
}

extension Office {
    /// Computes a year's report from the tallies.
    ///
    /// Computed once until something is recorded.
    package nonisolated func report(year: Int, organ: Organ.ID?) async throws -> AnnualReport {
        try await journal.read { [reports, shelf] reader in
            let size = try reader.size()
            if let known = reports.report(year, organ, of: size) { return known }
            let texts = try reports.texts(of: reader)
            let report = try Reporting(
                reader: reader, year: year, organ: organ, texts: texts, shelf: shelf
            ).report()
            reports.remember(report, of: size)
            return report
        }
    }
}
