import ArgumentParser
import Foundation
import Law
import Ledger
import Office
import Packs
import Storage

/// The journal that a command works on.
struct JournalOptions: ParsableArguments {
    @Option(help: "The journal's file.")
    var database: String

    @Option(help: "The authority whose log it is.")
    var authority: String = "beijing-haidian"
}

extension JournalOptions {
    /// The key that signs checkpoints lies beside the journal, readable by its owner alone.
    var keyPath: String { database + ".key" }

    func open(create: Bool = false) throws -> SQLiteJournal {
        try SQLiteJournal(path: database, authority: authority, create: create)
    }

    /// The signing key; made on first use.
    func key() throws -> SigningKey {
        try KeyFile(path: keyPath).key(named: "yifa.example/\(authority)")
    }

    /// The signing key of a journal that is there: never a new one, which could not continue its log.
    func existingKey() throws -> SigningKey {
        guard FileManager.default.fileExists(atPath: keyPath) else {
            throw Failure("\(keyPath): the journal's signing key is not there")
        }
        return try key()
    }

    /// The office; with `acknowledged`, every commit that returned is noted in that file.
    func office(
        create: Bool = false, clock: Office.Clock? = nil, acknowledged: String? = nil
    ) throws -> (Office, SQLiteJournal) {
        let isNew = create && !FileManager.default.fileExists(atPath: database)
        let newKey = isNew ? try key() : nil
        let store = try open(create: create)
        let acknowledgements = try acknowledged.map { try Acknowledgements(path: $0) }
        let office = Office(
            authority: authority, calendar: try Home.find().calendar(),
            journal: acknowledgements.map { AcknowledgingJournal(journal: store, notes: $0) }
                ?? store,
            clock: clock ?? .system { Moment(seconds: Int64(Date().timeIntervalSince1970)) },
            key: try newKey ?? existingKey())
        return (office, store)
    }
}

/// The file of a signing key.
struct KeyFile {
    let path: String

    /// Reads the key; makes one, in a file that only its owner can read, if there is none.
    func key(named name: String) throws -> SigningKey {
        if let data = FileManager.default.contents(atPath: path) {
            let text = String(decoding: data, as: UTF8.self).trimmingCharacters(
                in: .whitespacesAndNewlines)
            do {
                return try SigningKey(text)
            } catch {
                throw Failure("\(path) does not hold a signing key: \(error)")
            }
        }
        let key = try SigningKey.generate(name: name)
        let made = FileManager.default.createFile(
            atPath: path, contents: Data((key.secretText + "\n").utf8),
            attributes: [.posixPermissions: 0o600])
        guard made else { throw Failure("\(path): the signing key cannot be written") }
        return key
    }
}
