#if Server
import ArgumentParser
import TeamStores

/// Brings the database up to date.
struct MigrateCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the database up to date.",
        discussion: "run does it by itself; call this where the nodes' own user may not change tables.")

    @OptionGroup var storage: StorageOptions

    @Flag(help: "Only tell what is due: exit status 1 where something is.")
    var check = false

    func perform() async throws {
        let database = try storage.open()
        guard check else {
            let taken = try database.migrate()
            for step in taken { say(step) }
            return say(taken.isEmpty ? "Nothing was due." : "The database is up to date.")
        }
        let due = try database.pendingMigrations()
        for step in due { say(step) }
        if !due.isEmpty { throw ExitCode(1) }
    }
}
#endif
