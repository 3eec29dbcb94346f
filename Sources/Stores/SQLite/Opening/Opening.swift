import CPageSums
import GRDB
import Learning

extension SQLiteLearnerStore {
    /// Opens the file at a path, or makes it.
    static func open(_ path: String, patience: Double) throws(RecordsError) -> DatabaseQueue {
        guard pageSumsInstall() == SQLITE_OK else { throw .defect(.opening, "pages cannot be given sums") }
        let file = RecordsFile(path: path, patience: patience)
        return try file.alone { () throws(RecordsError) in
            try file.finishRescue()
            try file.prepare()
            do {
                return try open(file)
            } catch let error as RecordsError {
                throw error
            } catch {
                throw RecordsError(error, path: path, doing: .opening)
            }
        }
    }

    /// Opens the file once it is known to be ours, and brings it up to date.
    static func open(_ file: RecordsFile) throws -> DatabaseQueue {
        if file.hasJournal {
            guard !file.isJournalDamaged else {
                throw RecordsError.damaged(file.path, "the log beside it does not hold what was written there")
            }
            // Only a connection that may not write leaves a file that we refuse, and the journal beside it, alone.
            var readOnly = configuration(file)
            readOnly.readonly = true
            let queue = try DatabaseQueue(path: file.path, configuration: readOnly)
            _ = try queue.read { try check($0, of: file) }
            try queue.close()
        }
        let queue = try DatabaseQueue(path: file.path, configuration: configuration(file))
        let isUpToDate = try queue.read { try check($0, of: file) }
        try queue.writeWithoutTransaction { db in
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
            guard mode == "wal" else {
                throw RecordsError.cannotWrite(file.path, "its file system cannot share memory")
            }
        }
        if !isUpToDate { try Schema.migrator.migrate(queue) }
        giveSums(to: queue)
        return queue
    }

    /// Writes a file of an earlier version anew, so that its pages carry sums. Where another process holds it, or the
    /// disk is full, it is as good as it was, and the next opening tries again.
    private static func giveSums(to queue: DatabaseQueue) {
        try? queue.writeWithoutTransaction { db in
            if pageSumsAreIn(db.sqliteConnection) == 0 {
                try db.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
    }

    private static func configuration(_ file: RecordsFile) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(file.patience)
        configuration.prepareDatabase { db in
            pageSumsReserve(db.sqliteConnection)
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }

    /// Refuses a file that is not ours, or is beyond us.
    ///
    /// - Returns: Whether nothing is left to be done to it.
    private static func check(_ db: Database, of file: RecordsFile) throws -> Bool {
        let owner = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        if owner != Schema.owner {
            // A power cut or a full disk may have left a file of ours without tables, or with the list of steps alone.
            let tables = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
            guard owner == 0, tables == 0 else {
                throw RecordsError.damaged(file.path, "it is a database of another program")
            }
        }
        let (taken, steps) = (try Schema.migrator.appliedIdentifiers(db), Set(Schema.migrator.migrations))
        guard taken.isSubset(of: steps) else { throw RecordsError.newer(file.path) }
        return taken == steps
    }
}
