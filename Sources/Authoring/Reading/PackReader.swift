package import Content
package import Scoring

/// What came of reading a pack: the pack, unless a file has an error, and every problem found.
package struct PackReading: Sendable {
    /// Nil where there is an error; warnings do not stand in the way.
    package let pack: Pack?
    /// The pack where nothing is wrong with it but claims that its scenarios expect; nil where there is another error.
    package let disputed: Pack?
    /// In the order of the files.
    package let problems: [Problem]
    /// A number that changes whenever a file of the pack does.
    package let fingerprint: String
    /// The SHA-256 of the pack's files, in hexadecimal digits.
    package let sha256: String
    /// The files that were read, by their paths within the pack.
    package let files: [(path: String, bytes: [UInt8])]
    /// Every scenario under every policy; empty where codes or policies have an error.
    package let proofs: [Proof]
    /// Where each section of each blueprint stands.
    package let sections: [ID<Blueprint>: [FilePosition]]
    /// Where each lesson stands.
    package let lessons: [ID<Lesson>: LessonPositions]
}

/// Reads and checks a folder of pack files. Where a day is given, an edition that is not in force on it is warned of.
package func readPack(folder: String, today: Day? = nil) -> PackReading {
    let log = ProblemLog()
    return read(PackFiles(folder: folder, log: log), today: today, log: log)
}

/// Reads and checks files that were sent as a pack, by their paths within it: they are held to all that is asked of a
/// folder.
package func readPack(sent files: [(path: String, bytes: [UInt8])], today: Day? = nil) -> PackReading {
    let log = ProblemLog()
    return read(PackFiles(sent: files, log: log), today: today, log: log)
}

/// Reads and checks the files of a pack that are in memory, by their paths within the pack.
package func readPack(files: [(path: String, bytes: [UInt8])]) -> PackReading {
    read(PackFiles(files), today: nil, log: ProblemLog())
}

private func read(_ files: PackFiles, today: Day?, log: ProblemLog) -> PackReading {
    let reader = PackReader(files: files, log: log)
    reader.readsTellings = true
    reader.keepsProofs = true
    let pack = reader.read()
    if let pack, !log.hasErrors {
        reader.checkCoverage(of: pack, today: today)
        reader.checkWords(of: pack)
        reader.checkCitations(in: pack, today: today)
    }
    let disputes = reader.proofs.count { $0.holds == false }
    return PackReading(
        pack: log.hasErrors ? nil : pack, disputed: log.errorCount > disputes ? nil : pack, problems: log.sorted,
        fingerprint: files.fingerprint, sha256: files.sha256, files: files.files, proofs: reader.proofs,
        sections: reader.positions.sections, lessons: reader.positions.lessons)
}

/// Reads the sections of a pack one after the other, each with the names that the ones before it gave.
final class PackReader {
    let files: PackFiles
    let log: ProblemLog
    var names = Names()
    var positions = FilePositions()
    /// Who cites which source, and what each source speaks of.
    var citations = Citations()
    /// Whether the tellings that templates make are read as well, which finds warnings only and takes its time.
    var readsTellings = false
    /// Whether the proofs of scenarios are kept for a report.
    var keepsProofs = false
    var proofs: [Proof] = []
    /// What pack.yaml names and a later section must have.
    var defaultPolicy: Value?
    var mainFamily: Value?
    /// The units in which the conditions read so far ask for what is infused in a day, for whoever holds them together.
    var dailyUnits: [(unit: Amount.Unit, at: Value)] = []
    /// The conditions of the family that is read, to be held against what it counts.
    var asked: [(condition: Condition, at: Value)] = []

    init(files: PackFiles, log: ProblemLog) {
        self.files = files
        self.log = log
    }

    func read() -> Pack? {
        guard files.files.contains(where: { $0.path == "pack.yaml" }) || files.unread.contains("pack") else {
            log.error("the folder has no pack.yaml", at: FilePosition("pack.yaml"), mend: "every pack begins with one")
            return nil
        }
        var pack = readAbout()
        readCodes(into: &pack)
        readPolicies(into: &pack)
        // A key derived from broken rules would contradict every author.
        let isSound = !log.hasErrors
        readMisconceptions(into: &pack)
        readKnowledge(into: &pack)
        readScenarios(into: &pack, provingKeys: isSound)
        readTemplates(into: &pack)
        readBlueprints(into: &pack)
        readLessons(into: &pack)
        return pack
    }

    /// Checks that names are given once, and reports the ones given again.
    @discardableResult
    func unique<Name: Hashable>(_ names: [(name: Name, position: FilePosition)], what: String) -> [Name: FilePosition] {
        var first: [Name: FilePosition] = [:]
        for (name, position) in names {
            if let earlier = first[name] {
                reportTwin("\(what) \(name)", at: position, of: earlier)
            } else {
                first[name] = position
            }
        }
        return first
    }

    private func reportTwin(_ twin: String, at position: FilePosition, of earlier: FilePosition) {
        let there = earlier.file == position.file ? "line \(earlier.line)" : "\(earlier.file), line \(earlier.line)"
        log.error("\(twin) is there already, in \(there)", at: position, mend: "rename or drop one of them")
    }
}

/// Where the entries stand that are checked once the whole pack has been read.
struct FilePositions {
    var effective: FilePosition?
    var policies: [ID<Policy>: FilePosition] = [:]
    /// The first of the exclusions.
    var exclusions: FilePosition?
    /// The stems of scenarios.
    var stems: [ID<Scenario>: FilePosition] = [:]
    var terms: [ID<Term>: FilePosition] = [:]
    var facts: [ID<Fact>: FilePosition] = [:]
    var circumstances: [ID<Circumstance>: FilePosition] = [:]
    var misconceptions: [ID<Misconception>: FilePosition] = [:]
    var sections: [ID<Blueprint>: [FilePosition]] = [:]
    var lessons: [ID<Lesson>: LessonPositions] = [:]
}
