import Authoring
import Content
import Examining
import Quiz
import Scoring
import System
import Testing

/// The folder of this repository's tests.
let testFolder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

/// The pack of the lesson with exams of all that it has, three visits and two terms, read once from memory.
struct LessonPack {
    /// As the files were written.
    let revision: PackRevision
    let final: Blueprint
    /// Forward only, two attempts a day apart, results after the window.
    let drill: Blueprint

    /// What answers every item rightly.
    static let right = [
        "half-an-hour-more": "99601 x1", "four-hours": "99601 x1, 99602 x2", "in-the-office": "none",
        "midpoint-rule": "midpoint rule", "add-on-code": "add-on code",
    ]

    private static let blueprints = """
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
    /// - Throws: Where the pack cannot be read, or has errors.
    init(_ edits: [(file: String, from: String, to: String)] = [], revision: String = "first") throws {
        let folder = testFolder + "/EndToEnd/Packs/lesson"
        var files: [(path: String, bytes: [UInt8])] = []
        for name in names(inFolder: folder) {
            var text = try readText("\(folder)/\(name)")
            for edit in edits where edit.file == name {
                try #require(text.contains(edit.from), "\(name) has no \(edit.from)")
                text = text.replacing(edit.from, with: edit.to)
            }
            files.append((name, Array(text.utf8)))
        }
        var blueprints = Self.blueprints
        for edit in edits where edit.file == "blueprints.yaml" { blueprints.replace(edit.from, with: edit.to) }
        files.append(("blueprints.yaml", Array(blueprints.utf8)))
        let reading = readPack(files: files)
        let pack = try #require(reading.pack, "\(reading.problems)")
        self.revision = PackRevision(pack, named: "lesson", revision: revision, sha256: "\(revision)-sha256")
        final = try #require(pack.blueprint("final"))
        drill = pack.blueprint("drill") ?? final
    }

    var pack: Pack { revision.pack }

    /// Read once for all tests that change nothing in it.
    static let usual = Result { try LessonPack() }
}

extension OpenAttempt {
    /// The place of the item about something, by the id of its scenario or term.
    func place(of item: String) throws -> Int {
        try #require(form.items.firstIndex { $0.contains("/\(item)") }, "\(form.items)")
    }

    /// Answers items by what they are about, whatever the form's order is.
    mutating func answer(_ answers: [String: String]) throws {
        for place in items.indices {
            guard let (_, text) = answers.first(where: { form.items[place].contains("/\($0.key)") }) else { continue }
            try answer(place, text)
        }
    }
}

extension StoredAttempt {
    /// The number of the item about something in the form, from 1.
    func number(of item: String) throws -> Int {
        try #require(form.items.firstIndex { $0.contains("/\(item)") }, "\(form.items)") + 1
    }
}
