import GRDB

/// What happened, as far as it lies on pages that are whole. What follows from it is worked out anew by the next session.
struct SalvagedRecords {
    /// A table of what happened. No two have as many columns, so that a row tells its table without the pages that lead
    /// to it.
    fileprivate struct Table {
        let name: String
        /// What each column holds: `k` the row's number, `i` a whole number, `t` a text, `r` a number; a capital where it
        /// may hold nothing.
        let columns: String
    }

    private static let tables = [
        Table(name: "learner", columns: "kti"), Table(name: "session", columns: "kitiIi"),
        Table(name: "item", columns: "kttttttt"), Table(name: "answer", columns: "kiiiiiiittrtttI"),
        Table(name: "flag", columns: "kiiti"), Table(name: "lesson_note", columns: "kitttii"),
    ]

    /// The rows of a table by their numbers.
    var rows: [String: [Int64: [DatabaseValue]]] = [:]

    init(from pages: WholePages) {
        for page in stride(from: 1, through: pages.count, by: 1) {
            for row in pages.rows(onPage: page) { take(row) }
        }
    }

    /// How many rows of a table are whole.
    func count(of table: String) -> Int { rows[table]?.count ?? 0 }

    /// How many rows of a table are missing before the last that is whole: they are numbered without gaps.
    func gaps(in table: String) -> Int {
        (rows[table]?.keys.max()).map { Int($0) - count(of: table) } ?? 0
    }

    /// A page that is not used any more may hold rows as they were: what was filled in later counts.
    private mutating func take(_ row: LeafRow) {
        guard row.id > 0, let table = Self.tables.first(where: { $0.holds(row) }) else { return }
        let known = rows[table.name]?[row.id] ?? row.values
        rows[table.name, default: [:]][row.id] =
            [row.id.databaseValue] + zip(known, row.values).dropFirst().map { $0.isNull ? $1 : $0 }
    }

    /// Writes all of it into records in which nothing is yet.
    func write(to db: Database) throws {
        for table in Self.tables {
            let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
            let statement = try db.cachedStatement(sql: "INSERT INTO \(table.name) VALUES (\(marks))")
            for (_, values) in (rows[table.name] ?? [:]).sorted(by: { $0.key < $1.key }) {
                try statement.execute(arguments: StatementArguments(values))
            }
        }
        try db.execute(
            sql: """
                INSERT INTO state (learner, pack, revision, stale)
                SELECT DISTINCT learner, pack, 0, 1 FROM session
                """)
    }
}

extension SalvagedRecords.Table {
    fileprivate func holds(_ row: LeafRow) -> Bool {
        row.values.count == columns.count
            && zip(columns, row.values).allSatisfy { kind, value in
                switch (kind, value.storage) {
                case ("k", .null), ("I", .null), ("i", .int64), ("I", .int64), ("t", .string), ("r", .double),
                    ("r", .int64):
                    true
                default: false
                }
            }
    }
}
