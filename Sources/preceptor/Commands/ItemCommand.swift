import ArgumentParser
import Batch
import Content
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Prints items that templates make, each reproducible from its template and seed.
struct ItemCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "item",
        abstract: "Print an item that a template makes, the same for the same seed.",
        discussion: "With --count, items with the seeds that follow are printed too, as JSON Lines.")

    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("The template.", valueName: "id"))
    var template: String

    @Option(parsing: .unconditional, help: ArgumentHelp("The seed.", valueName: "n"))
    var seed: UInt64

    @Option(help: ArgumentHelp("The kind of item.", valueName: "kind"))
    var kind = ItemKind.claim

    @Option(help: ArgumentHelp("The payer's policy; the pack's own by default.", valueName: "id"))
    var policy: String?

    @Option(help: ArgumentHelp("How the visit is told: plain, note or chart.", valueName: "telling"))
    var telling = Register.plain

    @Option(parsing: .unconditional, help: ArgumentHelp("How many items, 1 to 1000000.", valueName: "n"))
    var count: Int?

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        guard kind != .term else {
            throw ValidationError("Terms are not made by templates; train --kind term asks them.")
        }
        guard count.map({ (1...1_000_000).contains($0) }) ?? true else {
            throw ValidationError("--count is 1 to 1000000.")
        }
    }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let template = try pack.template(named: template)
        let payer = Payer(try pack.policy(named: policy), in: pack)
        for offset in 0..<UInt64(count ?? 1) {
            let situation = Situation(template, seed: seed &+ offset, as: telling, under: payer)
            guard let item = situation?.item(kind) else {
                // Among many, a seed that has nothing to ask is passed over.
                if count != nil { continue }
                throw Failure(.notFound, "\(template.id) with seed \(seed) makes no \(kind.rawValue) item told so")
            }
            if json || count != nil {
                console.json(JSON(item))
            } else {
                console.show(item)
            }
        }
    }
}

extension Pack {
    func template(named name: String) throws(Failure) -> Template {
        if let template = template(ID(name)) { return template }
        throw missing("template", name, among: templates.map(\.id.text))
    }
}

extension Register: ExpressibleByArgument {}
