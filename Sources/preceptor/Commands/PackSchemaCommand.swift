import ArgumentParser
import Authoring
import Content
import Machine
import Reports
import Terminal

/// Writes the JSON Schemas by which an editor completes and checks the files of a pack.
struct PackSchemaCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Write the JSON Schema of a kind of file of a pack.",
        discussion: """
            The kinds are those of a pack's files, and encounter, which --encounter takes. Without a kind, all of them \
            are written as one object by their names. Editors that know the YAML language server use the schema that a \
            file's first line names: # yaml-language-server: $schema=schemas/codes.json
            """)

    @Argument(help: "The kind of file: \(kinds.map(\.name).joined(separator: ", ")).")
    var kind: String?

    @Option(
        help: ArgumentHelp("Write each schema into this folder, as KIND.json.", valueName: "folder"),
        completion: .directory)
    var out: String?

    static let kinds = Shape.files + [.encounterFile]

    func perform(_ console: Console) throws {
        let shapes = try kind.map { [try Self.shape(named: $0)] } ?? Self.kinds
        if let out {
            try makeFolder(out)
            for shape in shapes {
                let path = "\(out)/\(shape.name).json"
                try writeFile(JSONSchema.document(of: shape).indented + "\n", to: path)
                console.line(path)
            }
        } else if let shape = shapes.first, kind != nil {
            console.output.write(JSONSchema.document(of: shape).indented + "\n")
        } else {
            console.output.write(JSON.object(shapes.map { ($0.name, JSONSchema.document(of: $0)) }).indented + "\n")
        }
    }

    private static func shape(named name: String) throws(Failure) -> Shape {
        if let shape = kinds.first(where: { $0.name == name }) { return shape }
        let names = kinds.map(\.name)
        let mend = suggestion(for: name, among: names) ?? "known are \(names.joined(separator: ", "))"
        throw Failure(.notFound, "no kind of file \(name.prefix(64)); \(mend)")
    }
}
