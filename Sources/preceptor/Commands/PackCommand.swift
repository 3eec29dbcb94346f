import ArgumentParser
import Authoring
import Content
import Machine
import Reports
import Scoring
import Terminal
import Training

/// Works on packs: the folders of content.
struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Make, check, show and compare packs, and take questions to other systems and back.",
        subcommands: [
            PackListCommand.self, PackShowCommand.self, PackNewCommand.self, PackCheckCommand.self,
            PackTestCommand.self, PackPreviewCommand.self, PackDiffCommand.self, PackSchemaCommand.self,
            PackExportCommand.self, PackImportCommand.self, SimulateCommand.self, PackFlagsCommand.self,
        ])
}

/// Lists the bundled packs.
struct PackListCommand: Command {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the bundled packs.")

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let library = try PackLibrary.standard()
        let packs = try library.ids.map { try library.load($0) }
        if json {
            console.json(.array(packs.map { .object($0.about) }))
        } else {
            console.table(
                packs.map { [$0.id.text, $0.edition, $0.title, "\($0.scenarios.count) scenarios"] }, indent: 0)
        }
    }
}

/// Shows what is in a pack.
struct PackShowCommand: Command {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show what is in a pack.")

    @OptionGroup var pack: NamedPackOptions

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let library = try PackLibrary.standard()
        let pack = try library.load(pack.pack)
        if json {
            console.json(.object(pack.about + pack.contents.map { ($0.name, .array($0.rows.map(JSON.strings))) }))
            return
        }
        console.line(console.style.bold("\(pack.title) \(pack.edition)") + "  (\(pack.id))")
        console.paragraph(pack.summary, indent: 0)
        console.paragraph(pack.notice, indent: 0)
        for section in pack.contents where !section.rows.isEmpty {
            console.line()
            console.line(console.style.bold(section.name))
            console.table(section.rows)
        }
        console.line()
        console.line("Folder: \(try library.folder(of: self.pack.pack))")
    }
}

extension Pack {
    fileprivate var about: [(String, JSON)] {
        [
            ("id", .string(id.text)), ("title", .string(title)), ("edition", .string(edition)),
            (
                "effective",
                .object([
                    ("from", .optional(effective.from?.description)), ("to", .optional(effective.to?.description)),
                ])
            ),
            ("summary", .string(summary)), ("licence", .string(licence)), ("notice", .string(notice)),
            ("defaultPolicy", .string(defaultPolicy.text)),
        ]
    }

    /// The names of all that is in the pack, with a few words on each.
    fileprivate var contents: [(name: String, rows: [[String]])] {
        [
            ("codes", codes.definitions.map { [$0.code.description, $0.label] }),
            ("policies", policies.map { [$0.id.text, $0.title] }),
            ("scenarios", scenarios.map { [$0.id.text, $0.title] }),
            ("circumstances", circumstances.map { [$0.id.text, $0.question] }),
            ("misconceptions", misconceptions.map { [$0.id.text, $0.belief] }),
            ("terms", terms.map { [$0.id.text, $0.term] }),
            ("facts", facts.map { [$0.id.text, $0.topic.rawValue] }),
            ("blueprints", blueprints.map { [$0.id.text, "\($0.title), \($0.count) items"] }),
            ("lessons", lessons.map { [$0.id.text, $0.title] }),
            ("sources", sources.map { [$0.id, $0.title] }),
        ]
    }
}
