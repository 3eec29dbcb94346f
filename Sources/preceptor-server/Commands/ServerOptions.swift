#if Server
import ArgumentParser
import Machine
import Team
import TeamStores

/// Where everything is kept.
struct StorageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "postgres://… or the path of an SQLite file; also PRECEPTOR_DATABASE. Without it, a file in --folder.",
            valueName: "place"))
    var database: String?

    @Option(help: ArgumentHelp("For the SQLite file and the keys.", valueName: "folder"), completion: .directory)
    var folder: String?

    /// The folder for the server's files, which is made where it is not there.
    ///
    /// - Throws: `Stop` where there is none.
    func ownFolder() throws -> String {
        guard let path = folder ?? Paths.server else {
            throw Stop(73, "there is no folder for the server; name one with --folder")
        }
        do { try makePrivateFolder(path) } catch { throw Stop(73, error.message) }
        return path
    }

    /// Where the database is.
    ///
    /// - Throws: `Stop` where nobody said, and there is no folder for it.
    func place() throws -> String {
        try database ?? environmentValue("PRECEPTOR_DATABASE") ?? "\(ownFolder())/server.sqlite"
    }

    /// The database, up to date or not.
    ///
    /// - Throws: `Stop` where it cannot be opened.
    func open() throws -> TeamDatabase {
        let place = try place()
        do { return try TeamDatabase(place) } catch { throw Stop(69, error.message) }
    }

    /// The database, which is brought up to date where that is due.
    ///
    /// - Throws: `Stop` where it cannot be.
    func openCurrent() throws -> TeamDatabase {
        let database = try open()
        do { for step in try database.migrate() { complain("the database has taken step \(step)") } } catch {
            throw Stop(69, error.message)
        }
        return database
    }
}

/// People and what lets them in, by the clock of this machine.
///
/// - Throws: `Stop` where there is no memory for one password.
func accounts(in database: TeamDatabase, _ notices: Notices? = nil) throws -> Accounts {
    let time = MachineTime()
    do { return Accounts(in: database.people, passwords: try Passwords(), notices: notices) { time.now } } catch {
        throw Stop(70, error.message)
    }
}
#endif
