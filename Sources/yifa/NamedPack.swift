import ArgumentParser
import Foundation
import Law
import Packs

/// A pack asked for by folder or by name.
struct NamedPack {
    let folder: URL
    let shown: String

    init(_ text: String, home: Home) throws {
        let direct = URL(filePath: text)
        let named = home.path("packs").appending(path: text)
        let found = [direct, named].first {
            FileManager.default.fileExists(atPath: $0.appending(path: "procedure.yaml").path)
        }
        guard let found else {
            let known =
                (try? FileManager.default.contentsOfDirectory(atPath: home.path("packs").path))
                ?? []
            throw ValidationError(
                "there is no pack '\(text)'; known: \(known.sorted().joined(separator: ", "))")
        }
        folder = found
        shown = found == direct ? text : "packs/\(text)"
    }

    /// The pack, read without its stories being judged, and the procedures beside it.
    func read() throws -> (PackReading, [Procedure.ID: Procedure]) {
        let source = try PackSource(folder: folder, shownAs: shown)
        let beside = try PackLibrary.admitted(
            folder: folder.deletingLastPathComponent(),
            shownAs: (shown as NSString).deletingLastPathComponent)
        let elders = Dictionary(
            beside.compactMap { $0.pack?.procedure }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return (PackReading.admitted(source), elders)
    }
}
