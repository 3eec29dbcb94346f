import Authoring
import Content
import Yams

/// A small pack with something in every kind of file.
struct SamplePack {
    let files: [(path: String, bytes: [UInt8])]
    let pack: Pack

    struct Broken: Error, CustomStringConvertible {
        let problems: [Problem]
        var description: String { "the sample pack has problems: \(problems.map(\.description))" }
    }

    init() throws {
        files = samplePack.map { ($0.path, Array($0.text.utf8)) }
        let reading = readPack(files: files)
        guard let pack = reading.pack else { throw Broken(problems: reading.problems) }
        self.pack = pack
    }

    /// Mutants of one file of the pack at a time.
    var subject: Subject {
        let spice = [
            "[", "]", "{", "}", ": ", "- ", "\"", "'", "|", ">", "&a ", "*a ", "!!int ", "? ", "#", "%", "\t", "\n",
            "\r",
            "\u{FEFF}", "\u{202E}", "\\e", "99601", "99602", "9960l", "-1", "1e9", "~", "<<: ", "---\n", "é", "👩‍⚕️",
            "\0", "0", "15", "1440", "9999999999999999999", "2026-02-30", "\"24:00\"", "infusion", "visit", "guide",
            "midpoint", "none", "{start}", "{drug.drug}", "at-least 31", "id: visit", "null", "true",
        ].map { Array($0.utf8) }
        let files = files
        return Subject("pack", count: files.count) { place, random in
            var mutant = files
            mutant[place].bytes = mutate(files[place].bytes, spice: spice, with: &random)
            // The reader of the form is told apart by asking it about the one file that changed.
            return [mutant[place]] + mutant
        } read: { mutant in
            let reading = readPack(files: Array(mutant.dropFirst()))
            let errors = reading.problems.filter { $0.severity == .error }
            let text = String(validating: mutant.first?.bytes ?? [], as: UTF8.self)
            let isYAML = text.map { (try? Yams.compose(yaml: $0, .basic)) != nil } ?? false
            if reading.pack != nil, errors.isEmpty { return .read }
            guard reading.pack == nil else {
                return .init(isRead: true, isWellFormed: isYAML, failure: "a pack with an error is taken for sound")
            }
            return .init(refused: errors.map(\.description), isWellFormed: isYAML)
        }
    }
}
