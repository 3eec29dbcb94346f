import ArgumentParser
import Content
import Host
import Quiz
import Terminal

/// Looks something up: a code, a term, a policy, an edit, a reason code.
struct LookupCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "lookup", abstract: "Look up a code, term, policy, edit or reason code.")

    @Argument(help: "What to look up, such as 99602, midpoint, or 151.")
    var words: [String]

    @OptionGroup var pack: PackOptions

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let wanted = words.joined(separator: " ")
        let found = pack.lookUp(wanted)
        guard !found.isEmpty else { throw Failure(.notFound, pack.nothing(for: wanted)) }
        if json {
            console.json(.array(found.map(JSON.init)))
        } else {
            console.show(found)
        }
    }
}

extension Pack {
    /// What to say when nothing is known by some words.
    func nothing(for words: String) -> String {
        let near = nearEntries(to: words)
        let mend = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
        return "nothing is known here as \(words.prefix(64))\(mend)"
    }
}

extension Console {
    /// Shows entries: a few in full, many by their names.
    func show(_ entries: [Entry]) {
        guard entries.count <= 5 else {
            table(entries.map { [$0.name, $0.kind.rawValue, $0.title] })
            return
        }
        for (place, entry) in entries.enumerated() {
            if place > 0 { line() }
            let name =
                entry.title.lowercased() == entry.name.lowercased() ? "" : "  (\(entry.kind.rawValue) \(entry.name))"
            line("  \(style.bold(entry.title))\(name)")
            for text in entry.text { paragraph(text.sentence) }
            if !entry.sources.isEmpty {
                paragraph(style.dim("Source: \(entry.sources.joined(separator: "; "))"))
            }
        }
    }
}

extension JSON {
    init(_ entry: Entry) {
        self = .object([
            ("kind", .string(entry.kind.rawValue)), ("name", .string(entry.name)), ("title", .string(entry.title)),
            ("text", .strings(entry.text)), ("sources", .strings(entry.sources)),
        ])
    }
}
