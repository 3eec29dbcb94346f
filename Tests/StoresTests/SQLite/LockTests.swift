import Foundation
import GRDB
import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@testable import Stores

@Suite struct LockTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a file that stays locked is told, and nothing is lost`() throws {
        let records = try SQLiteLearnerStore(path: folder.records, patience: 0.1)
        var course = try Course(records)
        try course.answer()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: folder.records, configuration: configuration)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let error = #expect(throws: RecordsError.self) {
            try records.startSession(of: course.learner.id, pack: "p", goal: 1, at: moment(0))
        }
        #expect(error?.kind == .locked)
        #expect(
            error?.message.contains("\(folder.records) is locked by another program while keeping a session") == true)
        #expect(try records.allAnswers(course.learner.id).count == 1)
        try other.inDatabase { try $0.execute(sql: "COMMIT") }
        try course.answer()
        #expect(try records.allAnswers(course.learner.id).count == 2)
    }

    @Test func `an opening that stays under way elsewhere is told`() throws {
        let held = open(folder.path, O_RDONLY | O_DIRECTORY)
        defer { close(held) }
        try #require(flock(held, LOCK_EX) == 0)
        let error = #expect(throws: RecordsError.self) {
            try SQLiteLearnerStore(path: folder.path(of: "records.sqlite"), patience: 0.05)
        }
        #expect(error?.kind == .locked)
        #expect(error?.message.contains("opening the records") == true)
    }
}
