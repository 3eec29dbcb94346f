extension Migration {
    /// What is to leave the house, until it was sent.
    static let outbox = Migration(
        name: "7 outbox",
        sqlite: """
            CREATE TABLE outbox (
                number INTEGER NOT NULL PRIMARY KEY,
                subject TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL,
                body TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'carried', 'given up')),
                since INTEGER NOT NULL,
                due INTEGER NOT NULL,
                tries INTEGER NOT NULL,
                holder TEXT NOT NULL,
                problem TEXT
            ) STRICT;
            CREATE INDEX outbox_by_due ON outbox (kind, due) WHERE state = 'waiting';
            """,
        postgresql: """
            CREATE TABLE outbox (
                number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                subject TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL,
                body TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'carried', 'given up')),
                since BIGINT NOT NULL,
                due BIGINT NOT NULL,
                tries BIGINT NOT NULL,
                holder TEXT NOT NULL,
                problem TEXT
            );
            CREATE INDEX outbox_by_due ON outbox (kind, due) WHERE state = 'waiting';
            """)
}
