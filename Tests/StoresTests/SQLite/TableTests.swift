import GRDB
import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@testable import Stores

/// What the file itself holds, whoever opens it.
@Suite struct TableTests {
    let folder: TemporaryFolder
    let store: SQLiteLearnerStore

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteLearnerStore(path: folder.records)
    }

    @Test(arguments: [
        "DELETE FROM answer", "UPDATE answer SET text = 'better'",
        "UPDATE answer SET verdict = 'correct', fraction = 1",
        "UPDATE answer SET undone = NULL", "UPDATE item SET key = 'other'", "DELETE FROM item",
        "DELETE FROM session", "DELETE FROM learner",
        "INSERT INTO answer SELECT 99, 99, session, item, place, at, response, hints, text, verdict, fraction, skills, findings, beliefs, undone FROM answer",
    ])
    func `everybody is held to what happened`(_ sql: String) throws {
        var course = try Course(store)
        try course.answer()
        #expect(throws: DatabaseError.self) { try store.queue.write { try $0.execute(sql: sql) } }
        #expect(try store.allAnswers(course.learner.id).map(\.answer) == [Sample.answer(0)])
    }

    @Test func `an item is whole, and comes with its first answer or flag`() throws {
        let course = try Course(store)
        var state = Records.State()
        state.memory["no such item"] = Records.Memory(
            stability: 1, difficulty: 1, due: moment(0), last: moment(0), reviews: 1)
        #expect(throws: RecordsError.self) {
            try store.record(Sample.answer(1), to: Sample.item(1), in: course.session, changing: state)
        }
        #expect(try store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM item") } == 0)
        try store.flag(Sample.item(1), by: course.learner.id, note: "", at: moment(3))
        let row = try #require(try store.queue.read { try Row.fetchOne($0, sql: "SELECT * FROM item") })
        let item = Sample.item(1)
        #expect(row["identity"] == item.identity && row["kind"] == item.kind && row["pack"] == item.pack)
        #expect(row["question"] == item.question && row["key"] == item.key)
    }

    @Test func `a session keeps its first end`() throws {
        let course = try Course(store)
        func end() throws -> Int64? {
            try store.queue.read { try Int64?.fetchOne($0, sql: "SELECT ended FROM session") ?? nil }
        }
        #expect(try end() == nil)
        try store.endSession(course.session.id, at: moment(30))
        try store.endSession(course.session.id, at: moment(99))
        #expect(try end() == 30)
    }
}
