import GRDB

/// The tables of a journal; every key leads with the authority.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: events") { try $0.execute(sql: events) }
        migrator.registerMigration("2: projections") { try $0.execute(sql: projections) }
        return migrator
    }

    /// The truth, kept append-only by triggers; only a personal part can be emptied.
    private static let events = """
        CREATE TABLE event (
            authority TEXT NOT NULL, sequence INTEGER NOT NULL CHECK (sequence >= 0),
            subject TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0),
            envelope BLOB NOT NULL, record BLOB NOT NULL, record_salt BLOB NOT NULL,
            personal BLOB, personal_salt BLOB,
            CHECK ((personal IS NULL) = (personal_salt IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX event_by_sequence ON event (authority, sequence);
        CREATE UNIQUE INDEX event_by_case ON event (authority, subject, version);
        CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
            BEGIN SELECT RAISE (ABORT, 'events are never deleted'); END;
        CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
            WHEN EXISTS (SELECT 1 FROM event WHERE authority = NEW.authority AND sequence = NEW.sequence)
                OR EXISTS (SELECT 1 FROM event WHERE authority = NEW.authority AND subject = NEW.subject
                    AND version = NEW.version)
            BEGIN SELECT RAISE (ABORT, 'events are never replaced'); END;
        CREATE TRIGGER event_is_never_changed
            BEFORE UPDATE OF authority, sequence, subject, version, envelope, record, record_salt ON event
            BEGIN SELECT RAISE (ABORT, 'events are never changed'); END;
        CREATE TRIGGER personal_part_is_only_erased BEFORE UPDATE OF personal, personal_salt ON event
            WHEN NEW.personal IS NOT NULL OR NEW.personal_salt IS NOT NULL
            BEGIN SELECT RAISE (ABORT, 'a personal part can only be erased'); END;
        CREATE TABLE tile (
            authority TEXT NOT NULL, level INTEGER NOT NULL, position INTEGER NOT NULL,
            digests BLOB NOT NULL, PRIMARY KEY (authority, level, position)
        ) STRICT;
        CREATE TABLE checkpoint (authority TEXT PRIMARY KEY, note TEXT NOT NULL) STRICT;
        CREATE TABLE edition (
            authority TEXT NOT NULL, id TEXT NOT NULL, procedure TEXT NOT NULL,
            admitted INTEGER NOT NULL, text BLOB NOT NULL, PRIMARY KEY (authority, id)
        ) STRICT;
        CREATE TABLE kept (
            authority TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (authority, name)
        ) STRICT;
        """

    /// What can be dropped and rebuilt from the events.
    private static let projections = """
        CREATE TABLE counter (
            authority TEXT NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL,
            PRIMARY KEY (authority, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE case_file (
            authority TEXT NOT NULL, subject TEXT NOT NULL, procedure TEXT NOT NULL,
            organ TEXT NOT NULL, stage TEXT NOT NULL, is_final INTEGER NOT NULL, outcome TEXT,
            number TEXT, opened INTEGER NOT NULL, last INTEGER NOT NULL, version INTEGER NOT NULL,
            next_lapse INTEGER, PRIMARY KEY (authority, subject)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX case_file_by_lapse ON case_file (authority, next_lapse)
            WHERE next_lapse IS NOT NULL;
        CREATE INDEX case_file_by_last ON case_file (authority, last);
        CREATE TABLE work (
            authority TEXT NOT NULL, subject TEXT NOT NULL, deadline TEXT NOT NULL,
            organ TEXT NOT NULL, holder TEXT NOT NULL, due INTEGER,
            PRIMARY KEY (authority, subject, deadline)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX work_by_due ON work (authority, organ, due);
        CREATE TABLE contribution (
            authority TEXT NOT NULL, figure TEXT NOT NULL, day INTEGER NOT NULL,
            sequence INTEGER NOT NULL, member TEXT NOT NULL, subject TEXT NOT NULL,
            organ TEXT NOT NULL, cell TEXT NOT NULL, amount INTEGER NOT NULL,
            PRIMARY KEY (authority, figure, day, sequence, member)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE tally (
            authority TEXT NOT NULL, figure TEXT NOT NULL, day INTEGER NOT NULL,
            organ TEXT NOT NULL, cell TEXT NOT NULL, amount INTEGER NOT NULL,
            PRIMARY KEY (authority, figure, day, organ, cell)
        ) STRICT, WITHOUT ROWID;
        """

    /// The tables that hold projections, in order.
    static let projected = ["counter", "case_file", "work", "contribution", "tally"]
}
