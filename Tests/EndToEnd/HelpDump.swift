/// What the program says of itself.
struct HelpDump: Decodable {
    let command: Command

    struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?
        let superCommands: [String]?

        var name: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

        func flattened() -> [Command] { [self] + (subcommands ?? []).flatMap { $0.flattened() } }
    }

    struct Argument: Decodable, Equatable {
        let kind: String
        let valueName: String
        let isOptional: Bool
        let names: [Name]?
        let allValues: [String]?
        let defaultValue: String?

        struct Name: Decodable, Equatable {
            let kind: String
            let name: String
        }

        /// As the manual heads it.
        var heading: String {
            guard let name = names?.first?.name else { return "Ar \(valueName)" }
            return kind == "flag" ? "Fl -\(name)" : "Fl -\(name) Ar \(valueName)"
        }
    }
}
