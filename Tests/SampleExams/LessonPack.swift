import Authoring
package import Content
package import Examining
import Machine
import PseudoTerminal
import Quiz
import Scoring

/// The pack of the lesson with exams of all that it has, three visits and two terms, read once from memory.
package struct LessonPack {
    /// As the files were written.
    package let revision: PackRevision
    package let final: Blueprint
    /// Forward only, two attempts a day apart, results after the window.
    package let drill: Blueprint

    /// What answers every item rightly, by the id of its scenario or term.
    package static let right = [
        "half-an-hour-more": "99601 x1", "four-hours": "99601 x1, 99602 x2", "in-the-office": "none",
        "midpoint-rule": "midpoint rule", "add-on-code": "add-on code",
    ]

    /// The file of its exams.
    package static let blueprints = """
        blueprints:
          - id: final
            title: The lesson, final
            summary: Whoever passes has read the lesson.
            minutes: 30
            attempts: 3
            wait: { hours: 0 }
            pass-mark: { percent: 60, justification: enough for a lesson }
            navigation: free
            sections:
              - { id: visits, title: Visits, count: 3, kinds: [claim], policies: [cpt-midpoint] }
              - { id: terms, title: Terms, count: 2, kinds: [term] }
          - id: drill
            title: The lesson, drill
            summary: Whoever passes can be quick.
            minutes: 20
            attempts: 2
            wait: { hours: 24 }
            pass-mark: { percent: 70, justification: enough for a drill }
            navigation: forward
            results: after-window
            sections:
              - { id: visits, title: Visits, count: 3, kinds: [claim], policies: [cpt-midpoint] }
              - { id: terms, title: Terms, count: 2, kinds: [term] }

        """

    /// Reads the pack, with words of its files replaced by others.
    ///
    /// - Parameters:
    ///   - edits: What stands in a file, and what is to stand there.
    ///   - revision: What the revision is called.
    /// - Throws: Where the pack cannot be read, or lacks what is to be replaced.
    package init(_ edits: [(file: String, from: String, to: String)] = [], revision: String = "first") throws {
        let folder = repository("Tests/EndToEnd/Packs/lesson")
        var texts = ["blueprints.yaml": Self.blueprints]
        for name in names(inFolder: folder) { texts[name] = try readText("\(folder)/\(name)") }
        for edit in edits {
            guard let text = texts[edit.file], text.contains(edit.from) else {
                throw UnreadableLesson(problems: "\(edit.file) has no \(edit.from)")
            }
            texts[edit.file] = text.replacing(edit.from, with: edit.to)
        }
        let reading = readPack(files: texts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
        guard let pack = reading.pack, let final = pack.blueprint("final") else {
            throw UnreadableLesson(problems: "\(reading.problems)")
        }
        self.revision = PackRevision(pack, named: "lesson", revision: revision, sha256: "\(revision)-sha256")
        self.final = final
        drill = pack.blueprint("drill") ?? final
    }

    package var pack: Pack { revision.pack }

    /// Read once for all tests that change nothing in it.
    package static let usual = Result { try LessonPack() }
}

/// The lesson is not what it was.
private struct UnreadableLesson: Error {
    let problems: String
}
