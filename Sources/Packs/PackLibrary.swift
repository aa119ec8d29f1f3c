package import Foundation
package import Law

/// A folder of packs, read and checked together.
package struct PackLibrary: Sendable {
    package let readings: [PackReading]

    /// Reads a folder of packs, or a single pack with the older ones beside it.
    package init(folder: URL, shownAs name: String, calendar: WorkingCalendar) throws {
        let isOne = FileManager.default.fileExists(
            atPath: folder.appending(path: "procedure.yaml").path)
        let root = isOne ? folder.deletingLastPathComponent() : folder
        let prefix = isOne ? (name as NSString).deletingLastPathComponent : name
        let sources = try Self.sources(in: root, shownAs: prefix)
        let elders = Dictionary(
            sources.compactMap { PackReading.admitted($0).pack?.procedure }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        readings =
            sources.filter { !isOne || $0.name == folder.standardizedFileURL.lastPathComponent }
            .map { PackReading($0, elders: elders, calendar: calendar) }
    }

    /// Reads the packs of a folder without judging them again.
    package static func admitted(folder: URL, shownAs name: String) throws -> [PackReading] {
        try sources(in: folder, shownAs: name).map(PackReading.admitted)
    }

    private static func sources(in root: URL, shownAs name: String) throws -> [PackSource] {
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
            .filter { entry in
                FileManager.default.fileExists(
                    atPath: root.appending(path: entry).appending(path: "procedure.yaml").path)
            }
        guard !folders.isEmpty else {
            throw UnreadablePack(
                description: "\(root.path) holds no pack (a folder with procedure.yaml)")
        }
        return try folders.map { entry in
            try PackSource(
                folder: root.appending(path: entry),
                shownAs: name.isEmpty ? entry : "\(name)/\(entry)")
        }
    }
}
