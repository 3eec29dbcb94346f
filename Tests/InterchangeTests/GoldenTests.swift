import PseudoTerminal
import Snapshots
import Testing

@testable import Interchange

/// What the lesson reads like in every format; `PRECEPTOR_SNAPSHOTS=record` writes the files anew.
@Suite struct `The lesson as other systems get it` {
    @Test func `in text`() throws {
        let bank = try Sample.goldenBank()
        for (name, export) in [
            ("gift", bank.gift), ("moodle-xml", bank.moodleXML), ("aiken", bank.aiken), ("csv", bank.csv),
        ] {
            let losses = export.losses.map { "\($0)\n" }.joined()
            expectSnapshot(String(decoding: export.bytes, as: UTF8.self), named: name, in: "Golden")
            expectSnapshot(losses.isEmpty ? "nothing is lost" : losses, named: "\(name)-losses", in: "Golden")
        }
    }

    @Test(arguments: [QTIVersion.v21, .v30]) func `in QTI`(version: QTIVersion) throws {
        let bank = try Sample.goldenBank()
        let questions = bank.questions.filter { !$0.id.contains("four-hours") }
        let documents = questions.enumerated().map { version.document($1.qtiItem("item-\($0 + 1)")) }
        let text = documents.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
        expectSnapshot(text, named: "qti-\(version == .v21 ? "2.1" : "3.0")", in: "Golden")
    }

    @Test func `in Anki`() throws {
        let bank = try Sample.goldenBank()
        let notes = bank.questions.map { question in
            let note = AnkiNote(question, of: bank.name)
            return (["\(note.id) \(note.guid)\(note.tags)"] + note.fields).joined(separator: "\n")
        }
        expectSnapshot(
            ([AnkiNoteType.json(at: 0)] + notes).joined(separator: "\n\n"), named: "anki", in: "Golden")
        let package = try bank.anki(at: 1_700_000_000).bytes
        #expect(try bank.anki(at: 1_700_000_000).bytes == package)
    }
}
