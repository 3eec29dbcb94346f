extension Migration {
    /// Learning systems that send people, their courses, and where they want to know what exams came to.
    static let platforms = Migration(
        name: "9 platforms", sqlite: tables(ending: " STRICT"), postgresql: tables(ending: ""))

    private static func tables(ending: String) -> String {
        """
        CREATE TABLE platform (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            issuer TEXT NOT NULL,
            client TEXT NOT NULL,
            deployments TEXT NOT NULL,
            authorize_at TEXT NOT NULL,
            token_at TEXT NOT NULL,
            keys_at TEXT NOT NULL,
            UNIQUE (issuer, client)
        )\(ending);
        CREATE TABLE course (
            platform TEXT NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            title TEXT NOT NULL,
            members_at TEXT,
            PRIMARY KEY (platform, id)
        )\(ending);
        CREATE TABLE grade_place (
            person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            exam TEXT NOT NULL,
            platform TEXT NOT NULL REFERENCES platform (id) ON DELETE CASCADE,
            subject TEXT NOT NULL,
            line_item TEXT,
            line_items TEXT,
            link TEXT NOT NULL,
            PRIMARY KEY (person, exam)
        )\(ending);
        """
    }
}
