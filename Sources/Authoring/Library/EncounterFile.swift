package import Content
package import Machine
package import Scoring
import Yams

/// An encounter file that cannot be used.
package enum EncounterFileError: Error, Sendable {
    /// The file is not there, cannot be opened, or is too large.
    case unreadable(FileError)
    case broken([Problem])
}

/// Reads the facts of an encounter from a YAML file, written as under `encounter:` in a pack. Anything that the file
/// leaves out is the edition's first day, at home, by the first performer of the pack.
///
/// - Parameters:
///   - path: The file; `-` is standard input.
///   - pack: What the names of services and performers are of.
/// - Returns: The encounter.
/// - Throws: `EncounterFileError` with every problem of the file, each at its position.
package func readEncounter(file path: String, in pack: Pack) throws(EncounterFileError) -> Encounter {
    let bytes: [UInt8]
    do {
        bytes =
            path == "-"
            ? try readInput(limit: SourceText.byteLimit) : try readFile(path, limit: SourceText.byteLimit)
    } catch {
        throw .unreadable(error)
    }
    let log = ProblemLog()
    let reader = PackReader(files: PackFiles(), log: log)
    reader.names = Names(of: pack)
    var encounter: Encounter?
    if var value = parseYAML(bytes, file: path, log: log) {
        // A whole scenario may be given as well as the facts alone.
        if case .mapping(let mapping) = value.node, let facts = mapping["encounter"] { value = value.with(facts) }
        let date = pack.effective.from ?? Day.first
        encounter = reader.readEncounter(value, defaults: EncounterDefaults(date: date, of: pack))
    }
    guard let encounter, !log.hasErrors else { throw .broken(log.sorted) }
    return encounter
}

extension Names {
    /// The names that the facts of an encounter may hold.
    fileprivate init(of pack: Pack) {
        serviceKinds = Known(pack.serviceKinds.map(\.subject))
        performers = Known(pack.performers.map(\.subject))
        codes = Known(pack.codes.codes)
        inTenths = pack.codes.vocabulary.inTenths
        note(pack.codes.families, pack.codes.hierarchies)
    }
}
