import Engine
import Foundation
import Law
import Office
import Packs

/// What checking a pack's folder gave: the diagnostics, and its stories told to the engine.
struct PackCheckup: Sendable {
    /// Whether the folder's pack is the edition that was admitted.
    let isAsAdmitted: Bool
    let diagnostics: [Diagnostic]
    let stories: [Told]
    /// The share of weakened rules that the stories notice; nil unless this edition was measured.
    let noticed: MutationShare?

    /// A story as it was told.
    struct Told: Sendable {
        let title: Title
        let proves: [Basis]
        /// A line a deed.
        let lines: [String]
        let holds: Bool
    }

    var errors: Int { diagnostics.count { $0.severity == .error } }
    var holding: Int { stories.count { $0.holds } }
}

/// The checkups of the packs, each made once for an edition, because it takes a moment.
actor PackCheckups {
    private let folder: URL?
    private let calendar: WorkingCalendar
    private var known: [Edition.ID: PackCheckup] = [:]
    private var readings: [PackReading]?

    init(folder: URL?, calendar: WorkingCalendar) {
        self.folder = folder
        self.calendar = calendar
    }

    /// The checkup of an edition; nil where the packs' folder is not there or has no such pack.
    func checkup(of pack: AdmittedPack) -> PackCheckup? {
        if let checkup = known[pack.edition.id] { return checkup }
        guard let readings = read(),
            let reading = readings.first(where: { $0.name == pack.procedure.id.text })
        else { return nil }
        let checkup = PackCheckup(
            isAsAdmitted: reading.pack.map { isSame($0, pack) } ?? false,
            diagnostics: reading.diagnostics, stories: tell(reading, readings),
            noticed: reading.pack?.share(measuredOf: pack.edition.id.text))
        known[pack.edition.id] = checkup
        return checkup
    }

    private func read() -> [PackReading]? {
        if let readings { return readings }
        guard let folder else { return nil }
        let library = try? PackLibrary(
            folder: folder, shownAs: folder.lastPathComponent, calendar: calendar)
        readings = library?.readings
        return readings
    }

    private func isSame(_ pack: Pack, _ admitted: AdmittedPack) -> Bool {
        (try? AdmittedPack(pack))?.edition.id == admitted.edition.id
    }

    private func tell(_ reading: PackReading, _ all: [PackReading]) -> [PackCheckup.Told] {
        guard let pack = reading.pack, reading.isSound else { return [] }
        let elders = Dictionary(
            all.compactMap { $0.pack?.procedure }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let teller = StoryTeller(pack: pack, elders: elders, calendar: calendar)
        return pack.scenarios.map(teller.tell).map { story in
            let lines = story.prose(under: pack.procedure).split(separator: "\n").dropFirst()
            return PackCheckup.Told(
                title: story.scenario.title, proves: story.scenario.proves,
                lines: lines.map { String($0).trimmed }, holds: story.failure == nil)
        }
    }
}
