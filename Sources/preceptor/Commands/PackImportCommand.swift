import ArgumentParser
import Authoring
import Content
import Interchange
import Machine
import Reports
import Scoring
import Terminal

/// Reads questions or visits of another system, and holds their keys against what the core derives.
struct PackImportCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read another system's questions, and check their keys.",
        discussion: """
            A key that the facts do not call for is reported, not believed, and the exit status is 1; the question is \
            taken in no further. What is read otherwise than it stands is said on standard error, a line for each kind \
            with its places. So is what cannot be taken in: other questions are, and the exit status is 65. With \
            --strict nothing is taken in then.

            A table of questions (csv) has a row of column names: stem, replies and right are needed; id, title, kind, \
            feedback, explanation, sources and tags may be there. A cell of several things has a line for each.

            A table of visits (scenarios) has the columns \(scenarioColumns.joined(separator: ", ")); id, stem, date \
            and kind are needed. A row without an id is a further service of the visit above it; answer is the key \
            that somebody states for policy.

            A package of QTI (1.2, and 2.0 to 3.0), a Common Cartridge, or a document of either gives its choices and \
            answers to type; what else it holds is left out, a line each.

            Either table may be a text of cells parted by commas, semicolons or tabs, or a sheet of a spreadsheet \
            (.xlsx or .ods), in which days and times may be kept as spreadsheets keep them. What is wrong with its \
            rows is told all at once, and then nothing is taken in.
            """)

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The format; by default what the name and the first words tell.", valueName: "format"))
    var from: ImportFormat?

    @Option(
        help: ArgumentHelp("The sheet of a spreadsheet with several; the first by default.", valueName: "name"))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "A folder with a pack in it: visits and short questions become files of it.", valueName: "folder"),
        completion: .directory)
    var into: String?

    @Option(help: ArgumentHelp("Write the questions again in this format.", valueName: "format"))
    var to: ExportFormat?

    @Option(
        help: ArgumentHelp("The file for --to; standard output by default.", valueName: "file"), completion: .file())
    var out: String?

    @Flag(help: "Take in nothing where any question cannot be taken in.")
    var strict = false

    @OptionGroup var pack: PackOptions

    func validate() throws {
        if out != nil, to == nil { throw ValidationError("--out goes with --to.") }
        if to?.isBinary == true, out == nil, isTerminal(1) {
            throw ValidationError("The format is no text; name a file with --out.")
        }
    }

    func perform(_ console: Console) throws {
        let bytes = try readFile(file, limit: importByteLimit)
        let format = try format(of: bytes)
        let library = try PackLibrary.standard()
        if let into, try library.folder(of: into) != into {
            throw Failure(.notFound, "\(into) is a bundled pack; copy its folder, and name the copy")
        }
        let pack = try into.map { try library.load($0) } ?? self.pack.load()
        do {
            try checkSheet(bytes, format)
            let end =
                format == .scenarios
                ? try takeScenarios(bytes, for: pack, console)
                : try takeQuestions(bytes, as: format, for: pack, console)
            if let end { throw end.code }
        } catch let problem as ImportProblem {
            throw Failure(.unreadable, problem.report(on: file))
        }
    }

    private func format(of bytes: [UInt8]) throws -> ImportFormat {
        if let from { return from }
        do throws(ImportProblem) {
            if let format = try ImportFormat.guess(name: file, bytes: bytes) { return format }
        } catch {
            throw Failure(.unreadable, error.report(on: file))
        }
        let formats = ImportFormat.allCases.map(\.rawValue).joined(separator: ", --from ")
        throw Failure(.unreadable, "\(file): the format is not known; say --from \(formats)")
    }

    /// A sheet is named only where there are sheets.
    private func checkSheet(_ bytes: [UInt8], _ format: ImportFormat) throws {
        guard sheet != nil else { return }
        guard [.csv, .scenarios].contains(format), try isSpreadsheet(bytes) else {
            throw Failure(.usage, "\(file) has no sheets; --sheet goes with .xlsx and .ods")
        }
    }

    // MARK: Questions

    private func takeQuestions(
        _ bytes: [UInt8], as format: ImportFormat, for pack: Pack, _ console: Console
    ) throws -> ExitStatus? {
        var read = try readQuestions(bytes, as: format, sheet: sheet)
        if strict, let refusal = read.refusal { throw refusal }
        let report = KeyReport(of: read, in: pack)
        for line in ImportProblem.report(read.problems, on: file) + ImportNote.report(read.notes, on: file) {
            complain(line)
        }
        read.bank.questions = report.sound.map(\.question)
        if let to {
            for line in ImportNote.report(report.findings, on: file) { complain(line) }
            try console.deliver(read.bank, as: to, out: out)
        } else {
            for line in ImportNote.report(report.findings, on: file) { console.line(line) }
            console.line(report.summary)
        }
        let isOfUse = try into.map { try keepFacts(of: report, for: pack, in: $0, console) } ?? true
        if report.disagreements > 0 { return .notRight }
        return read.problems.isEmpty && isOfUse ? nil : .unreadable
    }

    /// - Returns: False where all were left out for what they lack.
    private func keepFacts(of report: KeyReport, for pack: Pack, in folder: String, _ console: Console) throws -> Bool {
        var facts: [Fact] = []
        var leftOut: [ImportNote] = []
        var isAnyKnown = false
        var known = Set(pack.facts.map(\.id))
        for (question, position, check) in report.sound {
            if check == .own || check == .agrees { continue }
            do {
                let fact = try Fact(question, for: pack)
                if known.insert(fact.id).inserted { facts.append(fact) } else { isAnyKnown = true }
            } catch {
                leftOut.append(ImportNote("left out: \(error)", at: position))
            }
        }
        for line in ImportNote.report(leftOut, on: file) { complain(line) }
        if facts.isEmpty, !leftOut.isEmpty, !isAnyKnown { return false }
        guard !facts.isEmpty else {
            console.line("nothing in it is new to \(pack.id)")
            return true
        }
        try console.keep(PackFile.facts(facts), as: "terms", named: file, in: folder)
        return true
    }

    // MARK: Visits

    private func takeScenarios(_ bytes: [UInt8], for pack: Pack, _ console: Console) throws -> ExitStatus? {
        let table = try ScenarioTable(bytes, for: pack, sheet: sheet)
        for line in ImportNote.report(table.notes, on: file) { complain(line) }
        guard table.problems.isEmpty else {
            throw Failure(.unreadable, ImportProblem.report(table.problems, on: file).joined(separator: "\n"))
        }
        let scenarios = table.scenarios
        guard !scenarios.isEmpty else {
            throw Failure(
                .unreadable, "\(file): there are no visits here; write one in each row below the columns' names")
        }
        var disagreements = 0
        for scenario in scenarios {
            for (stated, due) in scenario.disagreements(in: pack) {
                disagreements += 1
                let said = stated.claim.datedDescription
                let billed = due.shown(against: stated.claim)
                let words = "the table says \(said); under \(stated.policy) the facts bill \(billed)"
                console.line(

                    "\(file):\(table.sheet == nil ? "" : " row ")\(stated.line): \(scenario.scenario.id): \(words)"
                )
            }
        }
        let stated = scenarios.reduce(0) { $0 + $1.stated.count }
        console.line(
            "\(quantity(scenarios.count, "visit")); \(quantity(stated - disagreements, "key")) right, \(quantity(disagreements, "key")) wrong"
        )
        if let into {
            try console.keep(PackFile.scenarios(scenarios, of: pack), as: "scenarios", named: file, in: into)
        }
        return disagreements == 0 ? nil : .notRight
    }
}

extension Console {
    /// Puts a file into a section of a pack; where the pack then has errors, everything is put back as it was.
    fileprivate func keep(_ text: String, as section: String, named source: String, in pack: String) throws {
        let name = source.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? "imported"
        let path = "\(section)/\(name.isEmpty ? "imported" : name).yaml"
        let change = try PackEdit(of: path, in: pack)
        try change.write(text)
        let problems = readPack(folder: pack).problems.filter { $0.severity == .error }
        guard problems.isEmpty else {
            try change.undo()
            throw Failure(
                .unreadable,
                "the pack would have errors; nothing is changed:\n"
                    + problems.map(\.description).joined(separator: "\n"))
        }
        line("written: \(pack)/\(path)")
    }
}

extension ImportFormat: ExpressibleByArgument {}
