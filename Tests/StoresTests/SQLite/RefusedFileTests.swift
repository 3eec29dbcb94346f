import Foundation
import GRDB
import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@testable import Stores

/// Files that cannot be used are left as they are, and the message names a way on.
@Suite struct RefusedFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Opens a file that is to be refused, and sees to it that no byte of it changes.
    private func refusal(_ path: String) throws -> RecordsError? {
        let files = ["", "-wal"].map { path + $0 }.filter(FileManager.default.fileExists(atPath:))
        let before = try files.map(bytes)
        let error = #expect(throws: RecordsError.self) { try SQLiteLearnerStore(path: path) }
        #expect(try files.map(bytes) == before)
        #expect(error?.message.contains(path) == true)
        #expect(error?.message.contains("PRECEPTOR_HOME") == true)
        return error
    }

    @Test(arguments: [
        Data("hello".utf8), Data(repeating: 0, count: 3), Data(repeating: 0, count: 10_000),
        Data((0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ $0 >> 3) }),
        Data("SQLite format 3\0".utf8), Data("SQLite format 3\0".utf8) + Data(repeating: 7, count: 5_000),
    ])
    func `what is no database is refused`(_ content: Data) throws {
        let path = folder.path(of: "records.sqlite")
        try content.write(to: URL(fileURLWithPath: path))
        let error = try refusal(path)
        #expect(error?.kind == .damaged)
        #expect(error?.message.contains("aside") == true)
    }

    @Test func `a file that was cut short is refused`() throws {
        let path = try folder.written(300)
        let whole = try bytes(path)
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: path))
        #expect(try refusal(path)?.kind == .damaged)
    }

    @Test func `a database of another program is refused`() throws {
        let path = folder.path(of: "other.sqlite")
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE recipe (title TEXT); INSERT INTO recipe VALUES ('soup')") }
        try other.close()
        let error = try refusal(path)
        #expect(error?.kind == .damaged)
        #expect(error?.message.contains("another program") == true)
    }

    @Test func `damage that shows only later is told, and nothing is written over it`() throws {
        let path = try folder.written(300)
        var content = try bytes(path)
        let later = content.count / 3..<content.count
        content.replaceSubrange(later, with: Data(repeating: 0xA5, count: later.count))
        try content.write(to: URL(fileURLWithPath: path))
        let records = try SQLiteLearnerStore(path: path)
        let error = #expect(throws: RecordsError.self) {
            let anna = try records.learner(named: "anna", at: moment(0))
            _ = try records.state(of: anna.id, in: Sample.pack)
            _ = try records.allAnswers(anna.id)
        }
        #expect(error?.kind == .damaged)
        try records.close()
        #expect(try bytes(path) == content)
    }

    @Test func `a row that does not hold what it should is damage`() throws {
        let path = try folder.written(3)
        let tool = try DatabaseQueue(path: path)
        try tool.write { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON; DROP TRIGGER answer_is_fixed")
            try db.execute(sql: "UPDATE answer SET verdict = 'maybe' WHERE id = 2")
        }
        try tool.close()
        let records = try SQLiteLearnerStore(path: path)
        let anna = try records.learner(named: "anna", at: moment(0))
        let error = #expect(throws: RecordsError.self) { try records.allAnswers(anna.id) }
        #expect(error?.kind == .damaged)
        #expect(error?.message.contains("maybe") == true)
    }

    @Test func `a file of a newer version is refused`() throws {
        let path = try folder.written(3)
        let later = try DatabaseQueue(path: path)
        try later.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 of tomorrow')") }
        try later.close()
        let error = try refusal(path)
        #expect(error?.kind == .newer)
        #expect(error?.message.contains("newer version") == true)
    }

    @Test func `a newer version that was killed is found in its journal`() throws {
        let original = try folder.written(3)
        let later = try DatabaseQueue(path: original)
        try later.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 of tomorrow')") }
        let path = folder.path(of: "left.sqlite")
        for suffix in ["", "-wal"] { try copy(original + suffix, to: path + suffix) }
        try #require(try bytes(path + "-wal").count > 0)
        #expect(try refusal(path)?.kind == .newer)
        #expect(try refusal(path)?.kind == .newer)
    }
}
