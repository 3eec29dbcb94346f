#if Server
import ArgumentParser
import Machine
import TeamStores

/// Copies everything into a file, while the server runs.
struct BackupCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database, as it is at one moment, into a file that is not there yet.",
        discussion: "The server may run meanwhile. The keys are in --folder, and are copied by whoever may read them. "
            + "A PostgreSQL database is copied with pg_dump.")

    @OptionGroup var storage: StorageOptions

    @Argument(help: "The file to make.", completion: .file())
    var file: String

    func perform() async throws {
        guard fileKind(at: file) == 0 else { throw Stop(73, "\(file) is there already; name another file") }
        try storage.open().copy(to: file)
        say("Copied to \(file).")
    }
}

/// Puts a copy in the place of a database that is not there.
struct RestoreCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a copy that backup made where there is no database yet.",
        discussion: "A PostgreSQL database is put back with pg_restore.")

    @OptionGroup var storage: StorageOptions

    @Argument(help: "The copy.", completion: .file())
    var file: String

    func perform() async throws {
        let place = try storage.place()
        guard !TeamDatabase.isOfServer(place) else {
            throw Stop(64, "a PostgreSQL database is put back with pg_restore")
        }
        guard fileKind(at: place) == 0 else { throw Stop(73, "\(place) is there already; move it aside first") }
        guard fileKind(at: file) != 0 else { throw Stop(66, "there is no file \(file)") }
        let copy = try TeamDatabase(file)
        // A copy of another program, or of a newer version, is told before anything is made of it.
        _ = try copy.pendingMigrations()
        try copy.copy(to: place)
        say("\(place) is as \(file) was.")
    }
}
#endif
