import Engine
import Foundation
import Law
import Packs
import Sheets
import Web

@testable import Office

/// The catalogues, the calendar and a story of a pack, as a reader meets them.
enum Fixture {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let folder = root.appending(path: "catalogues")
    static let areas = SheetAreas.all + WebAreas.all

    static func words(_ language: Language) throws -> Words {
        try Catalogues(folder: folder, areas: SheetAreas.all).words(language)
    }

    static func calendar() throws -> WorkingCalendar {
        let text = try String(
            contentsOf: root.appending(path: "calendars/cn.yaml"), encoding: .utf8)
        return try CalendarReader().read(text, file: "calendars/cn.yaml")
    }

    /// Every pack, read once.
    private static let reading = Result {
        try PackLibrary.admitted(folder: root.appending(path: "packs"), shownAs: "packs")
            .compactMap(\.pack)
    }

    static func packs() throws -> [Pack] { try reading.get() }

    static func pack(_ name: String) throws -> Pack {
        guard let pack = try packs().first(where: { $0.procedure.id.text == name }) else {
            throw Missing(name: name)
        }
        return pack
    }

    /// A story's case file with its record; `events` limits it to its beginning.
    static func record(_ name: String, _ story: String, events: Int = .max) throws -> CaseRecord {
        let pack = try pack(name)
        guard let scenario = pack.scenarios.first(where: { $0.name == story }) else {
            throw Missing(name: story)
        }
        let told = StoryTeller(pack: pack, calendar: try calendar()).tell(scenario)
        let admitted = try AdmittedPack(pack)
        var file: CaseFile?
        var entries: [CaseRecord.Entry] = []
        for (sequence, event) in told.events.prefix(events).enumerated() {
            file = evolve(file, by: event, under: admitted.edition)
            guard let file else { throw Missing(name: "event \(sequence)") }
            entries.append(
                CaseRecord.Entry(
                    sequence: sequence, event: event, edition: admitted.edition, file: file))
        }
        guard let file else { throw Missing(name: story) }
        return CaseRecord(file: file, edition: admitted, entries: entries)
    }

    struct Missing: Error {
        let name: String
    }
}
