import ArgumentParser
import Authoring
import Batch
import Content
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Shows an item of a pack as a learner will see it, and again whenever a file of the pack is saved.
struct PackPreviewCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show an item of a pack as a learner will see it, with its key.",
        discussion: """
            Without --scenario, --template or --entry, the first scenario is shown that makes such an item, or the first \
            term. With --watch, the item is shown again whenever a file is saved, until Ctrl-C; while the pack has errors, they \
            are shown above the item as it last was.
            """)

    @OptionGroup var pack: NamedPackOptions

    @Option(help: ArgumentHelp("The kind of item.", valueName: "kind"))
    var kind: ItemKind?

    @Option(help: ArgumentHelp("A scenario of the pack.", valueName: "id"))
    var scenario: String?

    @Option(help: ArgumentHelp("A template of the pack.", valueName: "id"))
    var template: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("The seed of the template's visit.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How the template's visit is told: plain, note or chart.", valueName: "telling"))
    var telling = Register.plain

    @Option(help: ArgumentHelp("A term or a fact of the pack.", valueName: "id"))
    var entry: String?

    @Option(help: ArgumentHelp("The payer's policy; the pack's own by default.", valueName: "id"))
    var policy: String?

    @Flag(help: "Show the item again whenever a file is saved.")
    var watch = false

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard [scenario, template, entry].compactMap(\.self).count <= 1 else {
            throw ValidationError("Give one of --scenario, --template and --entry.")
        }
        if let kind, (kind == .term) != (entry != nil), entry != nil || scenario ?? template != nil {
            throw ValidationError("--entry goes with --kind term, and no other kind with it.")
        }
    }

    func perform(_ console: Console) throws {
        let folder = try PackLibrary.standard().folder(of: pack.pack)
        guard watch else {
            let reading = readPack(folder: folder)
            guard let pack = reading.disputed else {
                throw PackError.broken(name: self.pack.pack, problems: reading.problems)
            }
            return show(try item(of: pack), on: console)
        }
        var last: Item?
        try console.watch([folder]) {
            let reading = readPack(folder: folder)
            var complaint: String?
            do {
                if let pack = reading.disputed { last = try item(of: pack) }
            } catch let failure as Failure {
                complaint = failure.message
            }
            if !json {
                console.show(reading.problems)
                if let complaint { console.line(complaint) }
            }
            if let last { show(last, on: console) }
        }
    }

    private func show(_ item: Item, on console: Console) {
        if json { console.json(JSON(item)) } else { console.show(item) }
    }

    private func item(of pack: Pack) throws -> Item {
        if kind == .term || entry != nil {
            let item: Item? = pack.termItems.first { entry == nil || $0.id.subject == .entry(entry ?? "") }
            return try found(item, of: .term, about: entry ?? "the pack")
        }
        let kind = kind ?? .claim
        let payer = Payer(try pack.policy(named: policy), in: pack)
        if let template {
            let situation = Situation(try pack.template(named: template), seed: seed, as: telling, under: payer)
            return try found(situation?.item(kind), of: kind, about: "\(template) with seed \(seed)")
        }
        var scenarios = pack.scenarios
        if let scenario { scenarios = [try pack.scenario(named: scenario)] }
        let item = scenarios.lazy.compactMap { Situation($0, under: payer).item(kind) }.first
        return try found(item, of: kind, about: scenario ?? "the pack")
    }

    private func found(_ item: Item?, of kind: ItemKind, about what: String) throws(Failure) -> Item {
        if let item { return item }
        throw Failure(.notFound, "\(what) makes no \(kind.rawValue) item")
    }
}
