import Scoring

/// What came of reading a pack: the pack, unless a file has an error, and every problem found.
package struct PackReading: Sendable {
    /// Nil where there is an error; warnings do not stand in the way.
    package let pack: Pack?
    /// In the order of the files.
    package let problems: [Problem]
    /// A number that changes whenever a file of the pack does.
    package let fingerprint: String
}

/// Reads and checks a folder of pack files.
package func readPack(folder: String) -> PackReading {
    let log = ProblemLog()
    let files = PackFiles(folder: folder, log: log)
    let reader = PackReader(files: files, log: log)
    reader.readsTellings = true
    let pack = reader.read()
    return PackReading(
        pack: log.hasErrors ? nil : pack, problems: log.sorted, fingerprint: files.fingerprint)
}

/// Reads the sections of a pack one after the other, each with the names that the ones before it gave.
final class PackReader {
    let files: PackFiles
    let log: ProblemLog
    var names = Names()
    /// Whether the tellings that templates make are read as well, which finds warnings only and takes its time.
    var readsTellings = false
    /// What pack.yaml names and a later section must have.
    var defaultPolicy: Value?
    var mainFamily: Value?

    init(files: PackFiles, log: ProblemLog) {
        self.files = files
        self.log = log
    }

    func read() -> Pack? {
        guard files.files.contains(where: { $0.path.hasPrefix("pack.") }) else {
            log.error("the folder has no pack.yaml", at: Place("pack.yaml"), mend: "every pack begins with one")
            return nil
        }
        var pack = readAbout()
        readCodes(into: &pack)
        readPolicies(into: &pack)
        readMisconceptions(into: &pack)
        readKnowledge(into: &pack)
        readScenarios(into: &pack)
        readTemplates(into: &pack)
        return pack
    }

    /// Checks that names are given once, and reports the ones given again.
    func unique<Name: Hashable>(_ names: [(name: Name, place: Place)], what: String) {
        var first: [Name: Place] = [:]
        for (name, place) in names {
            if let earlier = first[name] {
                let there =
                    earlier.file == place.file ? "line \(earlier.line)" : "\(earlier.file), line \(earlier.line)"
                log.error("\(what) \(name) is there already, in \(there)", at: place, mend: "rename one of them")
            } else {
                first[name] = place
            }
        }
    }
}

/// The names that the sections read so far have given, which later ones refer to.
struct Names {
    var sources: [String] = []
    var codes: [Code] = []
    var serviceKinds: [ID<ServiceKind>] = []
    var performers: [ID<Performer>] = []
    var families: [ID<Family>] = []
    var abbreviations = KnownAbbreviations()
}

extension PackReader {
    /// The sources that an entry cites; it must cite one, and only such as the pack names.
    func sources(of fields: inout Fields) -> [String] {
        guard let value = fields.required("source") else { return [] }
        return value.list { source in
            guard let id = source.text(limit: 64) else { return nil }
            if !names.sources.contains(id) {
                source.fail(
                    "no source \(id) in pack.yaml",
                    mend: suggestion(for: id, among: names.sources) ?? "add it to sources: there")
            }
            return id
        }
    }

    /// A code that the code set has.
    func knownCode(_ value: Value) -> Code? {
        guard let code = value.code() else { return nil }
        if !names.codes.contains(code) {
            value.fail(
                "no code \(code) in codes.yaml",
                mend: suggestion(for: code.description, among: names.codes.map(\.description)) ?? "add it there first")
        }
        return code
    }

    /// An id that an earlier section gave.
    func known<Owner>(_ value: Value, among ids: [ID<Owner>], what: String) -> ID<Owner>? {
        guard let id: ID<Owner> = value.id() else { return nil }
        if !ids.contains(id) {
            value.fail(
                "no \(what) \(id)",
                mend: suggestion(for: id.text, among: ids.map(\.text))
                    ?? "known are \(ids.map(\.text).joined(separator: ", "))")
        }
        return id
    }
}
