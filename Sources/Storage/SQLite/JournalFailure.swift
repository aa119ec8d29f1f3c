import Foundation
import GRDB

/// What went wrong with a journal's file, in words for the operator; nothing was half-written.
package struct JournalFailure: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }

    static func explaining<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw JournalFailure(error, path)
        }
    }

    static func explaining<Result: Sendable>(
        _ path: String, _ body: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await body()
        } catch let error as DatabaseError {
            throw JournalFailure(error, path)
        }
    }

    private init(_ error: DatabaseError, _ path: String) {
        let reason =
            switch error.resultCode {
            case .SQLITE_FULL: "the disk is full"
            case .SQLITE_READONLY: "the file is read-only"
            case .SQLITE_CANTOPEN: "the file cannot be opened"
            case .SQLITE_NOTADB: "the file is not a journal"
            case .SQLITE_CORRUPT: "the file is damaged"
            case .SQLITE_BUSY, .SQLITE_LOCKED: "another program is writing"
            case .SQLITE_IOERR: "the disk does not read or write"
            case .SQLITE_CONSTRAINT: "the journal refuses it (\(error.message ?? "a constraint"))"
            default: error.message ?? "error \(error.resultCode.rawValue)"
            }
        description = "\(path): \(reason); nothing was recorded"
    }
}

/// The file before SQLite sees it.
enum SQLiteFile {
    static func check(_ path: String, create: Bool) throws {
        let exists = FileManager.default.fileExists(atPath: path)
        if !exists, !create {
            throw JournalFailure(
                "\(path): there is no journal here; make one with `yifa demo --database FILE`")
        }
        if exists, !FileManager.default.isWritableFile(atPath: path) {
            throw JournalFailure("\(path): the file is read-only; nothing was recorded")
        }
    }
}
