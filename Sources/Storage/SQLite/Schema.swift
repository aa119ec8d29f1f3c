import GRDB

/// The tables of a journal; every key leads with the authority.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: events") { try $0.execute(sql: events) }
        migrator.registerMigration("2: projections") { try $0.execute(sql: projections) }
        migrator.registerMigration("3: papers") { try $0.execute(sql: papers) }
        migrator.registerMigration("4: open files") { try $0.execute(sql: openFiles) }
        migrator.registerMigration("5: trail by act") { try $0.execute(sql: trailByAct) }
        migrator.registerMigration("6: work in the desk's order") { try $0.execute(sql: deskOrder) }
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
            next_lapse INTEGER, party TEXT, assignee TEXT, PRIMARY KEY (authority, subject)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX case_file_by_lapse ON case_file (authority, next_lapse)
            WHERE next_lapse IS NOT NULL;
        CREATE INDEX case_file_by_last ON case_file (authority, last);
        CREATE TABLE work (
            authority TEXT NOT NULL, subject TEXT NOT NULL, deadline TEXT NOT NULL,
            person TEXT NOT NULL, organ TEXT NOT NULL, holder TEXT NOT NULL, due INTEGER NOT NULL,
            procedure TEXT NOT NULL, assignee TEXT NOT NULL,
            PRIMARY KEY (authority, subject, deadline, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX work_by_due ON work (authority, due);
        CREATE INDEX work_of_organ ON work (authority, organ, due, procedure, assignee, holder);
        CREATE INDEX work_of_assignee ON work (authority, assignee, due) WHERE assignee <> '';
        CREATE INDEX work_of_person ON work (authority, person, due) WHERE person <> '';
        CREATE TABLE concerned (
            authority TEXT NOT NULL, organ TEXT NOT NULL, subject TEXT NOT NULL,
            PRIMARY KEY (authority, organ, subject)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX concerned_by_case ON concerned (authority, subject);
        CREATE TABLE involved (
            authority TEXT NOT NULL, person TEXT NOT NULL, subject TEXT NOT NULL,
            PRIMARY KEY (authority, person, subject)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX involved_by_case ON involved (authority, subject);
        CREATE TABLE publication (
            authority TEXT NOT NULL, subject TEXT NOT NULL, position INTEGER NOT NULL,
            procedure TEXT NOT NULL, rule TEXT NOT NULL, organ TEXT NOT NULL, since INTEGER NOT NULL,
            withdrawn INTEGER, PRIMARY KEY (authority, subject, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX publication_by_day ON publication (authority, since DESC, subject, position);
        CREATE INDEX publication_of_kind ON publication (authority, procedure, rule, since DESC, subject, position);
        CREATE INDEX publication_of_organ ON publication (authority, organ, since DESC, subject, position);
        CREATE VIRTUAL TABLE search USING fts5 (
            terms, organs, authority UNINDEXED, subject UNINDEXED, tokenize = 'unicode61 remove_diacritics 0');
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

    /// What an office keeps beside the record.
    private static let papers = """
        CREATE TABLE once (
            authority TEXT NOT NULL, name TEXT NOT NULL, request TEXT NOT NULL, subject TEXT NOT NULL,
            sequence INTEGER NOT NULL, events INTEGER NOT NULL, PRIMARY KEY (authority, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE paper (
            authority TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, owner TEXT NOT NULL,
            body BLOB NOT NULL, PRIMARY KEY (authority, kind, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX paper_of_owner ON paper (authority, kind, owner, key);
        CREATE TABLE document (
            authority TEXT NOT NULL, digest TEXT NOT NULL, content BLOB NOT NULL,
            PRIMARY KEY (authority, digest)
        ) STRICT;
        CREATE TABLE trail (
            n INTEGER PRIMARY KEY, authority TEXT NOT NULL, at INTEGER NOT NULL, account TEXT NOT NULL,
            act TEXT NOT NULL, subject TEXT, detail TEXT NOT NULL
        ) STRICT;
        CREATE INDEX trail_of_account ON trail (authority, account, n);
        CREATE INDEX trail_of_subject ON trail (authority, subject, n) WHERE subject IS NOT NULL;
        CREATE TRIGGER trail_is_never_changed BEFORE UPDATE ON trail
            BEGIN SELECT RAISE (ABORT, 'the trail is never changed'); END;
        CREATE TRIGGER trail_is_never_deleted BEFORE DELETE ON trail
            BEGIN SELECT RAISE (ABORT, 'the trail is never deleted'); END;
        """

    private static let trailByAct = "CREATE INDEX trail_of_act ON trail (authority, act, n)"

    /// The order in which a desk lists an organ's work, so that its first page is read and nothing is sorted.
    private static let deskOrder = """
        DROP INDEX work_of_organ;
        CREATE INDEX work_of_organ
            ON work (authority, organ, due, subject, deadline, person, procedure, assignee, holder);
        """

    /// Where open case files stand, however many have ended.
    private static let openFiles = """
        CREATE INDEX open_case_file ON case_file (authority, procedure, stage, organ, last)
            WHERE is_final = 0;
        """

    /// The tables that hold projections, in order.
    static let projected = [
        "counter", "case_file", "work", "concerned", "involved", "publication", "contribution",
        "tally",
        "search",
    ]
}
