/// A step from one form of the database to the next. A step that has been released is never changed: what comes later is
/// a new step at the end.
struct Migration: Sendable {
    /// Its number and what it brings, as the database remembers it.
    let name: String
    let sqlite: String
    let postgresql: String

    /// Every step, the first one first.
    static let all: [Migration] = [
        people, logs, training, sittings, bookmarks, accessKeys, outbox, identities, platforms, packs, groupLeads,
    ]
}

extension SQLDatabase {
    /// The names of the steps that are still to be taken.
    ///
    /// - Throws: `DatabaseFault.foreign` where the database is another program's, or a newer one's.
    func pendingMigrations() throws -> [String] {
        try read { connection in
            guard try connection.hasTable("migration") else {
                guard try connection.hasNoTables() else {
                    throw DatabaseFault.foreign("it holds tables of another program")
                }
                return Migration.all.map(\.name)
            }
            let taken = try connection.run("SELECT name FROM migration", []).map { try $0.text(0) }
            let known = Migration.all.map(\.name)
            let strange = taken.filter { !known.contains($0) }
            guard strange.isEmpty else {
                throw DatabaseFault.foreign("a newer version of Preceptor has written it: \(strange[0])")
            }
            return known.filter { !taken.contains($0) }
        }
    }

    /// Takes the steps that are still to be taken, each in a transaction of its own. Nodes that begin at the same time
    /// wait for each other.
    ///
    /// - Returns: The names of those that were taken.
    /// - Throws: `DatabaseFault`.
    @discardableResult
    func migrate() throws -> [String] {
        guard try !pendingMigrations().isEmpty else { return [] }
        try write { connection in
            try connection.lockMigrations()
            try connection.runScript("CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY)")
        }
        var done: [String] = []
        for migration in Migration.all {
            try write { connection in
                try connection.lockMigrations()
                guard try connection.run("SELECT name FROM migration WHERE name = ?1", [.text(migration.name)]).isEmpty
                else { return }
                try connection.runScript(dialect == .sqlite ? migration.sqlite : migration.postgresql)
                try connection.run("INSERT INTO migration (name) VALUES (?1)", [.text(migration.name)])
                done.append(migration.name)
            }
        }
        return done
    }
}

extension SQLConnection {
    /// Keeps other nodes from migrating until the transaction ends. SQLite has one writer at a time anyway.
    fileprivate func lockMigrations() throws {
        guard dialect == .postgresql else { return }
        try run("SELECT pg_advisory_xact_lock(5778461902244)", [])
    }

    fileprivate func hasTable(_ name: String) throws -> Bool {
        let sql =
            switch dialect {
            case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?1"
            case .postgresql:
                "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() "
                    + "AND table_name = ?1"
            }
        return try !run(sql, [.text(name)]).isEmpty
    }

    fileprivate func hasNoTables() throws -> Bool {
        let sql =
            switch dialect {
            case .sqlite: "SELECT name FROM sqlite_master LIMIT 1"
            case .postgresql:
                "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() LIMIT 1"
            }
        return try run(sql, []).isEmpty
    }
}
