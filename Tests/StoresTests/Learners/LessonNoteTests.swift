import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@Suite struct LessonNoteTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let notes = [
        Records.LessonNote(lesson: "first-code", kind: .begun, stages: 0, at: moment(1)),
        Records.LessonNote(lesson: "first-code", kind: .passed, stages: 3, at: moment(2)),
        Records.LessonNote(lesson: "further-hours", kind: .mastered, stages: 0, at: moment(3)),
        // A clock that was set back changes nothing in the order.
        Records.LessonNote(lesson: "first-code", kind: .ended, stages: 0, at: moment(0)),
    ]

    @Test(arguments: StoreKind.allCases) func `notes come back in the order in which they were kept`(_ kind: StoreKind)
        throws
    {
        let records = try kind.open(in: folder)
        let anna = try records.learner(named: "anna", at: moment(0))
        for note in Self.notes { try records.record(note, of: anna.id, in: "home") }
        #expect(try records.lessonNotes(of: anna.id, in: "home") == Self.notes)
    }

    @Test(arguments: StoreKind.allCases) func `notes are one learner's, of one pack`(_ kind: StoreKind) throws {
        let records = try kind.open(in: folder)
        let anna = try records.learner(named: "anna", at: moment(0))
        let ben = try records.learner(named: "ben", at: moment(0))
        try records.record(Self.notes[0], of: anna.id, in: "home")
        try records.record(Self.notes[1], of: ben.id, in: "home")
        try records.record(Self.notes[2], of: anna.id, in: "other")
        #expect(try records.lessonNotes(of: anna.id, in: "home") == [Self.notes[0]])
        #expect(try records.lessonNotes(of: ben.id, in: "home") == [Self.notes[1]])
        #expect(try records.lessonNotes(of: ben.id, in: "other") == [])
    }
}
