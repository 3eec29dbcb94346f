import ArgumentParser
import Authoring
import Content
import Examining
import Machine
import Scoring
import Terminal

/// The pack that a command works with.
struct PackOptions: ParsableArguments {
    static let usual = "home-infusion"

    @Option(
        help: ArgumentHelp("A bundled pack by its id, or a folder with a pack in it.", valueName: "pack"),
        completion: .directory)
    var pack = PackOptions.usual

    func load() throws -> Pack { try PackLibrary.standard().load(pack) }

    /// The pack with what its revision is named by.
    func loadRevision() throws -> PackRevision {
        let library = try PackLibrary.standard()
        let (revision, sha256) = try library.fingerprints(of: pack)
        return PackRevision(try library.load(pack), named: pack, revision: revision, sha256: sha256)
    }
}

/// The pack that a command about packs works with, named by an argument or as everywhere else.
struct NamedPackOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("A bundled pack by its id, or a folder with a pack in it.", valueName: "pack"),
        completion: .directory)
    var argument: String?

    @Option(
        name: .customLong("pack"), help: ArgumentHelp("The same, as other commands take it.", valueName: "pack"),
        completion: .directory)
    var option: String?

    /// Nil where none is named.
    var named: String? { argument ?? option }
    var pack: String { named ?? PackOptions.usual }

    func validate() throws {
        guard argument == nil || option == nil else { throw ValidationError("Name the pack once.") }
    }

    func load() throws -> Pack { try PackLibrary.standard().load(pack) }
}
