extension Migration {
    /// By whom people are known who sign in elsewhere.
    static let identities = Migration(
        name: "8 identities",
        sqlite: """
            CREATE TABLE identity (
                issuer TEXT NOT NULL,
                subject TEXT NOT NULL,
                person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                PRIMARY KEY (issuer, subject)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX identity_by_person ON identity (person);
            """,
        postgresql: """
            CREATE TABLE identity (
                issuer TEXT NOT NULL,
                subject TEXT NOT NULL,
                person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                PRIMARY KEY (issuer, subject)
            );
            CREATE INDEX identity_by_person ON identity (person);
            """)
}
