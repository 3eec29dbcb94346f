import Foundation
import GRDB
import Testing
import records_probe

@testable import Records

@Suite struct OpeningTests {
    let folder = TemporaryFolder()

    @Test func `folders and file are made for their owner alone`() throws {
        let path = folder.file("a/b/records.sqlite")
        let records = try Records(path: path)
        #expect(try permissions(folder.file("a")) == 0o700)
        #expect(try permissions(folder.file("a/b")) == 0o700)
        for file in [path, path + "-wal", path + "-shm"] {
            #expect(try permissions(file) == 0o600)
        }
        try records.close()
    }

    @Test func `a folder that is there keeps its permissions`() throws {
        try Records(path: folder.file("records.sqlite")).close()
        #expect(try permissions(folder.path) == 0o755)
    }

    @Test func `every connection is durable, journaled and checked`() throws {
        let records = try Records(path: folder.records)
        let settings = try records.queue.read { db in
            try ["journal_mode", "synchronous", "foreign_keys", "busy_timeout", "application_id"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)")
            }
        }
        #expect(settings == ["wal", "2", "1", "5000", "\(Schema.owner)"])
    }

    @Test func `every table is strict`() throws {
        let records = try Records(path: folder.records)
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
        let records = try Records(path: folder.records)
        var course = try Course(records)
        let id = try course.answer()
        try records.close()
        let again = try Records(path: folder.records)
        #expect(try again.allAnswers(course.learner.id).map(\.id) == [id])
    }

    @Test func `two may have the file open in one process`() throws {
        let one = try Records(path: folder.records)
        let other = try Records(path: folder.records)
        var course = try Course(one)
        let id = try course.answer()
        #expect(try other.lastAnswers(1, of: course.learner.id).map(\.id) == [id])
    }

    @Test func `an empty file becomes records`() throws {
        let path = folder.file("records.sqlite")
        try Data().write(to: URL(fileURLWithPath: path))
        var course = try Course(try Records(path: path))
        try course.answer()
    }

    @Test func `what a killed process left in the journal is there again`() throws {
        let records = try Records(path: folder.records)
        var course = try Course(records)
        let ids = try (0..<5).map { _ in try course.answer() }
        let path = folder.file("left.sqlite")
        for suffix in ["", "-wal"] { try copy(folder.records + suffix, to: path + suffix) }
        let left = try Records(path: path)
        #expect(try left.allAnswers(course.learner.id).map(\.id) == ids)
        #expect(try left.state(of: course.learner.id, in: Sample.pack).rows == course.tally.states[Sample.pack]?.rows)
    }

    @Test func `a relative path and a path of odd characters are files like others`() throws {
        let path = folder.file("it's 100%? #1 & “ü”.sqlite")
        try Records(path: path).close()
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `records in memory work as those in a file`() throws {
        let records = try Records.inMemory()
        var course = try Course(records)
        for _ in 0..<12 { try course.answer() }
        #expect(records.path == nil)
        #expect(try records.allAnswers(course.learner.id).count == 12)
        #expect(try records.state(of: course.learner.id, in: Sample.pack) == course.tally.states[Sample.pack])
    }
}
