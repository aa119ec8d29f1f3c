package import Engine
package import Indicators
package import Law
import Ledger
package import Packs

/// A pack as admitted into a journal: its text, its hash, and what it means.
///
/// One for all who read it, since it never changes.
package final class AdmittedPack: Sendable {
    package let edition: Edition
    package let indicators: IndicatorSet
    package let table: StatisticalTable?
    /// Canonical JSON of the files that bind.
    package let text: [UInt8]

    package var procedure: Procedure { edition.procedure }

    /// Admits a pack; its edition is named by the SHA-256 of its text.
    package convenience init(_ pack: Pack) throws {
        let json = JSON.object(
            JSON.Object(
                pack.source.binding.map { JSON.Member(key: $0.name, value: .string($0.text)) }))
        try self.init(pack, text: json.canonicalBytes())
    }

    /// Reads an admitted pack back from its text.
    package convenience init(text: [UInt8], named name: String) throws {
        guard case .object(let object) = try JSON(parsing: text) else {
            throw Damage("the text of edition '\(name)' is not an object")
        }
        var files: [String: String] = [:]
        for member in object.members {
            guard case .string(let file) = member.value else {
                throw Damage("the text of edition '\(name)' holds something else than texts")
            }
            files[member.key] = file
        }
        let source = PackSource(name: name, folder: "packs/\(name)", files: files)
        let reading = PackReading.admitted(source)
        guard let pack = reading.pack else {
            throw Damage(
                "edition '\(name)' can no longer be read: \(reading.diagnostics.map(\.description))"
            )
        }
        try self.init(pack, text: text)
    }

    private init(_ pack: Pack, text: [UInt8]) throws {
        let id = Edition.ID(Digest.of(text).hex)
        edition = Edition(id: id, procedure: pack.procedure)
        indicators = IndicatorSet(pack.indicators, of: pack.procedure)
        table = pack.table
        self.text = text
    }

    /// What an event adds to the figures that the pack defines, and to the times that case files stay at its stages.
    func contributions(
        of event: Event, before: CaseFile?, after: CaseFile, by calendar: WorkingCalendar
    ) -> [Contribution] {
        let stay = StageTime.contribution(
            of: event, before: before, after: after, under: procedure)
        return indicators.contributions(of: event, before: before, after: after, by: calendar)
            + (stay.map { [$0] } ?? [])
    }
}
