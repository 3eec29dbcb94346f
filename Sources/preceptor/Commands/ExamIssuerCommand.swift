import ArgumentParser
import Credentials
import Examining
import Machine
import Reports
import Scoring
import Signatures
import Terminal
import Training

/// Keeps the keys with which certificates and logs are signed.
struct ExamIssuerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issuer", abstract: "Make, change and show who issues certificates and seals logs.",
        subcommands: [
            ExamIssuerInitCommand.self, ExamIssuerShowCommand.self, ExamIssuerRotateCommand.self,
            ExamIssuerRevokeCommand.self, ExamIssuerDueCommand.self,
            ExamIssuerStatusCommand.self,
        ])
}

/// Makes an issuer.
struct ExamIssuerInitCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make an issuer with its first key.",
        discussion: "The key lies in PRECEPTOR_HOME/issuer, readable by its owner only. Keep a copy in a safe place.")

    @Option(help: ArgumentHelp("Who issues, as certificates say it.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("An address that names the issuer, beginning with https://.", valueName: "url"))
    var url: String

    func perform(_ console: Console) throws {
        let exams = try OwnExams().exams
        let issuer = try exams.makeIssuer(name: name, url: url, key: SigningKey())
        let folder = exams.issuers.location
        console.line("Made \(issuer.name) with the key \(issuer.keys[0].id) in \(folder)")
        console.line("preceptor exam issuer show > issuer.json writes what others need to verify its certificates")
    }
}

/// Shows what those who verify need.
struct ExamIssuerShowCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Write what others need to verify: public keys and revocations, as JSON.",
        discussion: """
            With --issued it lists instead the certificates that were issued, with the ones issued again and taken back; \
            that names candidates, and is not for others.
            """)

    @Flag(help: "Write the public keys in PEM form, the one that signs now first.")
    var pem = false

    @Flag(help: "List the certificates that were issued, and how each stands.")
    var issued = false

    @Flag(help: "List them as a JSON array.")
    var json = false

    func validate() throws {
        if json, !issued { throw ValidationError("--json goes with --issued; the rest is JSON already.") }
        if pem, issued { throw ValidationError("Give --pem or --issued.") }
    }

    func perform(_ console: Console) throws {
        let exams = try OwnExams().exams
        let issuer = try exams.issuer()
        if issued {
            let list = try exams.issuedCertificates()
            return json ? console.json(.array(list.map(\.json))) : console.show(list)
        }
        let text = pem ? issuer.keys.map(\.pem).joined() : try issuer.published(at: exams.timestamp()).json()
        console.output.data(Array(text.utf8))
    }
}

/// Lists whom to certify anew.
struct ExamIssuerDueCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "List certificates that end soon or have ended, and that no later one replaces.")

    @Option(parsing: .unconditional, help: ArgumentHelp("How soon, in days.", valueName: "days"))
    var within = 90

    @Flag(help: "Write a JSON array.")
    var json = false

    func perform(_ console: Console) throws {
        let due = try OwnExams().exams.renewals(within: within)
        if json { return console.json(.array(due.map(\.json))) }
        if due.isEmpty { return console.line("No certificate ends within \(quantity(within, "day")).") }
        console.table(due.map { [$0.candidate ?? "", $0.record.achievement, $0.words, $0.record.id] })
    }
}

/// Gives the issuer a new key.
struct ExamIssuerRotateCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Sign with a new key from now on; certificates of the old keys stay good.")

    func perform(_ console: Console) throws {
        let issuer = try OwnExams().exams.rotateKey(to: SigningKey())
        console.line("Signs with the key \(issuer.keys[0].id) now; \(issuer.keys.count - 1) before it still verify")
    }
}

/// Takes a certificate back.
struct ExamIssuerRevokeCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take a certificate back.",
        discussion: "Whoever verifies learns of it from the next preceptor exam issuer show.")

    @Argument(help: ArgumentHelp("The certificate, as urn:uuid:...", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("Why, as those who verify are told.", valueName: "text"))
    var reason: String

    func perform(_ console: Console) throws {
        try OwnExams().exams.revoke(id, because: reason)
        console.line("Took \(id) back")
    }
}

/// Writes the status list.
struct ExamIssuerStatusCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Write the status list, which tells whoever verifies what was taken back.",
        discussion: """
            The list is a signed token (W3C's Bitstring Status List) to be published as a file at the address that --url \
            gives once. Certificates that are issued after that name the address. Write and publish it again after every \
            revoke, and before it ends.
            """)

    @Option(help: ArgumentHelp("Where the list is going to be, beginning with https://.", valueName: "url"))
    var url: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Days it holds.", valueName: "number"))
    var days = 30

    func perform(_ console: Console) throws {
        let exams = try OwnExams().exams
        if let url { try exams.publishStatusList(at: url) }
        console.line(try exams.statusList(days: days))
    }
}
