import GRDB

/// The tables of the records, as a list of named steps. A step that has been released is never changed: what comes
/// later is a new step at the end.
enum Schema {
    /// Marks a file as ours, in the header of every SQLite file: `Prcp`.
    static let owner: Int32 = 0x5072_6370

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 answers and what follows from them", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: "PRAGMA application_id = \(owner)")
            try db.execute(sql: happened)
            try db.execute(sql: neverChanged)
            try db.execute(sql: derived)
        }
        migrator.registerMigration("2 lessons", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: lessons)
        }
        migrator.registerMigration("3 cures of misconceptions", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: cures)
        }
        // Keeps versions from a file that do not give the pages they write their sums.
        migrator.registerMigration("4 sums of pages", foreignKeyChecks: .immediate) { _ in }
        return migrator
    }()

    /// What happened. An answer carries its session's learner, so that one index finds what somebody has seen.
    private static let happened = """
        CREATE TABLE learner (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            made INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE session (
            id INTEGER PRIMARY KEY,
            learner INTEGER NOT NULL REFERENCES learner (id),
            pack TEXT NOT NULL,
            started INTEGER NOT NULL,
            ended INTEGER,
            goal INTEGER NOT NULL CHECK (goal >= 0)
        ) STRICT;
        CREATE INDEX session_by_learner ON session (learner);

        CREATE TABLE item (
            id INTEGER PRIMARY KEY,
            identity TEXT NOT NULL UNIQUE CHECK (identity <> ''),
            kind TEXT NOT NULL,
            pack TEXT NOT NULL,
            heading TEXT NOT NULL,
            question TEXT NOT NULL,
            stem TEXT NOT NULL,
            key TEXT NOT NULL
        ) STRICT;

        CREATE TABLE answer (
            id INTEGER PRIMARY KEY,
            learner INTEGER NOT NULL REFERENCES learner (id),
            session INTEGER NOT NULL REFERENCES session (id),
            item INTEGER NOT NULL REFERENCES item (id),
            place INTEGER NOT NULL CHECK (place >= 0),
            at INTEGER NOT NULL,
            response INTEGER NOT NULL CHECK (response >= 0),
            hints INTEGER NOT NULL CHECK (hints >= 0),
            text TEXT NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('correct', 'partial', 'incorrect', 'skipped')),
            fraction REAL NOT NULL CHECK (fraction BETWEEN 0 AND 1),
            skills TEXT NOT NULL,
            findings TEXT NOT NULL,
            beliefs TEXT NOT NULL,
            undone INTEGER
        ) STRICT;
        CREATE INDEX answer_by_session ON answer (session);
        CREATE INDEX answer_by_item ON answer (learner, item);
        CREATE INDEX answer_by_time ON answer (learner, at);

        CREATE TABLE flag (
            id INTEGER PRIMARY KEY,
            learner INTEGER NOT NULL REFERENCES learner (id),
            item INTEGER NOT NULL REFERENCES item (id),
            note TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        """

    /// Holds whoever opens the file to it, not only this program.
    private static let neverChanged = """
        CREATE TRIGGER item_is_kept BEFORE DELETE ON item
        BEGIN SELECT RAISE(ABORT, 'an item is never removed'); END;

        CREATE TRIGGER item_is_fixed BEFORE UPDATE ON item
        BEGIN SELECT RAISE(ABORT, 'an item never changes'); END;

        CREATE TRIGGER answer_is_kept BEFORE DELETE ON answer
        BEGIN SELECT RAISE(ABORT, 'an answer is never removed'); END;

        CREATE TRIGGER answer_is_fixed BEFORE UPDATE OF
            id, learner, session, item, place, at, response, hints, text, verdict, fraction, skills, findings, beliefs
        ON answer
        BEGIN SELECT RAISE(ABORT, 'an answer never changes'); END;

        CREATE TRIGGER answer_is_undone_once BEFORE UPDATE OF undone ON answer
        WHEN old.undone IS NOT NULL OR new.undone IS NULL
        BEGIN SELECT RAISE(ABORT, 'an answer is undone once'); END;
        """

    /// What follows from the answers. `revision` counts what was done to a learner's answers in a pack; `stale` says
    /// that the rows below do not follow from all of them.
    private static let derived = """
        CREATE TABLE state (
            learner INTEGER NOT NULL REFERENCES learner (id),
            pack TEXT NOT NULL,
            revision INTEGER NOT NULL,
            stale INTEGER NOT NULL CHECK (stale IN (0, 1)),
            PRIMARY KEY (learner, pack)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE memory (
            learner INTEGER NOT NULL REFERENCES learner (id),
            pack TEXT NOT NULL,
            item TEXT NOT NULL REFERENCES item (identity),
            stability REAL NOT NULL,
            difficulty REAL NOT NULL,
            due INTEGER NOT NULL,
            last INTEGER NOT NULL,
            reviews INTEGER NOT NULL CHECK (reviews >= 0),
            PRIMARY KEY (learner, pack, item)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mastery (
            learner INTEGER NOT NULL REFERENCES learner (id),
            pack TEXT NOT NULL,
            skill TEXT NOT NULL,
            successes REAL NOT NULL CHECK (successes >= 0),
            failures REAL NOT NULL CHECK (failures >= 0),
            answers INTEGER NOT NULL CHECK (answers >= 0),
            missed INTEGER NOT NULL CHECK (missed BETWEEN 0 AND answers),
            updated INTEGER NOT NULL,
            PRIMARY KEY (learner, pack, skill)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE belief (
            learner INTEGER NOT NULL REFERENCES learner (id),
            pack TEXT NOT NULL,
            hypothesis TEXT NOT NULL,
            weight REAL NOT NULL,
            PRIMARY KEY (learner, pack, hypothesis)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE suspicion (
            learner INTEGER NOT NULL REFERENCES learner (id),
            pack TEXT NOT NULL,
            misconception TEXT NOT NULL,
            PRIMARY KEY (learner, pack, misconception)
        ) STRICT, WITHOUT ROWID;
        """

    /// How the cure of each misconception goes, in place of which ones were suspected at some time. It follows from the
    /// answers, which are gone through anew.
    private static let cures = """
        DROP TABLE suspicion;

        CREATE TABLE cure (
            learner INTEGER NOT NULL REFERENCES learner (id),
            pack TEXT NOT NULL,
            misconception TEXT NOT NULL,
            met INTEGER NOT NULL CHECK (met >= 0),
            withstood INTEGER NOT NULL CHECK (withstood >= 0),
            wait INTEGER NOT NULL CHECK (wait >= 0),
            PRIMARY KEY (learner, pack, misconception)
        ) STRICT, WITHOUT ROWID;

        UPDATE state SET stale = 1;
        """

    /// What happened in lessons, which how far a learner is follows from.
    private static let lessons = """
        CREATE TABLE lesson_note (
            id INTEGER PRIMARY KEY,
            learner INTEGER NOT NULL REFERENCES learner (id),
            pack TEXT NOT NULL,
            lesson TEXT NOT NULL CHECK (lesson <> ''),
            kind TEXT NOT NULL,
            stages INTEGER NOT NULL CHECK (stages >= 0),
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX lesson_note_by_learner ON lesson_note (learner, pack);

        CREATE TRIGGER lesson_note_is_kept BEFORE DELETE ON lesson_note
        BEGIN SELECT RAISE(ABORT, 'what happened in a lesson is never removed'); END;

        CREATE TRIGGER lesson_note_is_fixed BEFORE UPDATE ON lesson_note
        BEGIN SELECT RAISE(ABORT, 'what happened in a lesson never changes'); END;
        """
}
