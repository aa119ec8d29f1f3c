import ArgumentParser
import Foundation
import Ledger
import Office
import Storage

struct LedgerExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the log as static files that other programs can verify.",
        discussion: """
            The layout is that of C2SP tlog-tiles: checkpoint, tile/..., tile/entries/..., and verifier-key.txt. A folder
            that holds an older export of the same log is brought up to date.

            Example: yifa ledger export --to public/log --database haidian.db
            """)

    @OptionGroup var journal: JournalOptions
    @OptionGroup var verifier: VerifierOptions

    @Option(help: "The folder: new, empty, or an older export.")
    var to: String

    func run() async throws {
        let store = try journal.open()
        let key = try verifier.verifier(of: journal)
        let folder = ExportFolder(url: URL(filePath: to))
        let published = try folder.published(by: key)
        let signed = try await store.read { reader in
            try LedgerExport(verifier: key).forEachFile(reader, since: published) { file in
                try folder.write(file)
            }
        }
        Output.print("\(to): \(signed.size) entries of \(signed.origin), root \(signed.root)")
    }
}

/// The folder of an export.
struct ExportFolder: Sendable {
    let url: URL

    /// The checkpoint of an older export; nil if the folder is new or empty.
    func published(by key: VerifierKey) throws -> String? {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: url.path, isDirectory: &isFolder) else { return nil }
        guard isFolder.boolValue else { throw Failure("\(url.path) is not a folder") }
        guard try !manager.contentsOfDirectory(atPath: url.path).isEmpty else { return nil }
        guard let checkpoint = text(LedgerExport.checkpointPath),
            let held = text(LedgerExport.keyPath)
        else { throw Failure("\(url.path) is not empty, and not an export; choose another folder") }
        guard held == key.text + "\n" else {
            throw Failure("\(url.path) holds the export of another log (\(held.prefix(80)))")
        }
        return checkpoint
    }

    /// Writes a file whole or not at all.
    func write(_ file: LedgerExport.File) throws {
        let place = url.appending(path: file.path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place, options: .atomic)
    }

    private func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: url.appending(path: path).path)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
