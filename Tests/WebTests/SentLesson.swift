#if Server
import Interchange
import PseudoTerminal
import SampleExams

/// The pack of the lesson as educators send it.
enum SentLesson {
    /// What stands in a file, and what is to stand there.
    typealias Edit = (file: String, from: String, to: String)

    /// Other words in a scenario.
    static let edit: Edit = (
        "scenarios.yaml", "A nurse infuses a drug at the", "A nurse gives a drug at the"
    )

    /// Its files, with words of them replaced by others.
    static func files(_ edits: [Edit] = []) throws -> [(name: String, text: String)] {
        let place = repository("Tests/EndToEnd/Packs/lesson")
        var texts = ["blueprints.yaml": LessonPack.blueprints]
        for name in names { texts[name] = try readFile("\(place)/\(name)") }
        for edit in edits {
            guard let text = texts[edit.file], text.contains(edit.from) else { throw MissingWords(words: edit.from) }
            texts[edit.file] = text.replacing(edit.from, with: edit.to)
        }
        return texts.sorted { $0.key < $1.key }.map { (name: $0.key, text: $0.value) }
    }

    /// The same as an archive, in a folder of it, and other files beside them.
    static func archive(
        _ edits: [Edit] = [], in folder: String = "", and others: [(name: String, text: String)] = []
    ) throws -> [UInt8] {
        var archive = ZipArchive()
        for file in try files(edits) { archive.add(folder + file.name, Array(file.text.utf8)) }
        for other in others { archive.add(other.name, Array(other.text.utf8)) }
        return archive.finish()
    }

    private static let names = [
        "circumstances.yaml", "codes.yaml", "misconceptions.yaml", "pack.yaml", "policies.yaml", "scenarios.yaml",
        "terms.yaml",
    ]

    private struct MissingWords: Error { let words: String }
}
#endif
