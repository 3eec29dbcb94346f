import ArgumentParser
import Authoring
import Content
import Machine
import Reports
import Terminal
import Training

/// Makes a working pack to begin with.
struct PackNewCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a working pack to change into your own.",
        discussion: """
            The families: timed-visit, a first code and a further one for each block of minutes beyond; range, one \
            of several codes chosen by the minutes; blocks, a unit for each block; by-visits, one of several codes \
            chosen by the visits of a month; first-or-later, another code for a first visit; bundled, work whose \
            minutes count or come off; base-and-time, units of a base and of time; pool, codes that share their \
            minutes; hierarchy, one initial service a day; per-diem, a unit for each day of a therapy; drug, units of \
            an amount. What no option says is asked for at \
            a terminal. The folder appears whole or not at all, and must not be there yet, or be empty.
            """)

    @Argument(help: "The folder to make.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp("What is billed, and how it becomes units: one of the families above.", valueName: "family"))
    var family: Skeleton.Family?

    @Option(help: ArgumentHelp("What the pack is called in a heading.", valueName: "words"))
    var title: String?

    @Option(help: ArgumentHelp("The pack's id; the folder's name by default.", valueName: "id"))
    var id: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The codes of the family, as many as it has.", valueName: "code"))
    var codes: [String] = []

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let questions = Questions(console)
        let family = try family ?? questions.family()
        var skeleton = Skeleton(family)
        let usual = Skeleton.id(fromFolder: folder)
        skeleton.id = try id ?? questions.ask("The pack's id", usual: usual)
        let words = skeleton.id.split(separator: "-").joined(separator: " ")
        skeleton.title = try title ?? questions.ask("Its title", usual: words)
        if !codes.isEmpty {
            skeleton.codes = codes
        } else if questions.canAsk {
            skeleton.codes = try questions.ask("Its codes", usual: family.codes.joined(separator: " "))
                .split { " ,".contains($0) }.map(String.init)
        }
        let files = try skeleton.files(in: try PackLibrary.standard().bundled)
        try make(files)
        if json {
            console.json(
                .object([
                    ("folder", .string(folder)), ("id", .string(skeleton.id)),
                    ("files", .strings(files.map(\.name))),
                ]))
        } else {
            console.line("\(folder): a pack that works. What to do next:")
            console.line("  preceptor pack check --watch \(folder)")
            console.line("  preceptor pack preview --watch --pack \(folder)")
        }
    }

    /// Makes the folder, unless the pack would have a problem.
    private func make(_ files: [(name: String, text: String)]) throws {
        let made = try NewFolder(folder)
        do {
            for file in files { try made.add(file.text, as: file.name) }
            let reading = readPack(folder: made.draft)
            guard reading.problems.isEmpty else { throw PackError.broken(name: folder, problems: reading.problems) }
            try made.finish()
        } catch {
            made.abandon()
            throw error
        }
    }
}

/// Asks at a terminal, and takes what is usual anywhere else.
private struct Questions {
    let console: Console
    let canAsk: Bool

    init(_ console: Console) {
        self.console = console
        canAsk = isTerminal(0)
    }

    func ask(_ question: String, usual: String) throws -> String {
        guard canAsk else { return usual }
        console.output.write("\(question) [\(usual)]: ")
        try console.output.flush()
        guard let line = readLine() else { throw Failure(.usage, "the questions were not answered; nothing is made") }
        let answer = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return answer.isEmpty ? usual : answer
    }

    func family() throws -> Skeleton.Family {
        let names = Skeleton.Family.allCases.map(\.rawValue)
        let answer = try ask("What is billed: \(names.joined(separator: ", "))", usual: names[0])
        guard let family = Skeleton.Family(rawValue: answer) else {
            let mend = suggestion(for: answer, among: names) ?? "known are \(names.joined(separator: ", "))"
            throw Failure(.usage, "no family \(answer.prefix(40)); \(mend)")
        }
        return family
    }
}

extension Skeleton.Family: ExpressibleByArgument {}
