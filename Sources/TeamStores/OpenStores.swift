package import Examining
package import Learning
package import Machine
package import Team

/// Everything that a server keeps, in one database.
package struct TeamDatabase: Sendable {
    /// People and what lets them in.
    package let people: any TeamStore
    /// The logs of exams.
    package var logs: any LogStore { ownLogs }
    /// Who is to sit what.
    package let roster: any RosterStore
    /// What learners did in training.
    package let learners: any LearnerStore
    /// Where people stand in training and in lessons.
    package let bookmarks: any BookmarkStore
    /// What is to leave the house.
    package let outbox: any OutboxStore
    /// Learning systems, and what they told.
    package let platforms: any PlatformStore
    /// The time that all nodes go by.
    package let time: any TimeSource
    private let ownLogs: SQLLogStore
    private let database: any SQLDatabase

    /// Opens a database; nothing is changed in it.
    ///
    /// - Parameter place: `postgres://…` or `postgresql://…` for a server, else the path of a file, which is made where
    ///   there is none.
    /// - Throws: `TeamError` where it cannot be opened.
    package init(_ place: String) throws(TeamError) {
        do {
            database = if Self.isOfServer(place) { try PostgreSQLDatabase(place) } else { try SQLiteDatabase(place) }
        } catch {
            throw Self.told(error)
        }
        people = SQLTeamStore(database)
        ownLogs = SQLLogStore(database)
        roster = SQLRosterStore(database)
        learners = SQLLearnerStore(database)
        bookmarks = SQLBookmarkStore(database)
        outbox = SQLOutboxStore(database)
        platforms = SQLPlatformStore(database)
        time = database.dialect == .sqlite ? MachineTime() : DatabaseTime(of: database)
    }

    /// Whether a place names a database of a PostgreSQL server, and no file.
    package static func isOfServer(_ place: String) -> Bool {
        place.hasPrefix("postgres://") || place.hasPrefix("postgresql://")
    }

    /// Copies everything, as it is at one moment, into a file that is not there yet.
    ///
    /// - Throws: `TeamError` where it cannot be, or the database is a server's.
    package func copy(to path: String) throws(TeamError) {
        guard let file = database as? SQLiteDatabase else {
            throw TeamError(.invalid, "a PostgreSQL database is copied with pg_dump")
        }
        do { try file.copy(to: path) } catch { throw Self.told(error) }
    }

    /// The names of the steps that bring it up to date, and were not taken yet.
    ///
    /// - Throws: `TeamError` where it cannot be reached, or is another program's.
    package func pendingMigrations() throws(TeamError) -> [String] {
        do { return try database.pendingMigrations() } catch { throw Self.told(error) }
    }

    /// Brings it up to date.
    ///
    /// - Returns: The names of the steps that were taken.
    /// - Throws: `TeamError` where it cannot be reached, or is another program's.
    @discardableResult
    package func migrate() throws(TeamError) -> [String] {
        do { return try database.migrate() } catch { throw Self.told(error) }
    }

    /// The names of the attempts that have no signed end yet.
    ///
    /// - Throws: `ExamError` where they cannot be told.
    package func openAttempts() throws(ExamError) -> [String] {
        do { return try ownLogs.open() } catch { throw ExamError(error) }
    }

    /// Lets go of it.
    ///
    /// - Throws: `TeamError` where something is not done yet.
    package func close() throws(TeamError) {
        do { try database.close() } catch { throw Self.told(error) }
    }

    private static func told(_ error: any Error) -> TeamError {
        switch error as? DatabaseFault {
        case .foreign(let text)?: TeamError(.invalid, "the database cannot be used: \(text)")
        case let fault?: TeamError(.unavailable, "the database cannot be used: \(fault.message)")
        case nil: TeamError(.defect, "\(error)")
        }
    }
}
