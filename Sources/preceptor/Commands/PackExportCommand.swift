import ArgumentParser
import Authoring
import Batch
import Content
import Glibc
import Interchange
import Machine
import Reports
import Scoring
import Terminal

/// Writes a pack's questions in another system's format.
struct PackExportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a pack's questions for another system.",
        discussion: """
            What the format cannot carry is said on standard error, a line each.

            With --blueprint a QTI package holds the questions that the blueprint allows, and a test with its sections, \
            its time and its pass mark: every candidate gets as many questions of each section as the blueprint asks \
            for, drawn anew. The blueprint says which kinds and policies there are, so that --kind and --policy do not \
            go with it.
            """)

    @OptionGroup var pack: NamedPackOptions

    @Option(help: ArgumentHelp("The format.", valueName: "format"))
    var to: ExportFormat

    @Option(help: ArgumentHelp("The file; standard output by default.", valueName: "file"), completion: .file())
    var out: String?

    @Option(help: ArgumentHelp("A kind of item; may be given several times. All by default.", valueName: "kind"))
    var kind: [ItemKind] = []

    @Option(
        help: ArgumentHelp("A payer's policy; may be given several times. The pack's own by default.", valueName: "id"))
    var policy: [String] = []

    @Option(help: ArgumentHelp("A blueprint that a QTI test is to follow.", valueName: "id"))
    var blueprint: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many items of each kind every template makes, 0 to 1000; with --blueprint 1 unless said, else 0.",
            valueName: "n"))
    var count: Int?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("The seed of the first item that a template makes.", valueName: "n")
    )
    var seed: UInt64 = 1

    func validate() throws {
        guard (0...1_000).contains(count ?? 0) else { throw ValidationError("--count is 0 to 1000.") }
        guard blueprint == nil || to.hasTests else {
            throw ValidationError("--blueprint goes with --to qti-2.1 and --to qti-3.0.")
        }
        guard blueprint == nil || kind.isEmpty && policy.isEmpty else {
            throw ValidationError("--kind and --policy do not go with --blueprint.")
        }
        if out == nil, to.isBinary, isatty(1) == 1 {
            throw ValidationError("\(to.rawValue) is no text; name a file with --out.")
        }
    }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        if let blueprint {
            let (bank, plan) = try test(after: try pack.blueprint(named: blueprint), of: pack)
            return try console.deliver(bank, as: to, plan: plan, out: out)
        }
        let policies = policy.isEmpty ? [try pack.policy(named: nil)] : try policy.map { try pack.policy(named: $0) }
        let selection = Selection(
            kinds: kind.isEmpty ? ItemKind.allCases : kind, policies: policies, fillings: count ?? 0, seed: seed)
        let bank = QuestionBank(selection, of: pack)
        guard !bank.questions.isEmpty else { throw Failure(.notFound, "nothing in \(pack.id) makes such questions") }
        try console.deliver(bank, as: to, out: out)
    }

    private func test(after blueprint: Blueprint, of pack: Pack) throws(Failure) -> (QuestionBank, TestPlan) {
        do {
            return try QuestionBank.test(after: blueprint, of: pack, fillings: count ?? 1, seed: seed)
        } catch {
            throw Failure(.notFound, "no test can be made of \(blueprint.id): \(error); --count makes more")
        }
    }
}

extension Console {
    /// Writes questions to a file or to standard output, and says on standard error what the format cannot carry.
    func deliver(
        _ bank: QuestionBank, as format: ExportFormat, plan: TestPlan? = nil, out: String?
    ) throws {
        let export: Export
        do {
            export = try bank.export(
                as: format, plan: plan, at: sourceDate ?? Int(MachineTime().now.milliseconds / 1_000))
        } catch {
            throw Failure(.cannotWrite, error.message)
        }
        if let out {
            try writeFile(export.bytes, to: out)
        } else {
            output.data(export.bytes)
        }
        for loss in export.losses { complain("\(format.rawValue) carries \(loss)") }
    }

    /// The moment that builders who want equal bytes set for everybody.
    private var sourceDate: Int? { environmentValue("SOURCE_DATE_EPOCH").flatMap { Int($0) } }
}

extension ExportFormat: ExpressibleByArgument {}
