import ArgumentParser
import Learning
import Machine
import Reports
import Scoring
import Terminal
import Training

/// Lists what learners flagged for the educator.
struct PackFlagsCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "flags", abstract: "List the items that learners flagged, with their notes.")

    @Argument(help: ArgumentHelp("Only the flags of this pack, by its id.", valueName: "pack"))
    var argument: String?

    @Option(name: .customLong("pack"), help: ArgumentHelp("The same.", valueName: "pack"))
    var option: String?

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard argument == nil || option == nil else { throw ValidationError("Name the pack once.") }
    }

    func perform(_ console: Console) throws {
        let records = try openRecords()
        let flags: [Records.Flag]
        do {
            flags = try records.flags(in: argument ?? option)
        } catch {
            throw Failure(.cannotWrite, error.message)
        }
        if json { return console.json(.array(flags.map(JSON.init))) }
        if flags.isEmpty { return console.line("No learner has flagged an item.") }
        for (position, flag) in flags.enumerated() {
            if position > 0 { console.line() }
            console.line(
                "\(LocalZone().day(of: flag.at))  \(flag.learner)  \(console.style.bold(flag.item))")
            console.paragraph(flag.note)
            console.paragraph(console.style.dim(flag.stem), indent: 4)
        }
    }
}

extension JSON {
    fileprivate init(_ flag: Records.Flag) {
        self = .object([
            ("learner", .string(flag.learner)), ("day", .string(LocalZone().day(of: flag.at).description)),
            ("item", .string(flag.item)), ("note", .string(flag.note)), ("stem", .string(flag.stem)),
        ])
    }
}
