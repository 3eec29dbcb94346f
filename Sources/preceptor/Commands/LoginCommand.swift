import ArgumentParser
import Glibc
import Learning
import Machine
import Terminal

/// Lets training go on with the records of a team's server.
struct LoginCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Go on with your training on a team's server, here in the terminal.",
        discussion: """
            It asks for the key that the server's page “Your terminals” makes; down a pipe, the key is the first line. From \
            then on train sends what was answered and takes what was answered elsewhere, when it begins and when it ends. \
            Without a network it keeps what is answered, and sends it the next time. preceptor logout ends that.
            """)

    @Argument(help: ArgumentHelp("Such as https://exams.example.org.", valueName: "url"))
    var address: String

    func validate() throws { _ = try origin() }

    func perform(_ console: Console) throws {
        let address = try origin()
        if isTerminal(0) {
            Patience.end()
            complain("open \(address)/account/terminals, make a key, and paste it here:")
        }
        let key = (readLine() ?? "").filter { !$0.isWhitespace }
        guard TeamAddress.isKey(key) else {
            throw Failure(.usage, "that is no key; \(address)/account/terminals makes one")
        }
        let exchange = Exchange(with: address, key: key)
        let person = try exchange.person()
        let earlier = try? TeamLink.read()
        let learner = "\(Self.plain(person.name)) \(Self.plain(person.id).prefix(12))"
        var link = TeamLink(address: address, key: key, learner: learner)
        if let earlier, earlier.address == address, earlier.learner == learner {
            (link.sent, link.taken) = (earlier.sent, earlier.taken)
        }
        try link.keep()
        let store = try openRecords()
        let done = try exchange.run(&link, in: store, at: MachineTime())
        try store.close()
        console.output.line("You train as \(person.name) of \(address). \(done.words)")
    }

    /// What a server calls somebody, as the name of a learner here.
    private static func plain(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.isObeyed }.prefix(40)))
    }

    private func origin() throws(ValidationError) -> String {
        do { return try TeamAddress(address).origin } catch { throw ValidationError(error.words) }
    }
}

/// Trains by the records of this machine alone again.
struct LogoutCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: "Train by the records of this machine alone again.",
        discussion: "What is not on the server yet is sent before; where that cannot be, nothing changes without --now."
    )

    @Flag(help: "Even where something cannot be sent.")
    var now = false

    func perform(_ console: Console) throws {
        guard let path = Paths.team, var link = try TeamLink.read() else {
            throw Failure(.notFound, "this machine's user trains by no server's records")
        }
        do {
            let store = try openRecords()
            _ = try Exchange(with: link.address, key: link.key).run(&link, in: store, at: MachineTime())
            try store.close()
        } catch let failure as Failure where now { complain(failure.message) }
        guard unlink(path) == 0 else { throw Failure(.cannotWrite, "\(path) cannot be taken away") }
        console.output.line(
            "What \(link.learner) answered is here still: --learner \"\(link.learner)\". End the key at "
                + "\(link.address)/account/terminals, too.")
    }
}

extension Exchange.Done {
    /// What was sent and what came, in sentences.
    var words: String {
        var sentences = ["Sent: \(sent). Taken: \(came)."]
        if leftOut > 0 { sentences.append("\(leftOut) of other editions of packs stay there.") }
        return sentences.joined(separator: " ")
    }
}
