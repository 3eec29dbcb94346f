extension Migration {
    /// What lets programs in.
    static let accessKeys = Migration(
        name: "6 access keys",
        sqlite: """
            CREATE TABLE access_key (
                id TEXT NOT NULL PRIMARY KEY,
                digest TEXT NOT NULL UNIQUE,
                person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                name TEXT NOT NULL,
                scopes TEXT NOT NULL,
                since INTEGER NOT NULL,
                expires INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            """,
        postgresql: """
            CREATE TABLE access_key (
                id TEXT NOT NULL PRIMARY KEY,
                digest TEXT NOT NULL UNIQUE,
                person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                name TEXT NOT NULL,
                scopes TEXT NOT NULL,
                since BIGINT NOT NULL,
                expires BIGINT NOT NULL
            );
            """)
}
