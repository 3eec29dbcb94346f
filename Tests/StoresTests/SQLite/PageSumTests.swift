import Foundation
import GRDB
import Learning
import PseudoTerminal
import Testing
import records_probe

@testable import Stores

/// What a disk does to a file is told, and no answer vanishes without a word.
@Suite struct PageSumTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// All that is kept of Anna, in words.
    private func kept(in path: String) throws -> [String] {
        let records = try SQLiteLearnerStore(path: path)
        let anna = try #require(try records.knownLearner(named: "anna"))
        let answers = try records.allAnswers(anna.id)
        var times: [String] = []
        try records.forEachAnswer(of: anna.id, in: Sample.pack) { times.append("\($0) \($1) \($2)") }
        let state = try records.state(of: anna.id, in: Sample.pack)
        let memory = state.memory.map { "\($0)" }.sorted() + state.mastery.map { "\($0)" }.sorted()
        let seen = try records.seen(among: answers.map(\.item), by: anna.id).sorted()
        try records.close()
        return answers.map { "\($0)" } + times + memory + seen
    }

    @Test func `a flipped bit hides and changes nothing without a word`() throws {
        let path = try folder.written(20)
        let (whole, before) = (try bytes(path), try kept(in: path))
        var random = Seeded(19)
        var told = 0
        for _ in 0..<200 {
            var content = whole
            content[Int(random.next() % UInt64(whole.count))] ^= 1 << UInt8(random.next() % 8)
            let copy = folder.path(of: "flipped.sqlite")
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
            try content.write(to: URL(fileURLWithPath: copy))
            do {
                #expect(try kept(in: copy) == before)
            } catch let error as RecordsError {
                #expect(error.kind == .damaged, "\(error)")
                told += 1
            }
        }
        #expect(told > 100)
    }

    @Test func `a page of another file in a page's place is told`() throws {
        let path = try folder.written(300)
        var content = try bytes(path)
        let size = 4_096
        let last = content.count / size - 1
        for page in 2...last {
            content.replaceSubrange(page * size..<(page + 1) * size, with: content[size..<2 * size])
        }
        try content.write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: RecordsError.self) { try kept(in: path) }
        #expect(error?.kind == .damaged)
        #expect(error?.message.contains("does not hold what was written") == true)
    }

    @Test func `a file of an earlier version is given sums, and keeps its answers`() throws {
        let path = folder.path(of: "earlier.sqlite")
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "3 cures of misconceptions")
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO learner VALUES (1, 'anna', 0);
                    INSERT INTO session VALUES (1, 1, 'home-infusion', 0, NULL, 1);
                    INSERT INTO item VALUES (1, 'i', 'claim', 'home-infusion', '', '', '', '');
                    INSERT INTO answer VALUES (1, 1, 1, 1, 0, 0, 0, 0, '99601', 'correct', 1, '', '', '', NULL);
                    """)
        }
        try queue.close()
        let room = 20
        #expect(try bytes(path)[room] == 0)
        let records = try SQLiteLearnerStore(path: path)
        let anna = try #require(try records.knownLearner(named: "anna"))
        #expect(try records.allAnswers(anna.id).map(\.answer.text) == ["99601"])
        try records.close()
        #expect(try bytes(path)[room] == 8)
    }
}
