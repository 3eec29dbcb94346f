extension Migration {
    /// What is said to candidates while they sit, and the certificates that were handed out.
    static let sittings = Migration(
        name: "4 messages and certificates",
        sqlite: """
            CREATE TABLE message (
                number INTEGER NOT NULL PRIMARY KEY,
                attempt TEXT,
                text TEXT NOT NULL,
                at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX message_by_attempt ON message (attempt, number);
            CREATE TABLE certificate (
                id TEXT NOT NULL PRIMARY KEY,
                attempt TEXT NOT NULL,
                token TEXT NOT NULL
            ) STRICT;
            CREATE INDEX certificate_by_attempt ON certificate (attempt);
            """,
        postgresql: """
            CREATE TABLE message (
                number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                attempt TEXT,
                text TEXT NOT NULL,
                at BIGINT NOT NULL
            );
            CREATE INDEX message_by_attempt ON message (attempt, number);
            CREATE TABLE certificate (
                id TEXT NOT NULL PRIMARY KEY,
                attempt TEXT NOT NULL,
                token TEXT NOT NULL
            );
            CREATE INDEX certificate_by_attempt ON certificate (attempt);
            """)
}
