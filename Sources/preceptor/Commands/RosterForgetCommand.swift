import ArgumentParser
import Credentials
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Terminal

/// Hands a person what is kept of them, and takes it away.
struct RosterForgetCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Hand out all that is kept of a person, and take it away.",
        discussion: """
            Logs, addenda and what the roster has are written to a new folder, and then taken away; with --keep they are \
            only written. The register knows the person by a number that means nobody afterwards: it says that it was done, \
            and still verifies.
            """)

    @Argument(help: "The person.")
    var person: String

    @Option(help: ArgumentHelp("The new folder to write to.", valueName: "folder"), completion: .directory)
    var out: String

    @Flag(help: "Take nothing away.")
    var keep = false

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("Who answers for it.", valueName: "name"))
    var by: String?

    func validate() throws {
        guard keep || (reason != nil && by != nil) else { throw ValidationError("Give --reason and --by, or --keep.") }
        try checkWords(["--reason": reason ?? "a", "--by": by ?? "a"])
    }

    func perform(_ console: Console) throws {
        let exams = try OwnExams().exams
        let data = try exams.personalData(of: person)
        let folder = try NewFolder(out)
        do {
            for log in data.logs { try folder.add(log.bytes, as: log.name) }
            try folder.add(Array((data.json.text + "\n").utf8), as: "person.json")
            try folder.finish()
        } catch {
            folder.abandon()
            throw error
        }
        console.line("Written to \(folder.path): \(quantity(data.logs.count, "log"))")
        guard !keep, let by, let reason else { return }
        _ = try exams.forget(person, by: by, because: reason)
        console.line("Nothing is kept of \(person) any more")
    }
}

extension PersonalData {
    fileprivate var json: JSON {
        let certificates = certificates.map { record in
            JSON.object([
                ("id", .string(record.id)), ("achievement", .string(record.achievement)),
                ("until", .string(record.validUntil.description)),
            ])
        }
        let attempts = registered.map { attempt in
            JSON.object([
                ("pack", .optional(attempt.sitting?.pack)), ("blueprint", .optional(attempt.sitting?.blueprint)),
                ("number", attempt.sitting.map { .integer($0.number) } ?? .null),
                ("begun", .optional(attempt.started.flatMap { Timestamp($0.at.moment)?.description })),
                ("closed", .optional(attempt.closed.flatMap { Timestamp($0.at.moment)?.description })),
                ("voided", .optional(attempt.voided?.reason)),
            ])
        }
        return .object([
            ("id", .string(id)), ("name", .optional(onRoster?.name)), ("login", .optional(onRoster?.login)),
            ("email", .optional(onRoster?.email)), ("identifiers", .strings(onRoster?.identifiers ?? [])),
            ("groups", .strings(groups)), ("extraTime", .optional(onRoster?.accommodation?.extraTime.description)),
            ("reason", .optional(onRoster?.accommodation?.reason)),
            ("breakMinutes", onRoster?.breaks.map { .integer($0.minutes) } ?? .null),
            ("breakReason", .optional(onRoster?.breaks?.reason)), ("attempts", .array(attempts)),
            ("certificates", .array(certificates)),
        ])
    }
}
