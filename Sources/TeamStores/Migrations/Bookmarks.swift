extension Migration {
    /// Where people stand in training and in lessons, for whichever node they ask next.
    static let bookmarks = Migration(
        name: "5 bookmarks",
        sqlite: """
            CREATE TABLE bookmark (
                person TEXT NOT NULL,
                place TEXT NOT NULL,
                revision INTEGER NOT NULL,
                text TEXT NOT NULL,
                taken INTEGER NOT NULL,
                PRIMARY KEY (person, place)
            ) STRICT, WITHOUT ROWID;
            """,
        postgresql: """
            CREATE TABLE bookmark (
                person TEXT NOT NULL,
                place TEXT NOT NULL,
                revision BIGINT NOT NULL,
                text TEXT NOT NULL,
                taken BIGINT NOT NULL,
                PRIMARY KEY (person, place)
            );
            """)
}
