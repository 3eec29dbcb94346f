extension Migration {
    /// Versions of packs that educators put up, and which of them is in use from when on.
    static let packs = Migration(
        name: "10 packs",
        sqlite: """
            CREATE TABLE pack_version (
                number INTEGER NOT NULL PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                pack TEXT NOT NULL,
                title TEXT NOT NULL,
                edition TEXT NOT NULL,
                note TEXT NOT NULL,
                put_up_by TEXT NOT NULL,
                put_up_at INTEGER NOT NULL,
                reviewed_by TEXT,
                reviewed_at INTEGER
            ) STRICT;
            CREATE TABLE pack_file (
                version TEXT NOT NULL,
                path TEXT NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (version, path)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE pack_use (
                number INTEGER NOT NULL PRIMARY KEY,
                pack TEXT NOT NULL,
                version TEXT,
                since INTEGER NOT NULL,
                said_by TEXT NOT NULL,
                said_at INTEGER NOT NULL
            ) STRICT;
            """,
        postgresql: """
            CREATE TABLE pack_version (
                number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                pack TEXT NOT NULL,
                title TEXT NOT NULL,
                edition TEXT NOT NULL,
                note TEXT NOT NULL,
                put_up_by TEXT NOT NULL,
                put_up_at BIGINT NOT NULL,
                reviewed_by TEXT,
                reviewed_at BIGINT
            );
            CREATE TABLE pack_file (
                version TEXT NOT NULL,
                path TEXT NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (version, path)
            );
            CREATE TABLE pack_use (
                number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                pack TEXT NOT NULL,
                version TEXT,
                since BIGINT NOT NULL,
                said_by TEXT NOT NULL,
                said_at BIGINT NOT NULL
            );
            """)
}
