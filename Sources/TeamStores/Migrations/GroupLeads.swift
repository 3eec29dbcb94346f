extension Migration {
    /// Who leads which group of the roster.
    static let groupLeads = Migration(
        name: "11 group leads",
        sqlite: """
            CREATE TABLE group_lead (
                group_id TEXT NOT NULL,
                person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                PRIMARY KEY (group_id, person)
            ) STRICT, WITHOUT ROWID;
            """,
        postgresql: """
            CREATE TABLE group_lead (
                group_id TEXT NOT NULL,
                person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
                PRIMARY KEY (group_id, person)
            );
            """)
}
