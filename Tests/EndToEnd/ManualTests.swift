import FoundationEssentials
import PseudoTerminal
import Testing

@Suite struct `The manual page` {
    @Test func `has every command, argument and option, and no other`() throws {
        let manual = try Manual(repository("Documentation/preceptor.1"))
        let preceptor = try Program()
        let dump = try JSONDecoder().decode(
            HelpDump.self, from: Data(preceptor("--experimental-dump-help").outputBytes))
        let commands = dump.command.flattened().dropFirst()
        try #require(manual.commands.map(\.name) == commands.map(\.name))
        for (documented, command) in zip(manual.commands, commands) {
            let arguments = command.arguments ?? []
            let wanted = arguments.filter { !["version", "help"].contains($0.valueName) }.map(\.heading)
            let found = documented.items + (documented.takesEncounter ? manual.encounter : [])
            #expect(Set(found) == Set(wanted), "\(command.name)")
            #expect(found.count == wanted.count, "\(command.name)")
            for argument in arguments {
                for value in (argument.allValues ?? []) + (argument.defaultValue.map { [$0] } ?? []) {
                    #expect(documented.text.contains(value), "\(command.name) \(argument.heading) \(value)")
                }
            }
        }
        #expect(manual.everywhere == ["Fl h , Fl -help", "Fl -version"])
    }

    @Test func `has every exit status`() throws {
        let manual = try Manual(repository("Documentation/preceptor.1"))
        #expect(manual.statuses == ["0", "1", "64", "65", "66", "70", "73 , 74", "75"])
    }
}

/// The parts of a manual page in mdoc that can be held against the program.
private struct Manual {
    struct Command {
        let name: String
        var items: [String] = []
        var takesEncounter = false
        var text = ""
    }

    /// A subsection each, in order.
    private(set) var commands: [Command] = []
    /// The options by which an encounter is told.
    private(set) var encounter: [String] = []
    /// The options that every command has.
    private(set) var everywhere: [String] = []
    private(set) var statuses: [String] = []

    init(_ path: String) throws {
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        var section = ""
        for line in text.split(separator: "\n") {
            let item = line.hasPrefix(".It ") ? String(line.dropFirst(4)) : nil
            if line.hasPrefix(".Sh ") {
                section = String(line.dropFirst(4))
            } else if line.hasPrefix(".Ss ") {
                commands.append(Command(name: String(line.dropFirst(4))))
            } else if let item, section == "ENCOUNTERS" {
                encounter.append(item)
            } else if let item, section == "EXIT STATUS" {
                statuses.append(item)
            } else if section == "COMMANDS", commands.isEmpty {
                if let item { everywhere.append(item) }
            } else if section == "COMMANDS" {
                if let item { commands[commands.count - 1].items.append(item) }
                commands[commands.count - 1].text += line + "\n"
                if line.hasPrefix(".Sx ENCOUNTERS") { commands[commands.count - 1].takesEncounter = true }
            }
        }
    }
}
