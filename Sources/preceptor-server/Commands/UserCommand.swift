#if Server
import ArgumentParser
import Team
import TeamStores

/// Looks after people from the machine itself, for when nobody can sign in.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "List people, and let an administrator in who lost the password.",
        subcommands: [UserListCommand.self, UserResetCommand.self])
}

struct UserListCommand: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List everybody who is in.")

    @OptionGroup var storage: StorageOptions

    func perform() async throws {
        for person in try storage.openCurrent().people.people() {
            say("\(person.address)\t\(person.name)\t\(person.roles.text)\(person.isShutOut ? "\tshut out" : "")")
        }
    }
}

struct UserResetCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Give somebody a new password, which is read from standard input.")

    @OptionGroup var storage: StorageOptions

    @Argument(help: "By which the person signs in.")
    var address: String

    func perform() async throws {
        let accounts = try accounts(in: storage.openCurrent())
        guard let password = readLine(strippingNewline: true) else { throw Stop(64, "no password came in") }
        try accounts.resetPassword(at: address, to: password)
        say("The password is changed, and all sessions of \(address) have ended.")
    }
}
#endif
