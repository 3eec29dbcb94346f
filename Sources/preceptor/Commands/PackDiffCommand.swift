import ArgumentParser
import Authoring
import Content
import Editing
import Machine
import Reports
import Terminal
import Training

/// Says what an edit of a pack changes: entries, keys, and the items whose statistics begin anew.
struct PackDiffCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Say what is different in another version of a pack.",
        discussion: """
            Each line is one change. The last counts the items about scenarios and terms: an item whose words or key \
            changed is another item, and what was known of learners' answers to it stays with the old one. The exit \
            status is 0 where nothing is different, and 1 where something is.
            """)

    @Argument(help: "The pack as it was: a bundled pack by its id, or a folder.", completion: .directory)
    var old: String

    @Argument(help: "The pack as it is.", completion: .directory)
    var new: String

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let library = try PackLibrary.standard()
        let (old, new) = (try library.read(old), try library.read(new))
        let changes = old.changes(to: new)
        let items = ItemChange(from: old, to: new)
        if json {
            console.json(.object([("changes", .array(changes.map(JSON.init))), ("items", JSON(items))]))
        } else if changes.isEmpty {
            console.line("nothing is different")
        } else {
            let rows = changes.map { [$0.kind.rawValue, $0.what, $0.id, $0.detail] }
            for line in columns(rows, indent: 0) { console.line(line) }
            console.line()
            console.line("items: \(items.same) the same, \(items.added) new, \(items.gone) gone")
        }
        if !changes.isEmpty { throw ExitStatus.notRight.code }
    }
}

extension PackLibrary {
    /// A pack that may be in the middle of an edit: claims that its scenarios no longer prove are what a comparison is
    /// made for.
    fileprivate func read(_ name: String) throws(PackError) -> Pack {
        let reading = readPack(folder: try folder(of: name))
        guard let pack = reading.disputed else { throw .broken(name: name, problems: reading.problems) }
        return pack
    }
}

extension JSON {
    fileprivate init(_ change: PackChange) {
        self = .object([
            ("kind", .string(change.kind.rawValue)), ("what", .string(change.what)), ("id", .string(change.id)),
            ("detail", .string(change.detail)),
        ])
    }

    fileprivate init(_ items: ItemChange) {
        self = .object([
            ("same", .integer(items.same)), ("new", .integer(items.added)), ("gone", .integer(items.gone)),
        ])
    }
}
