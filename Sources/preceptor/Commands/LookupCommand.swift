import ArgumentParser
import Content
import Machine
import Reports
import Terminal
import Training

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
