import Foundation
import GRDB
import Learning
import PseudoTerminal
import Testing
import records_probe

@testable import Stores

@Suite struct OpeningTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `folders and file are made for their owner alone`() throws {
        let path = folder.path(of: "a/b/records.sqlite")
        let records = try SQLiteLearnerStore(path: path)
        #expect(try permissions(folder.path(of: "a")) == 0o700)
        #expect(try permissions(folder.path(of: "a/b")) == 0o700)
        for file in [path, path + "-wal", path + "-shm"] {
            #expect(try permissions(file) == 0o600)
        }
        try records.close()
    }

    @Test func `a folder that is there keeps its permissions`() throws {
        chmod(folder.path, 0o755)
        try SQLiteLearnerStore(path: folder.path(of: "records.sqlite")).close()
        #expect(try permissions(folder.path) == 0o755)
    }

    @Test func `every connection is durable, journaled and checked`() throws {
        let records = try SQLiteLearnerStore(path: folder.records)
        let settings = try records.queue.read { db in
            try ["journal_mode", "synchronous", "foreign_keys", "busy_timeout", "application_id"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)")
            }
        }
        #expect(settings == ["wal", "2", "1", "5000", "\(Schema.owner)"])
    }

    @Test func `every table is strict`() throws {
        let records = try SQLiteLearnerStore(path: folder.records)
        let loose = try records.queue.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'
                    """)
        }
        #expect(loose.isEmpty)
    }

    @Test func `a second opening finds what the first has kept`() throws {
        let records = try SQLiteLearnerStore(path: folder.records)
        var course = try Course(records)
        let id = try course.answer()
        try records.close()
        let again = try SQLiteLearnerStore(path: folder.records)
        #expect(try again.allAnswers(course.learner.id).map(\.id) == [id])
    }

    @Test func `two may have the file open in one process`() throws {
        let one = try SQLiteLearnerStore(path: folder.records)
        let other = try SQLiteLearnerStore(path: folder.records)
        var course = try Course(one)
        let id = try course.answer()
        #expect(try other.lastAnswers(1, of: course.learner.id).map(\.id) == [id])
    }

    @Test func `an empty file becomes records`() throws {
        let path = folder.path(of: "records.sqlite")
        try Data().write(to: URL(fileURLWithPath: path))
        var course = try Course(try SQLiteLearnerStore(path: path))
        try course.answer()
    }

    @Test func `what a killed process left in the journal is there again`() throws {
        let records = try SQLiteLearnerStore(path: folder.records)
        var course = try Course(records)
        let ids = try (0..<5).map { _ in try course.answer() }
        let path = folder.path(of: "left.sqlite")
        for suffix in ["", "-wal"] { try copy(folder.records + suffix, to: path + suffix) }
        let left = try SQLiteLearnerStore(path: path)
        #expect(try left.allAnswers(course.learner.id).map(\.id) == ids)
        #expect(try left.state(of: course.learner.id, in: Sample.pack).rows == course.tally.states[Sample.pack]?.rows)
    }

    @Test func `a relative path and a path of odd characters are files like others`() throws {
        let path = folder.path(of: "it's 100%? #1 & “ü”.sqlite")
        try SQLiteLearnerStore(path: path).close()
        #expect(FileManager.default.fileExists(atPath: path))
    }
}
