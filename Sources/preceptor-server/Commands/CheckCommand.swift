#if Server
import ArgumentParser
import Audit
import Team
import TeamStores

/// Holds what is kept against what was written.
struct CheckCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look whether the database is up to date and the trail as it was written.",
        discussion: "The exit status is 1 where something is wrong.")

    @OptionGroup var storage: StorageOptions

    func perform() async throws {
        let database = try storage.open()
        let due = try database.pendingMigrations()
        guard due.isEmpty else {
            complain("steps are due: \(due.joined(separator: ", "))")
            throw ExitCode(1)
        }
        let lines = try database.people.trailLines()
        let trail = ChainedLog<TrailEntry>(wholeLinesOf: Array(lines.map { $0 + "\n" }.joined().utf8))
        for problem in trail.problems { complain("the trail is damaged: \(problem)") }
        say("\(try database.people.people().count) people, \(trail.entries.count) entries in the trail")
        if !trail.problems.isEmpty { throw ExitCode(1) }
    }
}
#endif
