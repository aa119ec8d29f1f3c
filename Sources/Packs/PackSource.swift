package import Foundation

/// The files of a pack, as read: name within the folder and text.
package struct PackSource: Sendable, Equatable {
    /// The folder's name, which is the procedure's name.
    package let name: String
    /// The folder as diagnostics name it, such as `packs/mediation`.
    package let folder: String
    package let files: [String: String]

    package init(name: String, folder: String, files: [String: String]) {
        self.name = name
        self.folder = folder
        self.files = files
    }

    /// The files that say what the law allows: what a case file is pinned to.
    ///
    /// Scenarios and prose may be mended later.
    package var binding: [(name: String, text: String)] {
        files.filter { name, _ in
            name == "procedure.yaml" || name == "provisions.yaml" || name.hasPrefix("forms/")
                || name.hasPrefix("notices/") || name == "indicators.yaml" || name == "table.yaml"
        }
        .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

/// A folder that cannot be read as a pack.
package struct UnreadablePack: Error, CustomStringConvertible {
    package let description: String
}

extension PackSource {
    /// Reads a pack's folder; every file must be UTF-8 and at most 1 MiB.
    package init(folder url: URL, shownAs folder: String) throws {
        var files: [String: String] = [:]
        for name in ["", "forms", "notices", "scenarios"] {
            let directory = name.isEmpty ? url : url.appending(path: name)
            for file in try Self.list(directory, required: name.isEmpty) {
                let path = name.isEmpty ? file : "\(name)/\(file)"
                files[path] = try Self.text(
                    of: url.appending(path: path), shownAs: "\(folder)/\(path)")
            }
        }
        self.init(name: url.standardizedFileURL.lastPathComponent, folder: folder, files: files)
    }

    private static func list(_ directory: URL, required: Bool) throws -> [String] {
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(
            atPath: directory.path, isDirectory: &isDirectory)
        guard exists, isDirectory.boolValue else {
            if required { throw UnreadablePack(description: "\(directory.path) is not a folder") }
            return []
        }
        return try FileManager.default.contentsOfDirectory(atPath: directory.path)
            .filter { name in
                [".yaml", ".yml", ".mustache", ".md"].contains { name.hasSuffix($0) }
                    && !name.hasPrefix(".")
            }
            .sorted()
    }

    private static func text(of file: URL, shownAs name: String) throws -> String {
        let bytes = try Data(contentsOf: file)
        guard bytes.count <= 1 << 20 else {
            throw UnreadablePack(description: "\(name) is larger than 1 MiB")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw UnreadablePack(description: "\(name) is not UTF-8")
        }
        return text
    }
}
