import GRDB
package import Office

/// A journal in one SQLite file: WAL, and every commit synced to disk before it returns.
package struct SQLiteJournal: Journal {
    private let pool: DatabasePool
    private let glances: Glances
    private let authority: String

    /// Opens a journal, making it if `create` says so.
    ///
    /// Errors: `JournalFailure` in words for the operator.
    package init(path: String, authority: String, create: Bool) throws {
        self.authority = authority
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        // What is erased is overwritten, not only unlinked.
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            // Eight megabytes of pages for each connection: a desk touches a page of the file for nearly every row.
            try database.execute(sql: "PRAGMA cache_size = -8000")
        }
        pool = try JournalFailure.explaining(path) {
            try SQLiteFile.check(path, create: create)
            let pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB sets NORMAL when it turns WAL on; a commit must reach the disk before it is acknowledged.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Schema.migrator.migrate(pool)
            return pool
        }
        glances = Glances(path: path, configuration: configuration)
    }

    package func read<Result: Sendable>(
        _ body: @escaping @Sendable (any JournalReader) throws -> Result
    ) async throws -> Result {
        try await JournalFailure.explaining(pool.path) { [authority] in
            try await pool.read { try body(SQLiteAccess(database: $0, authority: authority)) }
        }
    }

    package func glance<Result: Sendable>(
        _ body: @Sendable (any JournalReader) throws -> Result
    ) async throws -> Result {
        try JournalFailure.explaining(pool.path) { try readHere(body) }
    }

    private func readHere<Result>(_ body: (any JournalReader) throws -> Result) throws -> Result {
        try glances.read { try body(SQLiteAccess(database: $0, authority: authority)) }
    }

    package func write<Result: Sendable>(
        _ body: @escaping @Sendable (any JournalWriter) throws -> Result
    ) async throws -> Result {
        try await JournalFailure.explaining(pool.path) { [authority] in
            try await pool.write { try body(SQLiteAccess(database: $0, authority: authority)) }
        }
    }

    package func scrub() async throws {
        try await JournalFailure.explaining(pool.path) {
            try await pool.writeWithoutTransaction {
                // A full-text index keeps deleted terms until its parts are merged.
                try $0.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
                try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
    }

    /// The value of the pragma on the writing connection: 2 is FULL.
    package func synchronousLevel() async throws -> Int? {
        try await pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }

    /// Lets the file have so many pages at most, as a full disk would; answers the limit now in force.
    package func limit(toPages pages: Int) async throws -> Int? {
        try await pool.writeWithoutTransaction {
            try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(pages)")
        }
    }

    /// Closes the file; what is in the write-ahead log stays durable there.
    package func close() throws {
        try glances.close()
        try pool.close()
    }
}
