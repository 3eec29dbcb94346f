extension Migration {
    /// People, and what lets them in.
    static let people = Migration(
        name: "1 people",
        sqlite: """
            CREATE TABLE person (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                address TEXT NOT NULL UNIQUE,
                roles TEXT NOT NULL,
                shut_out INTEGER NOT NULL CHECK (shut_out IN (0, 1)),
                since INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE credential (
                person TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
                hash TEXT NOT NULL
            ) STRICT;
            CREATE TABLE invitation (
                digest TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                address TEXT UNIQUE,
                roles TEXT NOT NULL,
                invited_by TEXT REFERENCES person (id) ON DELETE CASCADE,
                expires INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE session (
                digest TEXT NOT NULL PRIMARY KEY,
                person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                since INTEGER NOT NULL,
                expires INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX session_by_person ON session (person);
            CREATE TABLE counter (
                subject TEXT NOT NULL PRIMARY KEY,
                period INTEGER NOT NULL,
                number INTEGER NOT NULL
            ) STRICT;
            """,
        postgresql: """
            CREATE TABLE person (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                address TEXT NOT NULL UNIQUE,
                roles TEXT NOT NULL,
                shut_out BIGINT NOT NULL CHECK (shut_out IN (0, 1)),
                since BIGINT NOT NULL
            );
            CREATE TABLE credential (
                person TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
                hash TEXT NOT NULL
            );
            CREATE TABLE invitation (
                digest TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                address TEXT UNIQUE,
                roles TEXT NOT NULL,
                invited_by TEXT REFERENCES person (id) ON DELETE CASCADE,
                expires BIGINT NOT NULL
            );
            CREATE TABLE session (
                digest TEXT NOT NULL PRIMARY KEY,
                person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                since BIGINT NOT NULL,
                expires BIGINT NOT NULL
            );
            CREATE INDEX session_by_person ON session (person);
            CREATE TABLE counter (
                subject TEXT NOT NULL PRIMARY KEY,
                period BIGINT NOT NULL,
                number BIGINT NOT NULL
            );
            """)
}
