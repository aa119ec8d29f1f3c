package import Indicators
package import Law

/// A pack as read and understood: law, figures and stories.
package struct Pack: Sendable {
    package let source: PackSource
    package let procedure: Procedure
    package let indicators: Catalogue<Indicator>
    package let table: StatisticalTable?
    package let scenarios: [Scenario]
    /// What its author declares that no story can notice.
    package let unnoticed: [Unnoticed]
    /// What was measured of its stories; nil if nothing was.
    package let mutation: MutationRecord?
    /// Where each named thing was declared, for diagnostics.
    let places: [String: Place]
}

extension Pack {
    /// The share of weakened rules that its stories notice; nil unless this edition was measured.
    package func share(measuredOf edition: String) -> MutationShare? {
        mutation.flatMap { $0.edition == edition ? $0.share : nil }
    }

    /// The pack with another procedure, under which its stories are told.
    func under(_ procedure: Procedure) -> Pack {
        Pack(
            source: source, procedure: procedure, indicators: indicators, table: table,
            scenarios: scenarios, unnoticed: unnoticed, mutation: mutation, places: places)
    }
}

/// What reading a pack gave: the pack, unless its structure cannot be understood at all, and what is wrong with it.
package struct PackReading: Sendable {
    package let name: String
    package let pack: Pack?
    package let diagnostics: [Diagnostic]

    package var isSound: Bool { !diagnostics.contains { $0.severity == .error } }
}

extension PackReading {
    /// Reads a pack and checks it; `elders` are the procedures beside it, from some of which running case files may pass over.
    package init(
        _ source: PackSource, elders: [Procedure.ID: Procedure], calendar: WorkingCalendar
    ) {
        let findings = Findings()
        let reader = PackReader(source, findings: findings, elders: elders)
        let pack = reader.read()
        reader.references.reportDangling()
        if let pack, !findings.diagnostics.contains(where: { $0.severity == .error }) {
            StaticCheck(pack, reader.references, findings).run()
            PostCheck(
                procedure: pack.procedure, references: reader.references, findings: findings,
                others: elders
            ).run()
            CoverageCheck(pack, elders: elders, findings: findings, calendar: calendar).run()
        }
        self.init(name: source.name, pack: pack, diagnostics: findings.sorted)
    }

    /// Reads a pack without judging it, for one already admitted.
    package static func admitted(_ source: PackSource) -> PackReading {
        let findings = Findings()
        let reader = PackReader(source, findings: findings)
        let pack = reader.read()
        reader.references.reportDangling()
        return PackReading(name: source.name, pack: pack, diagnostics: findings.sorted)
    }
}
