extension Migration {
    /// What learners answered in training, and what follows from it. An item's text, once kept, is kept for ever.
    static let training = Migration(
        name: "3 training",
        sqlite: """
            CREATE TABLE learner (
                id INTEGER NOT NULL PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                made INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE training_session (
                id INTEGER NOT NULL PRIMARY KEY,
                learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                started INTEGER NOT NULL,
                ended INTEGER,
                goal INTEGER NOT NULL CHECK (goal >= 0)
            ) STRICT;
            CREATE INDEX training_session_by_learner ON training_session (learner, pack);
            CREATE TABLE item (
                id INTEGER NOT NULL PRIMARY KEY,
                identity TEXT NOT NULL UNIQUE CHECK (identity <> ''),
                kind TEXT NOT NULL,
                pack TEXT NOT NULL,
                heading TEXT NOT NULL,
                question TEXT NOT NULL,
                stem TEXT NOT NULL,
                key TEXT NOT NULL
            ) STRICT;
            CREATE TABLE answer (
                id INTEGER NOT NULL PRIMARY KEY,
                learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                session INTEGER NOT NULL REFERENCES training_session (id) ON DELETE CASCADE,
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
            CREATE INDEX answer_by_learner ON answer (learner, id);
            CREATE INDEX answer_by_item ON answer (learner, item);
            CREATE INDEX answer_by_session ON answer (session);
            CREATE TABLE flag (
                id INTEGER NOT NULL PRIMARY KEY,
                learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                item INTEGER NOT NULL REFERENCES item (id),
                note TEXT NOT NULL,
                at INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE lesson_note (
                id INTEGER NOT NULL PRIMARY KEY,
                learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                lesson TEXT NOT NULL CHECK (lesson <> ''),
                kind TEXT NOT NULL,
                stages INTEGER NOT NULL CHECK (stages >= 0),
                at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX lesson_note_by_learner ON lesson_note (learner, pack);
            CREATE TABLE learning (
                learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                revision INTEGER NOT NULL,
                stale INTEGER NOT NULL CHECK (stale IN (0, 1)),
                PRIMARY KEY (learner, pack)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE memory (
                learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                name TEXT NOT NULL,
                stability REAL NOT NULL,
                difficulty REAL NOT NULL,
                due INTEGER NOT NULL,
                last INTEGER NOT NULL,
                reviews INTEGER NOT NULL CHECK (reviews >= 0),
                PRIMARY KEY (learner, pack, name)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE mastery (
                learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                name TEXT NOT NULL,
                successes REAL NOT NULL CHECK (successes >= 0),
                failures REAL NOT NULL CHECK (failures >= 0),
                answers INTEGER NOT NULL CHECK (answers >= 0),
                missed INTEGER NOT NULL CHECK (missed BETWEEN 0 AND answers),
                updated INTEGER NOT NULL,
                PRIMARY KEY (learner, pack, name)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE belief (
                learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                name TEXT NOT NULL,
                weight REAL NOT NULL,
                PRIMARY KEY (learner, pack, name)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE cure (
                learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                name TEXT NOT NULL,
                met INTEGER NOT NULL CHECK (met >= 0),
                withstood INTEGER NOT NULL CHECK (withstood >= 0),
                wait INTEGER NOT NULL CHECK (wait >= 0),
                PRIMARY KEY (learner, pack, name)
            ) STRICT, WITHOUT ROWID;
            """,
        postgresql: """
            CREATE TABLE learner (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                name TEXT COLLATE "C" NOT NULL UNIQUE,
                made BIGINT NOT NULL
            );
            CREATE TABLE training_session (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                learner BIGINT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                started BIGINT NOT NULL,
                ended BIGINT,
                goal BIGINT NOT NULL CHECK (goal >= 0)
            );
            CREATE INDEX training_session_by_learner ON training_session (learner, pack);
            CREATE TABLE item (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                identity TEXT NOT NULL UNIQUE CHECK (identity <> ''),
                kind TEXT NOT NULL,
                pack TEXT NOT NULL,
                heading TEXT NOT NULL,
                question TEXT NOT NULL,
                stem TEXT NOT NULL,
                key TEXT NOT NULL
            );
            CREATE TABLE answer (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                learner BIGINT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                session BIGINT NOT NULL REFERENCES training_session (id) ON DELETE CASCADE,
                item BIGINT NOT NULL REFERENCES item (id),
                place BIGINT NOT NULL CHECK (place >= 0),
                at BIGINT NOT NULL,
                response BIGINT NOT NULL CHECK (response >= 0),
                hints BIGINT NOT NULL CHECK (hints >= 0),
                text TEXT NOT NULL,
                verdict TEXT NOT NULL CHECK (verdict IN ('correct', 'partial', 'incorrect', 'skipped')),
                fraction DOUBLE PRECISION NOT NULL CHECK (fraction BETWEEN 0 AND 1),
                skills TEXT NOT NULL,
                findings TEXT NOT NULL,
                beliefs TEXT NOT NULL,
                undone BIGINT
            );
            CREATE INDEX answer_by_learner ON answer (learner, id);
            CREATE INDEX answer_by_item ON answer (learner, item);
            CREATE INDEX answer_by_session ON answer (session);
            CREATE TABLE flag (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                learner BIGINT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                item BIGINT NOT NULL REFERENCES item (id),
                note TEXT NOT NULL,
                at BIGINT NOT NULL
            );
            CREATE TABLE lesson_note (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                learner BIGINT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                lesson TEXT NOT NULL CHECK (lesson <> ''),
                kind TEXT NOT NULL,
                stages BIGINT NOT NULL CHECK (stages >= 0),
                at BIGINT NOT NULL
            );
            CREATE INDEX lesson_note_by_learner ON lesson_note (learner, pack);
            CREATE TABLE learning (
                learner BIGINT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                revision BIGINT NOT NULL,
                stale BIGINT NOT NULL CHECK (stale IN (0, 1)),
                PRIMARY KEY (learner, pack)
            );
            CREATE TABLE memory (
                learner BIGINT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                name TEXT NOT NULL,
                stability DOUBLE PRECISION NOT NULL,
                difficulty DOUBLE PRECISION NOT NULL,
                due BIGINT NOT NULL,
                last BIGINT NOT NULL,
                reviews BIGINT NOT NULL CHECK (reviews >= 0),
                PRIMARY KEY (learner, pack, name)
            );
            CREATE TABLE mastery (
                learner BIGINT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                name TEXT NOT NULL,
                successes DOUBLE PRECISION NOT NULL CHECK (successes >= 0),
                failures DOUBLE PRECISION NOT NULL CHECK (failures >= 0),
                answers BIGINT NOT NULL CHECK (answers >= 0),
                missed BIGINT NOT NULL CHECK (missed BETWEEN 0 AND answers),
                updated BIGINT NOT NULL,
                PRIMARY KEY (learner, pack, name)
            );
            CREATE TABLE belief (
                learner BIGINT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                name TEXT NOT NULL,
                weight DOUBLE PRECISION NOT NULL,
                PRIMARY KEY (learner, pack, name)
            );
            CREATE TABLE cure (
                learner BIGINT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
                pack TEXT NOT NULL,
                name TEXT NOT NULL,
                met BIGINT NOT NULL CHECK (met >= 0),
                withstood BIGINT NOT NULL CHECK (withstood >= 0),
                wait BIGINT NOT NULL CHECK (wait >= 0),
                PRIMARY KEY (learner, pack, name)
            );
            """)
}
