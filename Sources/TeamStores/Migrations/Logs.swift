extension Migration {
    /// Chained logs, with where each ends, and documents that are changed whole, with the number of changes.
    static let logs = Migration(
        name: "2 logs and documents",
        sqlite: """
            CREATE TABLE log (
                name TEXT NOT NULL PRIMARY KEY,
                count INTEGER NOT NULL,
                hash TEXT NOT NULL,
                signed_end TEXT
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE log_line (
                log TEXT NOT NULL REFERENCES log (name) ON DELETE CASCADE,
                number INTEGER NOT NULL,
                line TEXT NOT NULL,
                PRIMARY KEY (log, number)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE document (
                name TEXT NOT NULL PRIMARY KEY,
                version INTEGER NOT NULL,
                body TEXT NOT NULL
            ) STRICT;
            """,
        postgresql: """
            CREATE TABLE log (
                name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
                count BIGINT NOT NULL,
                hash TEXT NOT NULL,
                signed_end TEXT
            ) WITH (fillfactor = 50);
            CREATE TABLE log_line (
                log TEXT COLLATE "C" NOT NULL REFERENCES log (name) ON DELETE CASCADE,
                number BIGINT NOT NULL,
                line TEXT NOT NULL,
                PRIMARY KEY (log, number)
            );
            CREATE TABLE document (
                name TEXT NOT NULL PRIMARY KEY,
                version BIGINT NOT NULL,
                body TEXT NOT NULL
            );
            """)
}
